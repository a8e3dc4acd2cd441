import { missedIn } from '../decisions';
import { formatSummary } from '../format';
import type { Report, ScenarioReport } from '../report-schema';
import { assemblyDetails, assemblySummary } from './assembly-lines';
import { decisionLines, gapLines } from './decision-lines';
import { scenarioDetails } from './scenario-details';
import { type TerminalStyle, wrap } from './style';
import { summaryTable } from './summary-table';
import { uncertaintyLines } from './uncertainty-lines';

/** What a terminal shows of a report. */
export interface Shown {
  /** The stories of these are told. */
  readonly told: (report: ScenarioReport) => boolean;
  /** Whether messages, findings, gaps, resources and properties are shown to the last of them. */
  readonly whole: boolean;
}

/**
 * A report as text for a terminal: the verdict, what has to be decided, stories, a table of all scenarios, and the
 * verdict again, as that is the end that stays on the screen.
 */
export function terminalReport(report: Report, style: TerminalStyle, { told, whole }: Shown): string {
  return [
    ...verdict(report, style),
    '',
    ...decisionLines(report, style),
    ...report.scenarios.filter(told).flatMap((scenario) => scenarioDetails(scenario, style, whole)),
    ...(whole ? report.assemblies.flatMap((assembly) => assemblyDetails(assembly, style)) : []),
    ...summaryTable(report.scenarios, style),
    ...(report.uncertainty === undefined ? [] : ['', ...uncertaintyLines(report.uncertainty, style)]),
    ...gapLines(report, whole, style),
    ...report.assemblies.flatMap((assembly) => assemblySummary(assembly, style)),
    ...verdict(report, style),
    '',
  ].join('\n');
}

function verdict(report: Report, { colors, width }: TerminalStyle): readonly string[] {
  const { passed, scenarios, summary } = report;
  const count = scenarios.length === 1 ? '1 rehearsal' : `${scenarios.length} rehearsals`;
  const text = passed
    ? `PASSED: ${count} held; ${formatSummary(report)}`
    : `FAILED: ${scenarios.length - summary.held} of ${count}; missed: ${missedIn(report)
        .map(({ what }) => what)
        .join(', ')}`;
  return wrap(text, 0, width).map((line) => colors.bold(passed ? colors.green(line) : colors.red(line)));
}
