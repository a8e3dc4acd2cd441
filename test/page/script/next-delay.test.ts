import fc from 'fast-check';
import { nextDelayMs, releaseDelayMs } from '../../../lib/page/script/next-delay';
import { seededRandom } from '../../../lib/rehearsal/kernel/clock/random';
import { peakOfReturn } from '../../helpers/returning-crowd';

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

describe('delay of the return', () => {
  test('lies anywhere in the window', () => {
    expect([0, 0.5, ALMOST_ONE].map((random) => Math.round(releaseDelayMs(120, random)))).toEqual([
      0, 60_000, 120_000,
    ]);
  });

  test.each([30, 120, 300])('keeps the peak of 20,000 shoppers low over %d seconds', (spreadSeconds) => {
    const waiting = 20_000;
    const peak = peakOfReturn({ waiting, spreadSeconds, random: seededRandom(7) });
    expect(peak).toBeLessThanOrEqual((1.5 * waiting) / spreadSeconds);
  });
});
