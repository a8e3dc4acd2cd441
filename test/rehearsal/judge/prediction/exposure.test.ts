import {
  type ExposedBudget,
  type Exposure,
  exposuresOf,
} from '../../../../lib/rehearsal/judge/prediction/exposure';
import { interval } from '../../../../lib/rehearsal/judge/prediction/interval';
import {
  UNKNOWN_DEFAULTS,
  type UnknownValues,
  unknownsWith,
} from '../../../../lib/rehearsal/unknowns/unknown-values';
import { UNKNOWNS } from '../../../../lib/rehearsal/unknowns/unknowns';

const { route53MetricDelayMs: delay } = UNKNOWNS;

/** A message that comes as long after a metric as luck has it: up to a minute. */
function message(given: Partial<UnknownValues>) {
  const { route53MetricDelayMs, snsDeliveryMs } = unknownsWith(given);
  const earliestMs = route53MetricDelayMs + snsDeliveryMs;
  return interval(earliestMs, earliestMs + 60_000);
}

const exposed = (budgetMs: number, predictAt: ExposedBudget['predictAt'] = message): readonly Exposure[] =>
  exposuresOf({ budgetMs, predictAt }, UNKNOWN_DEFAULTS);

const atDefault = message({}).latestMs;
const atWorst = message({ route53MetricDelayMs: delay.most });

describe('exposure of a budget to what AWS leaves open', () => {
  test.each([
    ['just below what the end of the range may bring', atWorst.latestMs - 1, true],
    ['of what the end of the range may bring', atWorst.latestMs, false],
  ])('is there for a budget %s', (_what, budgetMs, isExposed) => {
    expect(exposed(budgetMs).map(({ unknown }) => unknown)).toEqual(
      isExposed ? ['route53MetricDelayMs'] : [],
    );
  });

  test('names the worst of several first, and how far it reaches', () => {
    expect(exposed(atDefault)).toEqual([
      expect.objectContaining({
        unknown: 'route53MetricDelayMs',
        at: delay.most,
        mayReachMs: atWorst.latestMs,
      }),
      expect.objectContaining({ unknown: 'snsDeliveryMs', at: UNKNOWNS.snsDeliveryMs.most }),
    ]);
  });

  test('says from which value on no luck keeps the budget', () => {
    const budgetMs = 100_000;
    const [worst] = exposed(budgetMs);
    const from = worst?.missesFrom ?? 0;
    expect(message({ route53MetricDelayMs: from }).earliestMs).toBeGreaterThan(budgetMs);
    expect(message({ route53MetricDelayMs: from - 1 }).earliestMs).toBeLessThanOrEqual(budgetMs);
  });

  test('leaves it open where luck may keep the budget at the end of the range', () => {
    expect(exposed(atWorst.earliestMs)[0]).not.toHaveProperty('missesFrom');
    expect(exposed(atWorst.earliestMs - 1)[0]).toMatchObject({ missesFrom: delay.most });
  });

  test('looks at both ends: less may be worse than more', () => {
    const fewer = (given: Partial<UnknownValues>) => {
      const { edgeLocations } = unknownsWith(given);
      return interval(0, 100 - edgeLocations);
    };
    expect(exposed(96, fewer)).toEqual([{ unknown: 'edgeLocations', at: 1, mayReachMs: 99 }]);
  });

  test('is not told of what nobody can predict, nor of what bad luck alone may bring', () => {
    expect(exposed(1, () => undefined)).toEqual([]);
    expect(exposed(1, () => interval(0, 500))).toEqual([]);
  });
});
