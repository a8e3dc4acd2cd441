import type { CacheKeyPolicy } from './rules/cache-key';
import type { CachePolicyTtls } from './rules/cache-policy';

/** A cache policy as the rules need it. */
export type CachePolicy = CachePolicyTtls & CacheKeyPolicy;

/** What of a viewer request goes to the origin besides the cache key. */
export interface OriginRequestPolicy {
  /** Whether the viewer's Host header goes along. */
  readonly forwardsHost: boolean;
  readonly forwardsQueryStrings: boolean;
}

const NONE = { kind: 'none' } as const;
const ALL = { kind: 'all' } as const;
const YEAR_SECONDS = 31_536_000;
const DAY_SECONDS = 86_400;

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html */
export const MANAGED_CACHE_POLICIES: Readonly<Record<string, CachePolicy>> = {
  // CachingDisabled
  '4135ea2d-6df8-44a3-9df3-4b5a84be39ad': {
    minTtl: 0,
    defaultTtl: 0,
    maxTtl: 0,
    headers: NONE,
    cookies: NONE,
    queryStrings: NONE,
  },
  // CachingOptimized
  '658327ea-f89d-4fab-a63d-7e88639e58f6': {
    minTtl: 1,
    defaultTtl: DAY_SECONDS,
    maxTtl: YEAR_SECONDS,
    headers: NONE,
    cookies: NONE,
    queryStrings: NONE,
  },
  // UseOriginCacheControlHeaders-QueryStrings
  '4cc15a8a-d715-48a4-82b8-cc0b614638fe': {
    minTtl: 0,
    defaultTtl: 0,
    maxTtl: YEAR_SECONDS,
    headers: {
      kind: 'whitelist',
      names: ['host', 'origin', 'x-http-method-override', 'x-http-method', 'x-method-override'],
    },
    cookies: ALL,
    queryStrings: ALL,
  },
};

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html */
export const MANAGED_ORIGIN_REQUEST_POLICIES: Readonly<Record<string, OriginRequestPolicy>> = {
  // AllViewer
  '216adef6-5c7f-47e4-b989-5492eafa07d3': { forwardsHost: true, forwardsQueryStrings: true },
  // AllViewerExceptHostHeader
  'b689b0a8-53d0-40ab-baf2-68738e2966ac': { forwardsHost: false, forwardsQueryStrings: true },
  // CORS-S3Origin
  '88a5eaf4-2fd4-4709-b370-b4c650ea3fcf': { forwardsHost: false, forwardsQueryStrings: false },
};
