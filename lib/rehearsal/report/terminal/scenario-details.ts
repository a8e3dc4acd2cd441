import {
  formatAllowed,
  formatCounted,
  formatDuration,
  formatLoss,
  formatMeasured,
  formatRisk,
} from '../format';
import { formatShare, hurtShareOf } from '../hurt';
import type { ReportFinding, ScenarioReport } from '../report-schema';
import { isAtRisk } from '../summary';
import { story } from './story';
import { type TerminalStyle, wrap } from './style';

/** One scenario: the story first, the verdict last. @param whole with every message and every finding in full */
export function scenarioDetails(
  report: ScenarioReport,
  style: TerminalStyle,
  whole: boolean,
): readonly string[] {
  const { bold } = style.colors;
  return [
    bold(`${report.name}, topology ${report.topology} (${report.domainName})`),
    ...wrap(`Hypothesis: ${report.hypothesis}.`, 0, style.width),
    '',
    ...story(report, style, whole),
    '',
    ...findings(report, style, whole),
    ...[formatCounted(report) ?? [], facts(report)].flat().flatMap((fact) => wrap(fact, 2, style.width)),
    verdict(report, style),
    '',
  ];
}

/** What was missed, then what bad luck may exceed; what simply held is counted, or told where all is. */
function findings(
  { findings: all }: ScenarioReport,
  style: TerminalStyle,
  whole: boolean,
): readonly string[] {
  const missed = all.filter(({ passed }) => !passed);
  const risky = all.filter(isAtRisk);
  const held = all.filter((finding) => finding.passed && !isAtRisk(finding));
  const shown = [...missed, ...risky, ...(whole ? held : [])];
  const longest = Math.max(...shown.map(({ what }) => what.length));
  return [
    ...shown.flatMap((finding) => [...findingLines(finding, style, longest), ...remedyLines(finding, style)]),
    ...(whole || held.length === 0
      ? []
      : [`  ${style.colors.green('ok  ')} ${held.length}${shown.length === 0 ? '' : ' others'}`]),
  ];
}

const MEASURED_WIDTH = 8;
/** With the longest remark: `at most 180.0 s, may take 217.0 s`. */
const ALLOWED_WIDTH = 33;

/** One line, or two where the terminal is too narrow for what the finding is about. */
function findingLines(
  finding: ReportFinding,
  { colors, width }: TerminalStyle,
  longest: number,
): readonly string[] {
  const start = `  ${markOf(finding, colors)} `;
  const values = `${formatMeasured(finding).padStart(MEASURED_WIDTH)}  ${formatAllowed(finding)}${colors.yellow(formatRisk(finding))}`;
  const whatWidth = Math.min(longest, width - MEASURED_WIDTH - ALLOWED_WIDTH - 10);
  if (finding.what.length > whatWidth) {
    const [first = '', ...rest] = wrap(finding.what, 7, width);
    return [`${start}${first.trimStart()}`, ...rest, `       ${values}`];
  }
  return [`${start}${finding.what.padEnd(whatWidth)} ${values}`];
}

/** What to do about a miss. */
const remedyLines = ({ passed, changedBy }: ReportFinding, { width }: TerminalStyle): readonly string[] =>
  passed || changedBy.length === 0 ? [] : wrap(`change it by ${changedBy.join(', ')}`, 7, width);

function markOf(finding: ReportFinding, { red, green, yellow }: TerminalStyle['colors']): string {
  if (!finding.passed) {
    return red('MISS');
  }
  return isAtRisk(finding) ? yellow('WARN') : green('ok  ');
}

function facts({
  waits,
  requests,
  requestsMeanwhile,
  orders,
  loss,
  knownGap,
  widenedBudgets,
}: ScenarioReport): readonly string[] {
  const counts = Object.entries(requests).map(([outcome, count]) => `${outcome} ${count}`);
  const { p50Ms, p99Ms, worstMs } = waits;
  return [
    `hurt: ${formatShare(hurtShareOf({ requestsMeanwhile }))} of the requests while the fault lasted`,
    `requests: ${counts.join(', ')}`,
    `waits: half below ${formatDuration(p50Ms)}, 99 % below ${formatDuration(p99Ms)}, the longest ${formatDuration(worstMs)}`,
    `orders: ${orders.placed} placed${slowest(orders)}, ${orders.atRisk} shoppers with a cart were kept out, ${orders.saved} of them ordered later`,
    `lost: ${formatLoss(loss)}`,
    ...(widenedBudgets.length === 0 ? [] : [`wider here than in the store: ${widenedBudgets.join(', ')}`]),
    ...(knownGap === null ? [] : [`known gap: ${knownGap}`]),
  ];
}

/** How long the store took to take an order, at worst. */
const slowest = ({ placed, longestMs }: ScenarioReport['orders']): string =>
  placed === 0 ? '' : ` (the slowest took ${formatDuration(longestMs)})`;

const verdict = ({ passed }: ScenarioReport, { colors }: TerminalStyle): string =>
  passed ? colors.bold(colors.green('PASSED')) : colors.bold(colors.red('FAILED'));
