import { MINUTE_MS } from '../../shared/contract/clock-units';

/**
 * How long checkers outweigh alarms that say otherwise, in milliseconds: within that an alarm follows them, and whatever
 * is wrong with the question itself must not keep news from people.
 */
const HOLD_BACK_MS = 3 * MINUTE_MS;

/** Whether what became due at a time may still wait for the alarms to follow the checkers. */
export const isHeldBack = (dueMs: number, nowMs: number): boolean => nowMs - dueMs < HOLD_BACK_MS;
