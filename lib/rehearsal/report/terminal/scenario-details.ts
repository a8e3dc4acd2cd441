import {
  formatAllowed,
  formatCounted,
  formatDuration,
  formatLoss,
  formatMeasured,
  formatRisk,
} from '../format';
import type { ReportFinding, ScenarioReport } from '../report-schema';
import { isAtRisk } from '../summary';
import { story } from './story';
import { cut, type TerminalStyle, wrap } from './style';

/** One scenario in full: the story first, the verdict last. */
export function scenarioDetails(report: ScenarioReport, style: TerminalStyle): readonly string[] {
  const { bold } = style.colors;
  return [
    bold(`${report.name}, topology ${report.topology} (${report.domainName})`),
    ...wrap(`Hypothesis: ${report.hypothesis}.`, 0, style.width),
    '',
    ...story(report, style),
    '',
    ...report.findings.flatMap((finding) => [
      ...findingLines(finding, style),
      ...remedyLines(finding, style),
    ]),
    ...[formatCounted(report) ?? [], facts(report)].flat().flatMap((fact) => wrap(fact, 2, style.width)),
    verdict(report, style),
    '',
  ];
}

const MEASURED_WIDTH = 8;
/** With the longest remark: `at most 180.0 s, may take 217.0 s`. */
const ALLOWED_WIDTH = 33;

/** What a finding is about must be told apart from the others. */
const WHAT_WIDTH = { least: 28, most: 48 };

/** One line, or two where the terminal is narrow. */
function findingLines(finding: ReportFinding, { colors, width }: TerminalStyle): readonly string[] {
  const start = `  ${markOf(finding, colors)} `;
  const values = `${formatMeasured(finding).padStart(MEASURED_WIDTH)}  ${formatAllowed(finding)}${colors.yellow(formatRisk(finding))}`;
  const whatWidth = Math.min(WHAT_WIDTH.most, width - MEASURED_WIDTH - ALLOWED_WIDTH - 10);
  if (whatWidth < WHAT_WIDTH.least) return [`${start}${cut(finding.what, width - 7)}`, `       ${values}`];
  return [`${start}${cut(finding.what, whatWidth).padEnd(whatWidth)} ${values}`];
}

/** What to do about a miss. */
const remedyLines = ({ passed, changedBy }: ReportFinding, { width }: TerminalStyle): readonly string[] =>
  passed || changedBy.length === 0 ? [] : wrap(`change it by ${changedBy.join(', ')}`, 7, width);

function markOf(finding: ReportFinding, { red, green, yellow }: TerminalStyle['colors']): string {
  if (!finding.passed) return red('MISS');
  return isAtRisk(finding) ? yellow('WARN') : green('ok  ');
}

function facts({
  waits,
  requests,
  orders,
  loss,
  knownGap,
  widenedBudgets,
}: ScenarioReport): readonly string[] {
  const counts = Object.entries(requests).map(([outcome, count]) => `${outcome} ${count}`);
  const { p50Ms, p99Ms, worstMs } = waits;
  return [
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
