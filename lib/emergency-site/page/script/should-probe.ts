import { isFresh, type PageStatus } from './page-status';

const PROBE_EVERY = 4;

/** Whether the store lets shoppers in, by its own account. */
export const isOpening = (status: PageStatus | undefined): boolean =>
  status?.x_mode === 'normal' || status?.x_mode === 'recovering';

/**
 * Whether to ask the store itself with one light request. Always when the status says that it opens; never while a
 * fresh status says that it is closed. In between every fourth poll: the status is missing or old, so whoever writes
 * it may be broken too, or the store works for some pages and not for others.
 */
export const shouldProbe = (status: PageStatus | undefined, poll: number, nowMs: number): boolean => {
  if (isOpening(status)) return true;
  if (status && status.x_mode !== 'degraded' && isFresh(status, nowMs)) return false;
  return poll % PROBE_EVERY === 0;
};
