import fc from 'fast-check';
import { SHOPPER_OUTCOMES, type ShopperOutcome } from '../../../lib/rehearsal/kernel/shopper-outcome';
import { formatShare, hurtShareOf, hurtsMany } from '../../../lib/rehearsal/report/hurt';

const counts = (but: Partial<Record<ShopperOutcome, number>> = {}) => ({
  requestsMeanwhile: {
    ...(Object.fromEntries(SHOPPER_OUTCOMES.map((outcome) => [outcome, 0])) as Record<
      ShopperOutcome,
      number
    >),
    ...but,
  },
});

describe('share of shoppers hurt', () => {
  test.each([
    ['served fresh', 0],
    ['served stale', 0],
    ['emergency page', 0],
    ['raw error', 1],
    ['gave up', 1],
    ['POST lost', 1],
  ] as const)('"%s" counts %i', (outcome, share) => {
    expect(hurtShareOf(counts({ [outcome]: 7 }))).toBe(share);
  });

  test('is nothing where nobody asked', () => {
    expect(hurtShareOf(counts())).toBe(0);
  });

  test.each([
    [0, '0 %'],
    [0.001, '< 1 %'],
    [0.005, '1 %'],
    [0.994, '99 %'],
    [0.999, '> 99 %'],
    [1, '100 %'],
  ])('reads %d as %s', (share, text) => {
    expect(formatShare(share)).toBe(text);
  });

  test.each([
    [194, false],
    [195, true],
    [200, true],
  ])('%i of 1000 are many: %s, as the number is read that people see', (errors, many) => {
    expect(hurtsMany(counts({ 'raw error': errors, 'served fresh': 1000 - errors }))).toBe(many);
  });

  test('lies between nothing and all, and grows with every raw error', () => {
    const record = fc.record(
      Object.fromEntries(SHOPPER_OUTCOMES.map((outcome) => [outcome, fc.nat(1e6)])) as Record<
        ShopperOutcome,
        fc.Arbitrary<number>
      >,
    );
    fc.assert(
      fc.property(record, (requestsMeanwhile) => {
        const share = hurtShareOf({ requestsMeanwhile });
        const worse = { ...requestsMeanwhile, 'raw error': requestsMeanwhile['raw error'] + 1 };
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
        expect(hurtShareOf({ requestsMeanwhile: worse })).toBeGreaterThanOrEqual(share);
      }),
    );
  });
});
