import { formatSummary, missesOf } from '../rehearsal/report/format';
import type { ScenarioReport } from '../rehearsal/report/report-schema';
import type { Rehearsal } from '../rehearsal/run/rehearse-app';

/** What did not hold, what changes it and how to see it in full. Or, where all held, how far that goes. */
export function describeRehearsal({ report, command }: Rehearsal): string {
  const { scenarios, summary, seed } = report;
  const [first] = scenarios;
  const store = first === undefined ? 'the store' : `${first.domainName} (${first.topology})`;
  const failed = scenarios.filter(({ passed }) => !passed);
  if (failed.length === 0) {
    return `${store} held in all of ${counted(scenarios)}, seed ${seed}: ${formatSummary(report)}`;
  }
  return [
    `${store} did not hold in ${scenarios.length - summary.held} of ${counted(scenarios)}, seed ${seed}:`,
    ...failed.flatMap((scenario) => ['', ...describeScenario(scenario, command(scenario.name))]),
  ].join('\n');
}

const counted = (scenarios: readonly ScenarioReport[]): string =>
  scenarios.length === 1 ? '1 scenario' : `${scenarios.length} scenarios`;

const describeScenario = (scenario: ScenarioReport, command: string | undefined): readonly string[] => [
  `  ${scenario.name}`,
  ...missesOf(scenario).map((miss) => `    ${miss}`),
  ...(command === undefined ? [] : [`    in full: ${command}`]),
];
