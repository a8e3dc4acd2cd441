import { groupBy } from '../../group-by';
import { formatSummary, missesOf, titleOf } from '../format';
import type { Report, ScenarioReport } from '../report-schema';
import { assemblyDetails, assemblySummary } from './assembly-lines';
import { scenarioDetails } from './scenario-details';
import { type TerminalStyle, wrap } from './style';
import { LEGEND, summaryTable } from './summary-table';

/** What a terminal shows of a report. */
export interface Shown {
  /** These are told in full. */
  readonly inFull: (report: ScenarioReport) => boolean;
  /** Whether every resource and property is listed. */
  readonly coverage: boolean;
}

/** A report as text for a terminal: stories first, then the table of all scenarios, the verdict last. */
export function terminalReport(report: Report, style: TerminalStyle, { inFull, coverage }: Shown): string {
  return [
    ...report.scenarios.filter(inFull).flatMap((scenario) => scenarioDetails(scenario, style)),
    ...(coverage ? report.assemblies.flatMap((assembly) => assemblyDetails(assembly, style)) : []),
    ...summaryTable(report.scenarios, style),
    '',
    ...wrap(LEGEND, 0, style.width).map((line) => style.colors.dim(line)),
    '',
    ...report.assemblies.flatMap((assembly) => assemblySummary(assembly, style)),
    ...gaps(report, style),
    ...misses(report, style),
    ...verdict(report, style),
    '',
  ].join('\n');
}

/** What is the same for both topologies is said once. */
function gaps({ scenarios }: Report, { width }: TerminalStyle): readonly string[] {
  const known = scenarios.filter(({ passed, knownGap }) => passed && knownGap !== null);
  return groupBy(known, ({ name, knownGap }) => `${name} ${knownGap}`).flatMap((same) => {
    const [{ name, knownGap }] = same;
    const topologies = same.map(({ topology }) => topology).join(' and ');
    return wrap(`* ${name}, ${topologies}: ${knownGap}`, 2, width);
  });
}

function misses({ scenarios }: Report, { colors, width }: TerminalStyle): readonly string[] {
  return scenarios.flatMap((scenario) =>
    missesOf(scenario).flatMap((miss) =>
      wrap(`MISS ${titleOf(scenario)}: ${miss}`, 2, width).map((line) => colors.red(line)),
    ),
  );
}

function verdict(report: Report, { colors, width }: TerminalStyle): readonly string[] {
  const { passed, scenarios, summary } = report;
  const count = scenarios.length === 1 ? '1 rehearsal' : `${scenarios.length} rehearsals`;
  const text = passed
    ? `PASSED: ${count} held; ${formatSummary(report)}`
    : `FAILED: ${scenarios.length - summary.held} of ${count}`;
  return wrap(text, 0, width).map((line) => colors.bold(passed ? colors.green(line) : colors.red(line)));
}
