import { groupBy } from '../../../lib/rehearsal/kernel/group-by';
import { buildReport } from '../../../lib/rehearsal/report/build-report';
import { htmlReport } from '../../../lib/rehearsal/report/html/html-report';
import { mergeReports } from '../../../lib/rehearsal/report/merge-reports';
import type { Report } from '../../../lib/rehearsal/report/report-schema';
import { rehearse } from '../../../lib/rehearsal/run/rehearse';
import { builtInScenarios } from '../../../lib/rehearsal/scenario/load-scenario';
import { exampleAssembly } from '../../helpers/example-assembly';

/** That of the README, and another: what holds by luck alone holds once. */
const SEEDS = [1, 2];

/** Of the first seed, as `npm run rehearse` makes them. */
const reports: Report[] = [];

describe.each(['edge', 'dns'] as const)('a built-in scenario, topology %s', (topology) => {
  const scenarios = builtInScenarios().filter(({ topologies }) => topologies.includes(topology));

  test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    'holds: %s',
    async (_, scenario) => {
      const assembly = await exampleAssembly(topology);
      for (const seed of SEEDS) {
        const result = await rehearse({ assembly, scenario, seed });
        const { verdict } = result;
        if (seed === SEEDS[0]) {
          reports.push(buildReport([result], seed));
        }
        expect(verdict.findings.filter(({ passed }) => !passed)).toEqual([]);
        expect(verdict.passed).toBe(true);
      }
    },
  );
});

/** One assembly each: every play of a topology tells of the same. */
function asPlayed(): Report {
  const plays = groupBy(reports, ({ assemblies }) => assemblies[0]?.topology ?? '');
  const whole = plays.map((ofOne) => ({
    ...ofOne[0],
    scenarios: ofOne.flatMap(({ scenarios }) => scenarios),
  }));
  return mergeReports(
    whole,
    builtInScenarios().map(({ name }) => name),
    1,
  );
}

test('the HTML report of all of them weighs 600 kB at most', () => {
  const count = builtInScenarios().flatMap(({ topologies }) => topologies).length;
  const report = asPlayed();
  expect(report.scenarios).toHaveLength(count);
  expect(Buffer.byteLength(htmlReport(report))).toBeLessThanOrEqual(600_000);
});
