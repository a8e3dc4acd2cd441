import { MINUTE_MS } from '../../shared/contract/clock-units';
import { onTick } from './cadence';

/** How far back changes count: four of them, which is two rounds of a store that fails every half hour. */
export const WINDOW_MINUTES = 60;

/** More changes than this within the window are not news any more, they are one piece of news: it is unstable. */
const MAX_CHANGES = 3;

/** How long nothing may change before it counts as stable again, in minutes: at least, and at most. */
const CALM_MINUTES = { min: 15, max: 45 } as const;

/** By how much a stretch must outlast those before it to be another one. */
const CALM_FACTOR = 1.5;

/** How long after a recovery an outage is the same one again, in minutes. */
const SAME_MINUTES = 45;

/** How often an unstable store is spoken of, in minutes: people have been told what it does. */
const UPDATE_MINUTES = 120;

/** The epochs of the changes that still count, oldest first, and one of now. */
export function noteChange(changes: readonly number[], nowMs: number): number[] {
  return [...recentChanges(changes, nowMs), nowMs];
}

/** The epochs of the changes that still count, oldest first. */
export function recentChanges(changes: readonly number[], nowMs: number): number[] {
  return changes.filter((atMs) => nowMs - atMs < WINDOW_MINUTES * MINUTE_MS);
}

/** Whether the store goes up and down so often that each change on its own says nothing. */
export function isUnstable(changes: readonly number[], nowMs: number): boolean {
  return recentChanges(changes, nowMs).length > MAX_CHANGES;
}

/**
 * Whether nothing has changed for longer than a store that goes up and down is used to. Up and down take turns, so that
 * every second stretch compares with this one: a store that is down for a minute each half hour is down for good after a quarter
 * of an hour, and well for good after more than half of one.
 */
export function isCalm(changes: readonly number[], nowMs: number): boolean {
  const stretches = changes.map((atMs, index) => (changes[index + 1] ?? nowMs) - atMs);
  const alike = stretches.slice(0, -1).filter((_, index) => (stretches.length - 1 - index) % 2 === 0);
  const { min, max } = CALM_MINUTES;
  const calmMs = Math.max(min * MINUTE_MS, CALM_FACTOR * Math.max(0, ...alike));
  return (stretches.at(-1) ?? Number.POSITIVE_INFINITY) >= Math.min(max * MINUTE_MS, calmMs);
}

/** Whether an outage now goes on with one that has been over since `wellSinceMs`. */
export function isSameAgain(wellSinceMs: number, nowMs: number): boolean {
  return nowMs - wellSinceMs < SAME_MINUTES * MINUTE_MS;
}

/** When an unstable store is spoken of again, should it be unstable for that long. */
export function nextUnstableUpdateAt(nowMs: number): number {
  return onTick(nowMs + UPDATE_MINUTES * MINUTE_MS);
}
