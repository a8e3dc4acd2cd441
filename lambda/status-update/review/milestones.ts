import type { Evidence, Series } from './evidence';
import type { ReviewDue } from './review-due';

const MINUTE_MS = 60_000;

/** How long before its first alarm an incident may have begun: alarms wait for datapoints, which come late. */
const LOOK_BACK_MS = 15 * MINUTE_MS;

/** A rate of errors, in percent, that is no everyday noise. */
const NOISE_PERCENT = 1;

/** The moments that tell how an incident went, in epoch milliseconds. */
export interface Milestones {
  /** The first bad minute before the first alarm; the alarm itself when no metric shows one. */
  readonly beganMs: number;
  readonly detectedMs: number;
  /** When the first message was decided. Undefined when that is not known any more. */
  readonly alertedMs?: number;
  /** When a person first gave a command about it. Undefined: nobody did. */
  readonly acknowledgedMs?: number;
  readonly recoveredMs: number;
  /** Undefined: it has to stay well for that. */
  readonly resolvedMs?: number;
}

/** When an incident began, was noticed, was told and was over. */
export function milestones(due: ReviewDue, { series, messages }: Evidence): Milestones {
  const minutes = series.flatMap((one) => badMinutes(one, due.startedAtMs));
  return {
    beganMs: Math.min(due.startedAtMs, ...minutes),
    detectedMs: due.startedAtMs,
    alertedMs: messages.find(({ update }) => update === 1)?.atMs,
    acknowledgedMs: due.acknowledgedAtMs ?? undefined,
    recoveredMs: due.wellSinceMs,
    resolvedMs: due.resolvedAtMs ?? undefined,
  };
}

function badMinutes({ good, values }: Series, alarmMs: number): number[] {
  return [...values]
    .filter(([minute]) => minute >= alarmMs - LOOK_BACK_MS && minute <= alarmMs)
    .filter(([, percent]) => (good === 'high' ? percent < 100 - NOISE_PERCENT : percent > NOISE_PERCENT))
    .map(([minute]) => minute);
}
