import type { EdgeAnswer } from './edge-answer';

/** Something in the cache: a good answer, or an error that is remembered for a while. */
export interface CacheEntry {
  /** As the viewer got it whose request brought it. */
  readonly answer: EdgeAnswer;
  readonly storedAtMs: number;
  readonly ttlSeconds: number;
  /** After an error, or while it is fetched again: until when the expired object is served without asking again. */
  readonly staleUntilMs?: number;
  /** When that viewer had it; until then it is under way. @default storedAtMs */
  readonly readyAtMs?: number;
  /** What others get until then. @default - nothing: they wait */
  readonly meanwhile?: CacheEntry;
  /** Others do not wait for it, but ask the origin by themselves as if it were not there. @default false */
  readonly alone?: boolean;
}

/** What a request finds of an entry: one that is under way and alone is not there yet, only what it will replace. */
export const found = (entry: CacheEntry | undefined, nowMs: number): CacheEntry | undefined =>
  entry?.alone && nowMs < (entry.readyAtMs ?? entry.storedAtMs) ? found(entry.meanwhile, nowMs) : entry;

/** What an error stays that is remembered: a page in place of the origin's answer, or CloudFront's own. */
const ERRORS: ReadonlySet<EdgeAnswer['servedFrom']> = new Set(['error page', 'cloudfront']);

/** Emulation: what an answer from the edge's own cache takes. AWS states no figure. */
const CACHE_HIT_MS = 10;

/** Whether the entry may be served without asking the origin. */
export const isServable = (
  { storedAtMs, ttlSeconds, staleUntilMs = 0 }: CacheEntry,
  nowMs: number,
): boolean => nowMs < Math.max(storedAtMs + ttlSeconds * 1000, staleUntilMs);

/**
 * The answer of an entry that is served. A request that comes while it is under way waits for it, but no longer than its own request
 * to the origin would have taken. Emulation: AWS calls the pause brief and states no figure; here it lasts until the answer
 * is there.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html#request-custom-traffic-spikes
 */
export function fromCache(entry: CacheEntry, nowMs: number): EdgeAnswer {
  const { answer, storedAtMs, ttlSeconds, readyAtMs = storedAtMs, meanwhile } = entry;
  if (meanwhile !== undefined && nowMs < readyAtMs) {
    return fromCache(meanwhile, nowMs);
  }
  const expired = nowMs >= storedAtMs + ttlSeconds * 1000;
  return {
    ...answer,
    servedFrom: ERRORS.has(answer.servedFrom) ? answer.servedFrom : expired ? 'stale cache' : 'cache',
    elapsedMs: Math.max(CACHE_HIT_MS, Math.min(readyAtMs - nowMs, answer.elapsedMs)),
    originLatencyMs: undefined,
  };
}

/**
 * What an edge location keeps, by cache key. It holds two halves: when the recent one is full, it becomes the old one,
 * and what is left of that is evicted, because nobody has asked for it in the meantime.
 */
export class EdgeCache {
  private recent = new Map<string, CacheEntry>();
  private old = new Map<string, CacheEntry>();

  /** @param capacity how many objects, at least 2 */
  constructor(private readonly capacity: number) {}

  get(key: string): CacheEntry | undefined {
    const known = this.recent.get(key);
    if (known !== undefined) {
      return known;
    }
    const entry = this.old.get(key);
    if (entry !== undefined) {
      this.set(key, entry);
    }
    return entry;
  }

  set(key: string, entry: CacheEntry): void {
    this.recent.set(key, entry);
    if (this.recent.size * 2 < this.capacity) {
      return;
    }
    this.old = this.recent;
    this.recent = new Map();
  }

  delete(key: string): void {
    this.recent.delete(key);
    this.old.delete(key);
  }
}
