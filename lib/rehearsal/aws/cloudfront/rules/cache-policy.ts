import { parseCacheControl, statedLifetime } from './cache-control';

/** The TTL settings of a cache policy, in seconds. */
export interface CachePolicyTtls {
  readonly minTtl: number;
  readonly defaultTtl: number;
  readonly maxTtl: number;
}

/** How long CloudFront answers with an object without asking the origin. */
export interface ObjectTtl {
  /** 0: the next request asks the origin again. */
  readonly seconds: number;
  readonly because: string;
}

/**
 * The time for which CloudFront caches a response other than an error.
 *
 * @param headers Of the origin's response: lower-case names, one value each.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html#ExpirationDownloadDist
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html#ResponseCustomContentNegotiation
 */
export function objectTtl(
  policy: CachePolicyTtls,
  headers: Readonly<Record<string, string>>,
  nowMs: number,
): ObjectTtl {
  // `no-store`, `no-cache` and `private` are respected unless the minimum TTL is above zero: then that counts.
  if (parseCacheControl(headers).forbidsCaching) {
    return { seconds: policy.minTtl, because: 'the origin forbids caching, up to the minimum TTL' };
  }
  // `Vary: *` lets every request go to the origin, unless the minimum TTL is above zero. Any other value leaves the key
  // alone: only the cache policy makes it.
  if (headers['vary']?.trim() === '*' && policy.minTtl === 0) {
    return { seconds: 0, because: 'the response varies by everything' };
  }
  const lifetime = statedLifetime(headers, nowMs);
  // Without a stated lifetime the default TTL counts, or the minimum TTL where that is greater.
  if (lifetime === undefined) {
    return { seconds: Math.max(policy.minTtl, policy.defaultTtl), because: 'the origin states no lifetime' };
  }
  // A stated lifetime is kept between the minimum and the maximum TTL.
  const seconds = Math.max(policy.minTtl, Math.min(lifetime, policy.maxTtl));
  return { seconds, because: `the origin states ${lifetime} s` };
}

/**
 * Whether a cache policy turns caching off, errors included.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cache-key-understand-cache-policy.html
 */
export function isCachingDisabled({ minTtl, defaultTtl, maxTtl }: CachePolicyTtls): boolean {
  // Minimum, default and maximum TTL of zero, as in the managed policy CachingDisabled, disable caching.
  return minTtl === 0 && defaultTtl === 0 && maxTtl === 0;
}

/**
 * Whether responses to a method are cached at all.
 *
 * @param cachedMethods The cache behavior's cached methods.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html
 */
export function isCachedMethod(method: string, cachedMethods: readonly string[]): boolean {
  // GET and HEAD always are, OPTIONS on request, other methods never.
  if (method === 'GET' || method === 'HEAD') {
    return true;
  }
  return method === 'OPTIONS' && cachedMethods.includes('OPTIONS');
}
