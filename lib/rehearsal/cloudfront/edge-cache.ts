import type { EdgeAnswer } from './edge-answer';

/** Something in the cache: a good answer, or an error that is remembered for a while. */
export interface CacheEntry {
  readonly answer: EdgeAnswer;
  readonly storedAtMs: number;
  readonly ttlSeconds: number;
  /** After an error, or while it is fetched anew: until when the expired object is served without asking again. */
  readonly staleUntilMs?: number;
}

/** Emulation: what an answer from the edge's own cache takes. AWS states no figure. */
const CACHE_HIT_MS = 10;

/** Whether the entry may be served without asking the origin. */
export const isServable = (
  { storedAtMs, ttlSeconds, staleUntilMs = 0 }: CacheEntry,
  nowMs: number,
): boolean => nowMs < Math.max(storedAtMs + ttlSeconds * 1000, staleUntilMs);

/** The answer of an entry that is served. */
export function fromCache({ answer, storedAtMs, ttlSeconds }: CacheEntry, nowMs: number): EdgeAnswer {
  const expired = nowMs >= storedAtMs + ttlSeconds * 1000;
  const kept = answer.servedFrom === 'error page' ? answer.servedFrom : expired ? 'stale cache' : 'cache';
  return {
    ...answer,
    servedFrom: kept,
    elapsedMs: CACHE_HIT_MS,
    originLatencyMs: undefined,
    because: ['the answer is in the cache'],
  };
}
