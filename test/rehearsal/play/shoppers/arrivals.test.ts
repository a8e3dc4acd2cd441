import { seededRandom } from '../../../../lib/rehearsal/kernel/clock/random';
import { nextArrival, spikeFactor } from '../../../../lib/rehearsal/play/shoppers/arrivals';

describe('arrivals', () => {
  test.each([1, 60, 6_000])('come at a mean of %i a minute', (perMinute) => {
    const random = seededRandom(1);
    let [comers, elapsedMs] = [0, 0];
    while (comers < 2_000) {
      const { afterMs, comes } = nextArrival(perMinute, random);
      elapsedMs += afterMs;
      if (comes) {
        comers += 1;
      }
    }
    expect(comers / (elapsedMs / 60_000) / perMinute).toBeCloseTo(1, 1);
  });

  test('are looked for again after a second at the latest', () => {
    expect(nextArrival(0, () => 0.5)).toEqual({ afterMs: 1_000, comes: false });
    expect(nextArrival(1, () => 0.99)).toEqual({ afterMs: 1_000, comes: false });
  });

  test.each([
    [-1, 1],
    [0, 1],
    [30_000, 10.5],
    [60_000, 20],
    [299_999, 20],
    [300_000, 1],
  ])('grow with a spike of 20 times and a ramp of a minute: after %i ms %d times', (sinceStartMs, factor) => {
    const spike = {
      kind: 'spike',
      times: 20,
      rampSeconds: 60,
      fromSeconds: 0,
      toSeconds: 300,
      text: '',
    } as const;
    const other = { kind: 'refuses', fromSeconds: 0, toSeconds: 300, text: '' } as const;
    expect(spikeFactor([other, spike], sinceStartMs)).toBe(factor);
  });
});
