import { MINUTE_MS } from '../../shared/contract/clock-units';

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

/** The highest rate of errors, in percent, that a store may always have. */
const EVERYDAY_PERCENT = 5;

/** A minute between bad ones that is missing or good does not make them two failures, in milliseconds. */
const GAP_MS = 2 * MINUTE_MS;

/**
 * The first of the bad minutes that lead up to an alarm: worse than noise, and for errors worse than the best minute,
 * for some stores always have a few. Undefined when no minute is bad.
 */
export function firstSign({ good, values }: Series, alarmedAtMs: number): number | undefined {
  const best = good === 'high' ? 100 : Math.min(...values.values(), EVERYDAY_PERCENT);
  const bad = [...values]
    .filter(([minute, percent]) => minute <= alarmedAtMs && Math.abs(percent - best) > NOISE_PERCENT)
    .map(([minute]) => minute)
    .sort((one, other) => other - one);
  const end = bad.findIndex((minute, index) => index > 0 && (bad[index - 1] ?? 0) - minute > GAP_MS);
  return bad.slice(0, end < 0 ? bad.length : end).at(-1);
}

/** The first minute from `fromMs` on that is worse than noise. */
export function firstBadMinute({ good, values }: Series, fromMs: number): number | undefined {
  const bad = [...values]
    .filter(([minute]) => minute >= fromMs)
    .filter(([, percent]) => (good === 'high' ? percent < 100 - NOISE_PERCENT : percent > NOISE_PERCENT))
    .map(([minute]) => minute);
  return bad.length === 0 ? undefined : Math.min(...bad);
}
