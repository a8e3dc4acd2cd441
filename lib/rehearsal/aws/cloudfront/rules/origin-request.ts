import type { CacheKeyPolicy } from './cache-key';
import { type NameSelection, selectedPairs, selects } from './name-selection';

/** What of a viewer request goes to the origin besides the cache key. Header names in lower case. */
export interface OriginRequestPolicy {
  readonly headers: NameSelection;
  readonly cookies: NameSelection;
  readonly queryStrings: NameSelection;
}

/** What a cache behavior without an origin request policy adds to the cache key. */
export const NOTHING_MORE: OriginRequestPolicy = {
  headers: { kind: 'none' },
  cookies: { kind: 'none' },
  queryStrings: { kind: 'none' },
};

/** Which protocol CloudFront speaks to a custom origin. */
export type OriginProtocolPolicy = 'http-only' | 'match-viewer' | 'https-only';

/**
 * The protocol of a request to an origin.
 *
 * @see https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CustomOriginConfig.html
 */
export function originProtocol(policy: OriginProtocolPolicy, viewers: 'http' | 'https'): 'http' | 'https' {
  switch (policy) {
    case 'http-only':
      return 'http';
    // The one that the viewer used.
    case 'match-viewer':
      return viewers;
    case 'https-only':
      return 'https';
  }
}

/** The two policies that decide together. */
export interface ForwardingPolicies {
  readonly cachePolicy: CacheKeyPolicy;
  readonly originRequestPolicy: OriginRequestPolicy;
}

/** The part of a request that policies decide about. */
export interface ForwardedRequest {
  /** Path and query. */
  readonly path: string;
  /** Lower-case names, one value each. */
  readonly headers: Headers;
}

type Headers = Readonly<Record<string, string>>;

/**
 * What CloudFront sends to an origin of a viewer's request: what the cache key has, and what the origin request policy
 * adds.
 *
 * @param originHost The origin's domain name.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/origin-request-understand-origin-request-policy.html
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html
 */
export function originRequest(
  policies: ForwardingPolicies,
  { path, headers }: ForwardedRequest,
  originHost: string,
): ForwardedRequest {
  return { path: forwardedPath(policies, path), headers: forwardedHeaders(policies, headers, originHost) };
}

function forwardedPath({ cachePolicy, originRequestPolicy }: ForwardingPolicies, path: string): string {
  const end = path.indexOf('?');
  if (end < 0) {
    return path;
  }
  const selections = [cachePolicy.queryStrings, originRequestPolicy.queryStrings];
  const pairs = selectedPairs(selections, path.slice(end + 1), '&');
  return pairs.length === 0 ? path.slice(0, end) : `${path.slice(0, end)}?${pairs.join('&')}`;
}

function forwardedHeaders(
  { cachePolicy, originRequestPolicy }: ForwardingPolicies,
  headers: Headers,
  originHost: string,
): Headers {
  // The path, the body, and these headers go along whatever the policies say. The Host header is the origin's own name,
  // unless a policy has the viewer's.
  const forwarded: Record<string, string> = { 'user-agent': 'Amazon CloudFront', host: originHost };
  for (const name in headers) {
    if (name === 'cookie') {
      continue;
    }
    if (selects(cachePolicy.headers, name) || selects(originRequestPolicy.headers, name)) {
      forwarded[name] = headers[name] ?? '';
    }
  }
  const selections = [cachePolicy.cookies, originRequestPolicy.cookies];
  const cookies = selectedPairs(selections, headers['cookie'] ?? '', ';');
  if (cookies.length > 0) {
    forwarded['cookie'] = cookies.join('; ');
  }
  return forwarded;
}
