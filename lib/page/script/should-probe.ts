import { isFresh, type PageStatus } from './page-status';
import { OPEN_WORDS } from './said';

const PROBE_EVERY = 4;

/** Whether the store lets shoppers in, by its own account. */
export const isOpening = (status: PageStatus): boolean => (status.x_mode as string) in OPEN_WORDS;

/**
 * Whether to ask the store itself with one light request. Always when the status says that it opens; never while a
 * fresh status says that it is closed. In between every fourth poll: the status is missing or old, so the function that writes
 * it may be broken too, or the store works for some pages and not for others.
 */
export const shouldProbe = (status: PageStatus, poll: number, nowMs: number): boolean =>
  isOpening(status) ||
  ((status.x_mode === 'degraded' || !isFresh(status, nowMs)) && poll % PROBE_EVERY === 0);
