import type { SampleCounts } from '../../../lib/rehearsal/aws/cloudwatch/rules/period';

/** Samples in any order, counted by value. */
export function countsOf(samples: readonly number[]): SampleCounts {
  const counts = new Map<number, number>();
  for (const sample of samples) {
    counts.set(sample, (counts.get(sample) ?? 0) + 1);
  }
  return counts;
}
