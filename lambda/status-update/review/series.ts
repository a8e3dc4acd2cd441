/** One percentage over time. */
export interface Series {
  readonly name: string;
  /** Whether more is better (a share of healthy checkers) or worse (a rate of errors). */
  readonly good: 'high' | 'low';
  /** One value per minute, by the minute's epoch. Minutes without data are left out. */
  readonly values: ReadonlyMap<number, number>;
}

/** A rate of errors, in percent, that is no everyday noise. */
const NOISE_PERCENT = 1;

/** The first minute from `fromMs` on that is worse than noise. */
export function firstBadMinute({ good, values }: Series, fromMs: number): number | undefined {
  const bad = [...values]
    .filter(([minute]) => minute >= fromMs)
    .filter(([, percent]) => (good === 'high' ? percent < 100 - NOISE_PERCENT : percent > NOISE_PERCENT))
    .map(([minute]) => minute);
  return bad.length === 0 ? undefined : Math.min(...bad);
}
