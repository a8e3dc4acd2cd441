import type { PageStatus } from './page-status';

const FRESH_FOR_MS = 15 * 60_000;
const PROBE_EVERY = 4;

const isFresh = (status: PageStatus, nowMs: number): boolean =>
  status.updatedMs !== undefined && nowMs - status.updatedMs < FRESH_FOR_MS;

/**
 * Whether to ask the store itself with one light request. Always when the status says that all is normal; never
 * while a fresh status says that the store is closed. In between every fourth poll: the status is missing or old,
 * so whoever writes it may be broken too, or the store works for some pages and not for others.
 */
export const shouldProbe = (status: PageStatus | undefined, poll: number, nowMs: number): boolean => {
  if (status?.mode === 'normal') return true;
  if (status?.mode === 'emergency' && isFresh(status, nowMs)) return false;
  return poll % PROBE_EVERY === 0;
};
