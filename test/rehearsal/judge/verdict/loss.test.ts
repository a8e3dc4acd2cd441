import fc from 'fast-check';
import { estimateLoss } from '../../../../lib/rehearsal/judge/verdict/loss';
import { SHOPPER_OUTCOMES } from '../../../../lib/rehearsal/kernel/shopper-outcome';
import { aTally, type GivenVisit } from '../../helpers/a-tally';

const SPAN = { startMs: 0, failsMs: 0, repairedMs: 600_000 };
const minutes = (visits: readonly GivenVisit[], sinceMs = 0) =>
  estimateLoss(aTally(SPAN, visits), sinceMs).minutes;

describe('estimated loss', () => {
  test('is nothing while everybody is served', () => {
    expect(minutes([{ atMs: 1_000, outcome: 'served stale' }])).toBe(0);
    expect(minutes([])).toBe(0);
  });

  test('counts each ten seconds by the share of requests that were kept out', () => {
    const all: GivenVisit = { atMs: 1_000, outcome: 'raw error' };
    const half: readonly GivenVisit[] = [
      { atMs: 11_000, outcome: 'POST lost' },
      { atMs: 19_000, outcome: 'served fresh' },
    ];
    expect(minutes([all])).toBeCloseTo(10 / 60);
    expect(minutes([all, ...half])).toBeCloseTo(15 / 60);
  });

  test('leaves out what was before the failure', () => {
    expect(minutes([{ atMs: 1_000, outcome: 'raw error' }], 10_000)).toBe(0);
  });

  test('has a price only when a minute has one', () => {
    const tally = aTally(SPAN, [{ atMs: 1_000, outcome: 'gave up' }]);
    expect(estimateLoss(tally, 0)).not.toHaveProperty('money');
    expect(estimateLoss(tally, 0, { amount: 60, currency: 'EUR' }).money).toEqual({
      amount: expect.closeTo(10),
      currency: 'EUR',
    });
  });

  test('is never more than the time there was', () => {
    const visit = fc.record({
      atMs: fc.nat(599_999),
      outcome: fc.constantFrom(...SHOPPER_OUTCOMES),
    });
    fc.assert(
      fc.property(fc.array(visit), (visits) => {
        expect(minutes(visits)).toBeGreaterThanOrEqual(0);
        expect(minutes(visits)).toBeLessThanOrEqual(10 + 1e-9);
      }),
    );
  });
});
