import type { Random } from '../../../kernel/clock/random';

/** One alarm among others, which AWS does not say in which order it evaluates. */
export interface EvaluatedAlarm {
  /** 0: each at a moment of its own; 1: all at once, in the order of the template; 2: in the reverse order. */
  readonly order: number;
  /** How often it is evaluated. */
  readonly everyMs: number;
  /** Its place in the template, from 1. */
  readonly index: number;
}

/** More alarms than this are not told apart within the second. */
const MOST = 500;

/**
 * When within its minute, its ten seconds or its hour an alarm is evaluated. Always a whole millisecond: events cut off the rest
 * and the SDK rounds it, so that one change would have two times.
 *
 * @param random is asked once whatever the order, so that everything else is left to the same chance
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
 */
export function evaluationPhaseMs({ order, everyMs, index }: EvaluatedAlarm, random: Random): number {
  const own = Math.floor(random() * everyMs);
  if (order === 0) {
    return own;
  }
  const place = Math.min(index, MOST);
  return order === 1 ? place : MOST - place;
}
