import type { CacheKeyPolicy } from './rules/cache-key';
import type { CachePolicyTtls } from './rules/cache-policy';
import type { OriginRequestPolicy } from './rules/origin-request';
import type { ResponseHeadersPolicy } from './rules/response-headers';

/** A cache policy as the rules need it. */
export type CachePolicy = CachePolicyTtls & CacheKeyPolicy;

const NONE = { kind: 'none' } as const;
const ALL = { kind: 'all' } as const;
const YEAR_SECONDS = 31_536_000;
const DAY_SECONDS = 86_400;
const BY_PATH = { headers: NONE, cookies: NONE, queryStrings: NONE };
const OPTIMIZED: CachePolicy = { ...BY_PATH, minTtl: 1, defaultTtl: DAY_SECONDS, maxTtl: YEAR_SECONDS };
const ORIGIN_DECIDES: CachePolicy = {
  minTtl: 0,
  defaultTtl: 0,
  maxTtl: YEAR_SECONDS,
  headers: {
    kind: 'whitelist',
    names: ['host', 'origin', 'x-http-method-override', 'x-http-method', 'x-method-override'],
  },
  cookies: ALL,
  queryStrings: NONE,
};

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html */
export const MANAGED_CACHE_POLICIES: Readonly<Record<string, CachePolicy>> = {
  // Amplify
  '2e54312d-136d-493c-8eb9-b001f22f67d2': {
    minTtl: 2,
    defaultTtl: 2,
    maxTtl: 600,
    headers: { kind: 'whitelist', names: ['authorization', 'cloudfront-viewer-country', 'host'] },
    cookies: ALL,
    queryStrings: ALL,
  },
  // Elemental-MediaPackage
  '08627262-05a9-4f76-9ded-b50ca2e3a84f': {
    minTtl: 0,
    defaultTtl: DAY_SECONDS,
    maxTtl: YEAR_SECONDS,
    headers: { kind: 'whitelist', names: ['origin'] },
    cookies: NONE,
    queryStrings: { kind: 'whitelist', names: ['aws.manifestfilter', 'start', 'end', 'm'] },
  },
  // CachingDisabled
  '4135ea2d-6df8-44a3-9df3-4b5a84be39ad': { ...BY_PATH, minTtl: 0, defaultTtl: 0, maxTtl: 0 },
  // CachingOptimized
  '658327ea-f89d-4fab-a63d-7e88639e58f6': OPTIMIZED,
  // CachingOptimizedForUncompressedObjects
  'b2884449-e4de-46a7-ac36-70bc7f1ddd6d': OPTIMIZED,
  // UseOriginCacheControlHeaders
  '83da9c7e-98b4-4e11-a168-04f0df8e2c65': ORIGIN_DECIDES,
  // UseOriginCacheControlHeaders-QueryStrings
  '4cc15a8a-d715-48a4-82b8-cc0b614638fe': { ...ORIGIN_DECIDES, queryStrings: ALL },
};

const headersOnly = (...names: readonly string[]): OriginRequestPolicy => ({
  headers: { kind: 'whitelist', names },
  cookies: NONE,
  queryStrings: NONE,
});

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html */
export const MANAGED_ORIGIN_REQUEST_POLICIES: Readonly<Record<string, OriginRequestPolicy>> = {
  // AllViewer
  '216adef6-5c7f-47e4-b989-5492eafa07d3': { headers: ALL, cookies: ALL, queryStrings: ALL },
  // AllViewerAndCloudFrontHeaders-2022-06, of which a rehearsal has no CloudFront headers
  '33f36d7e-f396-46d9-90e0-52428a34d9dc': { headers: ALL, cookies: ALL, queryStrings: ALL },
  // HostHeaderOnly
  'bf0718e1-ba1e-49d1-88b1-f726733018ae': headersOnly('host'),
  // AllViewerExceptHostHeader
  'b689b0a8-53d0-40ab-baf2-68738e2966ac': {
    headers: { kind: 'allExcept', names: ['host'] },
    cookies: ALL,
    queryStrings: ALL,
  },
  // CORS-CustomOrigin
  '59781a5b-3903-41f3-afcb-af62929ccde1': headersOnly('origin'),
  // CORS-S3Origin
  '88a5eaf4-2fd4-4709-b370-b4c650ea3fcf': headersOnly(
    'origin',
    'access-control-request-headers',
    'access-control-request-method',
  ),
  // UserAgentRefererHeaders
  'acba4595-bd28-49b8-b9fe-13317c0390fa': headersOnly('user-agent', 'referer'),
};

const SECURITY_HEADERS: ResponseHeadersPolicy = {
  set: [
    { name: 'referrer-policy', value: 'strict-origin-when-cross-origin', override: false },
    { name: 'strict-transport-security', value: 'max-age=31536000', override: false },
    { name: 'x-content-type-options', value: 'nosniff', override: true },
    { name: 'x-frame-options', value: 'SAMEORIGIN', override: false },
    { name: 'x-xss-protection', value: '1; mode=block', override: false },
  ],
  remove: [],
};
/** Headers for requests from another origin, of which a rehearsal has none. */
const CORS_ONLY: ResponseHeadersPolicy = { set: [], remove: [] };

/** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html */
export const MANAGED_RESPONSE_HEADERS_POLICIES: Readonly<Record<string, ResponseHeadersPolicy>> = {
  // SecurityHeadersPolicy
  '67f7725c-6f97-4210-82d7-5512b31e9d03': SECURITY_HEADERS,
  // CORS-and-SecurityHeadersPolicy
  'e61eb60c-9c35-4d20-a928-2b84e02af89c': SECURITY_HEADERS,
  // CORS-with-preflight-and-SecurityHeadersPolicy
  'eaab4381-ed33-4a86-88ca-d9558dc6cd63': SECURITY_HEADERS,
  // SimpleCORS
  '60669652-455b-4ae9-85a4-c4c02393f86c': CORS_ONLY,
  // CORS-With-Preflight
  '5cc3b908-e619-4b99-88e5-2cf7f45965bd': CORS_ONLY,
};
