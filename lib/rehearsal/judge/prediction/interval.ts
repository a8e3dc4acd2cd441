/** The earliest and the latest moment at which something can happen, in milliseconds since a failure or a repair. */
export interface Interval {
  readonly earliestMs: number;
  readonly latestMs: number;
}

export const interval = (earliestMs: number, latestMs: number): Interval => ({ earliestMs, latestMs });

/** One thing after the other. */
export const inSequence = (...steps: readonly Interval[]): Interval => ({
  earliestMs: steps.reduce((sum, { earliestMs }) => sum + earliestMs, 0),
  latestMs: steps.reduce((sum, { latestMs }) => sum + latestMs, 0),
});

/**
 * When the k-th of several things has happened, whatever their order.
 * @param k from 1
 * @returns undefined when there are fewer than k
 */
export function kthOf(k: number, things: readonly Interval[]): Interval | undefined {
  const nth = (values: readonly number[]) => [...values].sort((a, b) => a - b)[k - 1];
  const earliestMs = nth(things.map((thing) => thing.earliestMs));
  const latestMs = nth(things.map((thing) => thing.latestMs));
  return earliestMs === undefined || latestMs === undefined ? undefined : { earliestMs, latestMs };
}

/** When the first of several things has happened; undefined without any. */
export const firstOf = (things: readonly Interval[]): Interval | undefined => kthOf(1, things);

/** When all of several things have happened; undefined without any. */
export const lastOf = (things: readonly Interval[]): Interval | undefined => kthOf(things.length, things);
