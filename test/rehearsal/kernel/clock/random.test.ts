import fc from 'fast-check';
import { seededRandom } from '../../../../lib/rehearsal/kernel/clock/random';

function take(seed: number, count = 20) {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random());
}

describe('seeded random', () => {
  test('repeats itself for the same seed and stays in [0, 1)', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const numbers = take(seed);
        expect(take(seed)).toEqual(numbers);
        expect(numbers.filter((number) => number < 0 || number >= 1)).toEqual([]);
      }),
    );
  });

  test.each([
    [1, 2],
    [0, 1],
    [-1, 1],
  ])('differs between seeds %i and %i', (a, b) => {
    expect(take(a)).not.toEqual(take(b));
  });

  test('spreads evenly', () => {
    const numbers = take(7, 10_000);
    const perTenth = Array.from(
      { length: 10 },
      (_, tenth) => numbers.filter((n) => Math.floor(n * 10) === tenth).length,
    );
    expect(Math.min(...perTenth)).toBeGreaterThan(900);
    expect(Math.max(...perTenth)).toBeLessThan(1_100);
  });
});
