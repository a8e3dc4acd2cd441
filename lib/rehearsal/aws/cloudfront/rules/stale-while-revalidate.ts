import { parseCacheControl } from './cache-control';
import type { CachePolicyTtls } from './cache-policy';
import type { CachedObject } from './stale-on-error';

/**
 * Whether CloudFront answers with an expired object at once, and asks the origin for a new one meanwhile.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html#stale-content
 */
export function staleWhileRevalidate(object: CachedObject, policy: CachePolicyTtls, nowMs: number): boolean {
  const { staleWhileRevalidate: seconds = 0 } = parseCacheControl(object.headers);
  const staleSeconds = (nowMs - object.storedAtMs) / 1_000 - object.ttlSeconds;
  // For as long after expiry as the object says, the maximum TTL at most. Emulation: the last instant included.
  return seconds > 0 && staleSeconds >= 0 && staleSeconds <= Math.min(seconds, policy.maxTtl);
}
