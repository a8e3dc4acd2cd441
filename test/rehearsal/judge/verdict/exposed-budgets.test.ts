import { readAssembly } from '../../../../lib/rehearsal/aws/assembly/assembly';
import { Deployment } from '../../../../lib/rehearsal/aws/assembly/deployment';
import { readTimingFacts, type TimingFacts } from '../../../../lib/rehearsal/facts/timing-facts';
import { exposedBudgets } from '../../../../lib/rehearsal/judge/verdict/exposed-budgets';
import { judgeRehearsal } from '../../../../lib/rehearsal/judge/verdict/verdict';
import { builtInScenario } from '../../../../lib/rehearsal/scenario/load-scenario';
import { UNKNOWNS } from '../../../../lib/rehearsal/unknowns/unknowns';
import { exampleAssembly } from '../../../helpers/example-assembly';
import { aRecord } from '../../helpers/a-record';

let timing: TimingFacts;
beforeAll(async () => {
  timing = readTimingFacts(new Deployment(readAssembly(await exampleAssembly('dns'))), 'shop.example.com');
});

function record() {
  const given = aRecord();
  return { ...given, scenario: builtInScenario('origin refuses'), promises: { ...given.promises, timing } };
}

/** The end of the range of Route 53's delay is so much beyond the minute that a metric is about anyway. */
const LATER_MS = UNKNOWNS.route53MetricDelayMs.most - 60_000;

const exposed = (time: 'alertMs' | 'backMs' | 'detectMs', budgetMs: number, backMs = 200_000) =>
  exposedBudgets(record(), { ...judgeRehearsal(aRecord()).times, backMs })?.(time, budgetMs) ?? [];

describe('budgets of the example', () => {
  test('for messages are exposed to the delay of metrics, and impossible from some delay on', () => {
    const [worst] = exposed('alertMs', 180_000);
    expect(worst).toMatchObject({ unknown: 'route53MetricDelayMs', mayReachMs: 217_000 + LATER_MS });
    // Route 53 notices after 20 s at the soonest, and SNS takes a second.
    expect(worst?.missesFrom).toBe(180_000 - 20_000 - 1_000 + 1);
  });

  test.each([
    [200_000 + LATER_MS - 1, ['route53MetricDelayMs']],
    [200_000 + LATER_MS, []],
  ])(
    'for shoppers who go back are exposed as far as the message that it is over is later: %i ms',
    (budgetMs, by) => {
      const own = exposed('backMs', budgetMs);
      expect(own.map(({ unknown }) => unknown)).toEqual(by);
      expect(own.every(({ missesFrom }) => missesFrom === undefined)).toBe(true);
    },
  );

  test('for DNS hang on nothing that AWS does not tell', () => {
    expect(exposed('detectMs', 1)).toEqual([]);
  });
});
