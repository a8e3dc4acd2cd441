import { rehearse } from '../../../lib/rehearsal/rehearsal';
import { builtInScenarios } from '../../../lib/rehearsal/scenario/load-scenario';
import { exampleAssembly } from '../../helpers/example-assembly';

/** That of the README, and another: what holds by luck alone holds once. */
const SEEDS = [1, 2];

describe.each(['edge', 'dns'] as const)('a built-in scenario, topology %s', (topology) => {
  const scenarios = builtInScenarios().filter(({ topologies }) => topologies.includes(topology));

  test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    'holds: %s',
    async (_, scenario) => {
      const assembly = await exampleAssembly(topology);
      for (const seed of SEEDS) {
        const { verdict } = await rehearse({ assembly, scenario, seed });
        expect(verdict.findings.filter(({ passed }) => !passed)).toEqual([]);
        expect(verdict.passed).toBe(true);
      }
    },
  );
});
