import { MINUTE_MS } from '../../shared/contract/clock-units';
import type { Severity } from '../contract/severity';
import { TICK_MINUTES } from '../contract/tick';

const TICK_MS = TICK_MINUTES * MINUTE_MS;

/** Longest silence between two messages about an open incident, in minutes. */
const CADENCE_MINUTES: Readonly<Record<Severity, number>> = { SEV1: 15, SEV2: 30, SEV3: 60 };

/** How long an improvement must hold before it is told on its own: recovering alarms clear one by one. */
const EASED_HOLD_MS = 5 * MINUTE_MS;

/** How long before a promised update the person who speaks is reminded of it. */
const NUDGE_MS = 2 * MINUTE_MS;

/** When the next message is promised: after the cadence. */
export function nextUpdateAt(severity: Severity, nowMs: number): number {
  return onTick(nowMs + CADENCE_MINUTES[severity] * MINUTE_MS);
}

/** By when an incident that has just recovered is resolved if it stays well: the hold ends between two ticks. */
export function resolvedBy(nowMs: number, holdMs: number): number {
  return onTick(nowMs + holdMs + TICK_MS);
}

/** The first full minute from `epochMs` on, so that the schedule can keep what is promised for it. */
export function onTick(epochMs: number): number {
  return Math.ceil(epochMs / TICK_MS) * TICK_MS;
}

/** Whether waiting for one more tick would break the promise. */
export function isUpdateDue(nextUpdateAtMs: number, nowMs: number): boolean {
  return nextUpdateAtMs - nowMs < TICK_MS;
}

/** Whether this is the last tick that leaves two minutes to write the promised update. */
export function isNudgeDue(nextUpdateAtMs: number, nowMs: number): boolean {
  return nextUpdateAtMs - nowMs < NUDGE_MS + TICK_MS;
}

/** Whether an improvement has held long enough to be told. */
export function hasEasedForGood(easedSinceMs: number, nowMs: number): boolean {
  return nowMs - easedSinceMs >= EASED_HOLD_MS;
}
