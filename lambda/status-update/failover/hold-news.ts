import { HOUR_MS, MINUTE_MS } from '../../shared/contract/clock-units';
import type { Hold } from '../contract/hold';

/** How long before its end on-call is warned. */
const WARNING_MS = 10 * MINUTE_MS;

/** One who has just heard of the end needs no warning of it. */
const FRESH_MS = 15 * MINUTE_MS;

/** Longest silence about a hold: as long as that of the mildest incident. */
const REMINDER_MS = HOUR_MS;

/**
 * What there is to say about a hold: it is `held` from now on; its end `changed`; something had undone it and it is held
 * `again`; it is `still` held; it is `ending` soon; it is `over` because its time is up, or was `released` by a person.
 */
export type HoldNews = 'held' | 'changed' | 'again' | 'still' | 'ending' | 'over' | 'released';

/**
 * What is new about a hold that is in force; undefined when nothing is.
 *
 * @param moved whether Route 53 answered otherwise until now
 */
export function newsOf(hold: Hold, moved: boolean, nowMs: number): HoldNews | undefined {
  const { told, endsAtMs } = hold;
  if (told === null) {
    return 'held';
  }
  if (told.endsAtMs !== endsAtMs) {
    return 'changed';
  }
  if (moved) {
    return 'again';
  }
  const isEnding = endsAtMs - nowMs <= WARNING_MS && endsAtMs - told.atMs > FRESH_MS;
  if (isEnding && !told.warned) {
    return 'ending';
  }
  return nowMs - told.atMs >= REMINDER_MS ? 'still' : undefined;
}
