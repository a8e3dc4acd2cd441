import type { Severity } from './severity';

const MINUTE_MS = 60_000;

/** How often the schedule wakes the function. The rule in `StatusUpdates` has the same rate. */
export const TICK_MINUTES = 5;

/** Longest silence between two messages about an open incident, in minutes. */
const CADENCE_MINUTES: Readonly<Record<Severity, number>> = { SEV1: 15, SEV2: 30, SEV3: 60 };

/** How long an improvement must hold before it is told on its own: recovering alarms clear one by one. */
const EASED_HOLD_MS = 5 * MINUTE_MS;

/** When the next message is promised: after the cadence, rounded up to a full tick so that the schedule can keep it. */
export function nextUpdateAt(severity: Severity, nowMs: number): number {
  const tickMs = TICK_MINUTES * MINUTE_MS;
  return Math.ceil((nowMs + CADENCE_MINUTES[severity] * MINUTE_MS) / tickMs) * tickMs;
}

/** Whether waiting for one more tick would break the promise. */
export function isUpdateDue(nextUpdateAtMs: number, nowMs: number): boolean {
  return nextUpdateAtMs - nowMs < TICK_MINUTES * MINUTE_MS;
}

/** Whether an improvement has held long enough to be told. */
export function hasEasedForGood(easedSinceMs: number, nowMs: number): boolean {
  return nowMs - easedSinceMs >= EASED_HOLD_MS;
}
