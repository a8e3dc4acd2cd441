import fc from 'fast-check';
import { nextDelayMs } from '../../../../lib/emergency-site/page/script/next-delay';

const ALMOST_ONE = 1 - Number.EPSILON;

describe('delay of the next poll', () => {
  test.each([
    [0, 7_500, 15_000],
    [1, 15_000, 30_000],
    [2, 30_000, 60_000],
    [3, 30_000, 60_000],
    [1_000, 30_000, 60_000],
  ])('after %d polls without news lies between %d and %d ms', (attempt, least, most) => {
    expect(nextDelayMs(attempt, 0)).toBe(least);
    expect(nextDelayMs(attempt, ALMOST_ONE)).toBeCloseTo(most);
  });

  test('is never under 7.5 s nor over a minute', () => {
    fc.assert(
      fc.property(fc.nat(), fc.double({ min: 0, max: ALMOST_ONE, noNaN: true }), (attempt, random) => {
        expect(nextDelayMs(attempt, random)).toBeGreaterThanOrEqual(7_500);
        expect(nextDelayMs(attempt, random)).toBeLessThanOrEqual(60_000);
      }),
    );
  });
});
