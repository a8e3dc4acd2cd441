import { parseCacheControl, statedLifetime } from './cache-control';
import { type CachePolicyTtls, isCachedMethod, isCachingDisabled } from './cache-policy';

/** Seconds for which CloudFront caches an error unless the distribution says otherwise. */
export const DEFAULT_ERROR_CACHING_MIN_TTL = 10;

/** An error for which CloudFront asked an origin, and what it depends on how long that is remembered. */
export interface CacheableError {
  readonly method: string;
  readonly status: number;
  /** Of the origin's response, empty without one: lower-case names, one value each. */
  readonly headers: Readonly<Record<string, string>>;
  readonly origin: 's3' | 'custom';
  /** The error caching minimum TTL of the status, in seconds. @default 10 */
  readonly errorCachingMinTtl?: number;
  /** Of the cache behavior of the request that failed. */
  readonly policy: CachePolicyTtls;
  readonly cachedMethods: readonly string[];
}

/** How long CloudFront answers with an error, or its custom error page, without asking the origin. */
export interface ErrorTtl {
  /** 0: the error is not cached. */
  readonly seconds: number;
  readonly because: string;
}

const ALWAYS_CACHED = [404, 414, 500, 501, 502, 503, 504];
const CACHED_WITH_MAX_AGE = [400, 403, 405, 412, 415];
const HEED_NO_STORE = [404, 410, 414, 501];

const notCached = (because: string): ErrorTtl => ({ seconds: 0, because });

/**
 * The time for which CloudFront caches an error, per URL and edge location.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/custom-error-pages-expiration.html
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html#HTTPStatusCodes-cached-errors
 */
export function errorCachingTtl(error: CacheableError, nowMs: number): ErrorTtl {
  const refusal = whyNotCached(error);
  if (refusal !== undefined) {
    return notCached(refusal);
  }
  const minTtl = effectiveMinTtl(error);
  // An error that forbids caching, and is cached all the same, is so for the error caching minimum TTL: other directives
  // than `max-age` and `s-maxage` change nothing. Emulation: nor does a `max-age` beside them.
  if (parseCacheControl(error.headers).forbidsCaching) {
    return { seconds: minTtl, because: 'the error caching minimum TTL, though the origin forbids caching' };
  }
  const lifetime = statedLifetime(error.headers, nowMs) ?? 0;
  // The greater of the stated lifetime, which the maximum TTL caps, and the error caching minimum TTL.
  const seconds = Math.max(minTtl, Math.min(lifetime, error.policy.maxTtl));
  return { seconds, because: seconds > minTtl ? 'the origin states it' : 'the error caching minimum TTL' };
}

function whyNotCached({
  method,
  status,
  headers,
  policy,
  cachedMethods,
}: CacheableError): string | undefined {
  if (!isCachedMethod(method, cachedMethods)) {
    return `responses to ${method} are not cached`;
  }
  // With caching disabled, errors and custom error pages are not cached either.
  if (isCachingDisabled(policy)) {
    return 'the cache policy disables caching';
  }
  const { forbidsCaching, maxAge, sharedMaxAge } = parseCacheControl(headers);
  // Only 404, 410, 414 and 501 heed `no-store`, `no-cache` and `private`; the others are cached in spite of them.
  if (forbidsCaching && HEED_NO_STORE.includes(status)) {
    return 'the origin forbids caching';
  }
  if (ALWAYS_CACHED.includes(status)) {
    return undefined;
  }
  // Some client errors are cached only if the response has `max-age` or `s-maxage`. Others, 416 among them, never.
  const hasMaxAge = maxAge !== undefined || sharedMaxAge !== undefined;
  if (CACHED_WITH_MAX_AGE.includes(status) && hasMaxAge) {
    return undefined;
  }
  return `status ${status} is not cached${CACHED_WITH_MAX_AGE.includes(status) ? ' without max-age' : ''}`;
}

function effectiveMinTtl({ origin, errorCachingMinTtl }: CacheableError): number {
  const minTtl = errorCachingMinTtl ?? DEFAULT_ERROR_CACHING_MIN_TTL;
  // Errors of an S3 origin are cached for a second at least.
  return origin === 's3' ? Math.max(1, minTtl) : minTtl;
}
