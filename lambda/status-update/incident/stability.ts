import { onTick } from './cadence';

const MINUTE_MS = 60_000;

/** How far back changes count. */
export const WINDOW_MINUTES = 30;

/** More changes than this within the window are not news any more, they are one piece of news: it is unstable. */
const MAX_CHANGES = 3;

/** How long nothing may change before it counts as stable again, in minutes. */
const CALM_MINUTES = 15;

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
  const recent = recentChanges(changes, nowMs);
  const isCalm = nowMs - (recent.at(-1) ?? 0) >= CALM_MINUTES * MINUTE_MS;
  return recent.length > MAX_CHANGES && !isCalm;
}

/** When an unstable store is spoken of again, should it be unstable for that long. */
export function nextUnstableUpdateAt(nowMs: number): number {
  return onTick(nowMs + WINDOW_MINUTES * MINUTE_MS);
}
