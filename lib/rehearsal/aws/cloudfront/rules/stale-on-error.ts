import { parseCacheControl } from './cache-control';
import type { CachePolicyTtls } from './cache-policy';
import { DEFAULT_ERROR_CACHING_MIN_TTL } from './error-caching-ttl';
import type { OriginResult } from './origin-result';

/** An object in the cache of an edge location. */
export interface CachedObject {
  readonly storedAtMs: number;
  /** For how long it was fresh, in seconds. */
  readonly ttlSeconds: number;
  /** Of the origin's response: lower-case names, one value each. */
  readonly headers: Readonly<Record<string, string>>;
}

/** An origin's answer to a request for an object that is in the cache and expired. */
export interface StaleRequest {
  readonly object: CachedObject;
  readonly policy: CachePolicyTtls;
  readonly origin: OriginResult;
  /** The error caching minimum TTL of the origin's status, in seconds. @default 10 */
  readonly errorCachingMinTtl?: number;
}

/** Whether the viewer gets the expired object or the error, which may have a custom error page. */
export type StaleDecision =
  | {
      readonly kind: 'stale';
      /** Seconds until CloudFront asks the origin again. */
      readonly seconds: number;
      readonly because: string;
    }
  | { readonly kind: 'error'; readonly because: string };

const error = (because: string): StaleDecision => ({ kind: 'error', because });

/**
 * Decides whether CloudFront answers an error of the origin with an expired object, which goes before any custom error
 * page. What has been evicted from the cache in the meantime can't be served; see `edge-cache.ts`.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html#stale-content
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html
 */
export function staleOnError(request: StaleRequest, nowMs: number): StaleDecision {
  const { object, origin, policy } = request;
  // A 4xx status is passed on; only 5xx, and an origin that does not answer, call for the expired object.
  if (origin.status < 500) {
    return error(`status ${origin.status} is passed on`);
  }
  const { forbidsCaching, staleIfError } = parseCacheControl(object.headers);
  const staleSeconds = (nowMs - object.storedAtMs) / 1_000 - object.ttlSeconds;
  // `stale-if-error=0` turns it off; a greater value is the longest time past expiry.
  if (staleIfError === 0) {
    return error('the object says stale-if-error=0');
  }
  // An object is served stale for the maximum TTL at most. Emulation: counted from its expiry, as for
  // `stale-if-error`; AWS's wording leaves room to count from when it was stored.
  const limit = Math.min(staleIfError ?? Number.POSITIVE_INFINITY, policy.maxTtl);
  if (policy.maxTtl === 0 || staleSeconds > limit) {
    return error(`the object expired more than ${limit} s ago`);
  }
  // An object that forbids caching is kept for an origin that can't be reached, if the maximum TTL is above zero.
  // Emulation: not for an origin that answers 5xx, of which AWS does not speak.
  if (forbidsCaching && policy.minTtl === 0 && origin.kind === 'response') {
    return error('the object forbids caching');
  }
  const seconds = request.errorCachingMinTtl ?? DEFAULT_ERROR_CACHING_MIN_TTL;
  return { kind: 'stale', seconds, because: `the object is in the cache, and ${origin.because}` };
}
