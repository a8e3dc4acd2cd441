/**
 * Whether an extended statistic is a percentile: `p0` to `p100`, with up to ten decimals.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html
 */
export const isPercentile = (statistic: string): boolean => /^p(100|\d{1,2}(\.\d{1,10})?)$/.test(statistic);

/** The number in the name of a percentile: 90 for `p90`. */
export const percentileIn = (statistic: string): number => Number(statistic.slice(1));

/**
 * The value that so many per cent of the samples don't exceed. Emulation: always one of the samples (nearest rank). AWS
 * does not say how CloudWatch interpolates.
 *
 * @param samples How many there are of each value; at least one.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html
 */
export function percentileOf(samples: ReadonlyMap<number, number>, percentile: number): number | undefined {
  const sorted = [...samples].sort(([a], [b]) => a - b);
  const count = sorted.reduce((total, [, times]) => total + times, 0);
  const rank = Math.max(1, Math.ceil((percentile / 100) * count));
  let seen = 0;
  for (const [value, times] of sorted) {
    seen += times;
    if (seen >= rank) {
      return value;
    }
  }
  return undefined;
}

/**
 * Whether there are too few samples for a percentile to mean something. An alarm may leave such periods alone.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/percentiles-with-low-samples.html
 */
export function hasTooFewSamples(percentile: number, samples: number): boolean {
  // From p50 on there must be 10 / (1 - percentile) samples, below that 10 / percentile; compared in whole per cents,
  // so that no rounding decides.
  return samples * (percentile >= 50 ? 100 - percentile : percentile) < 1_000;
}
