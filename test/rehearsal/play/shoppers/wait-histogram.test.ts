import fc from 'fast-check';
import { WaitHistogram } from '../../../../lib/rehearsal/play/shoppers/wait-histogram';

function histogramOf(waits: readonly number[]) {
  const histogram = new WaitHistogram();
  for (const wait of waits) {
    histogram.add(wait);
  }
  return histogram.statistics;
}

describe('waiting times', () => {
  test('are all zero without requests', () => {
    expect(histogramOf([])).toEqual({ count: 0, p50Ms: 0, p99Ms: 0, maxMs: 0 });
  });

  test('have percentiles that are exact to two percent and a millisecond, and an exact maximum', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300_000 }), { minLength: 1 }), (waits) => {
        const sorted = [...waits].sort((a, b) => a - b);
        const exact = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
        const { count, p50Ms, p99Ms, maxMs } = histogramOf(waits);
        expect([count, maxMs]).toEqual([waits.length, sorted.at(-1)]);
        for (const [found, share] of [
          [p50Ms, 0.5],
          [p99Ms, 0.99],
        ] as const) {
          expect(found).toBeGreaterThanOrEqual(exact(share) - 1e-6 * exact(share) - 1e-9);
          expect(found).toBeLessThanOrEqual(exact(share) * 1.02 + 1);
        }
      }),
    );
  });

  test.each([300_001, 10_000_000])('keep the maximum beyond their last bin: %i', (wait) => {
    expect(histogramOf([1, wait]).maxMs).toBe(wait);
  });
});
