import { HOUR_MS, MINUTE_MS } from '../../../kernel/clock/units';
import { percentileIn, percentileOf } from './percentile';

const MILLISECONDS = 1_000;
const TEN_SECONDS_MS = 10_000;
const DAY_SECONDS = 86_400;

/** The standard statistics of the samples of a period. */
export const STATISTICS = ['Minimum', 'Maximum', 'Average', 'Sum', 'SampleCount'] as const;
export type StandardStatistic = (typeof STATISTICS)[number];

/** A statistic an alarm can apply to the samples of a period: a standard one, or a percentile such as `p90`. */
export type Statistic = StandardStatistic | `p${number}`;

/** A stretch of time, its start included and its end not. */
export interface Period {
  readonly startMs: number;
  readonly endMs: number;
}

/** The periods an alarm looks at. */
export interface AlarmWindow {
  readonly evaluatedAtMs: number;
  /** How often the alarm is evaluated, in milliseconds. */
  readonly everyMs: number;
  /** 10, 20, 30, or a multiple of 60. */
  readonly periodSeconds: number;
  /** How many periods, at least 1. */
  readonly count: number;
}

/** How far back an alarm looks. */
export interface EvaluationSpan {
  /** 10, 20, 30, or a multiple of 60. */
  readonly periodSeconds: number;
  /** At least 1. */
  readonly evaluationPeriods: number;
}

/**
 * How often an alarm is evaluated, in milliseconds: once a minute, every ten seconds when its period is shorter than a
 * minute, and once an hour when all its evaluation periods come to more than a day.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
 */
export function evaluatedEveryMs({ periodSeconds, evaluationPeriods }: EvaluationSpan): number {
  if (periodSeconds * evaluationPeriods > DAY_SECONDS) {
    return HOUR_MS;
  }
  return periodSeconds < 60 ? TEN_SECONDS_MS : MINUTE_MS;
}

/**
 * The periods that an alarm looks at when it is evaluated, oldest first.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
 */
export function alarmPeriods(window: AlarmWindow): readonly Period[] {
  const { evaluatedAtMs, everyMs, periodSeconds, count } = window;
  // An alarm is evaluated every minute, on the periods that end with the last whole minute: at the end of minute 6 a
  // period of five minutes covers minutes 2 to 6. So longer periods slide by the minute. One that looks back more than
  // a day takes data up to the last full hour only.
  // Emulation: periods shorter than a minute end with the last whole ten seconds.
  const endMs = Math.floor(evaluatedAtMs / everyMs) * everyMs;
  const periodMs = periodSeconds * MILLISECONDS;
  return Array.from({ length: count }, (_, index) => {
    const startMs = endMs - (count - index) * periodMs;
    return { startMs, endMs: startMs + periodMs };
  });
}

/** The samples of a period: how many there are of each value. */
export type SampleCounts = ReadonlyMap<number, number>;

/**
 * The datapoint of a period: one statistic of the samples that fell into it.
 *
 * @returns undefined for a period without samples: its datapoint is missing, whatever the statistic.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html
 */
export function datapoint(samples: SampleCounts, statistic: Statistic): number | undefined {
  if (samples.size === 0) {
    return undefined;
  }
  if (!isStandardStatistic(statistic)) {
    return percentileOf(samples, percentileIn(statistic));
  }
  let [count, sum] = [0, 0];
  for (const [value, times] of samples) {
    count += times;
    sum += value * times;
  }
  switch (statistic) {
    case 'Minimum':
      return Math.min(...samples.keys());
    case 'Maximum':
      return Math.max(...samples.keys());
    case 'Average':
      return sum / count;
    case 'Sum':
      return sum;
    case 'SampleCount':
      return count;
  }
}

/** Whether a statistic is a standard one, not a percentile. */
export const isStandardStatistic = (statistic: Statistic): statistic is StandardStatistic =>
  (STATISTICS as readonly string[]).includes(statistic);
