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
  readonly headers: Readonly<Record<string, string>>;
}

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
  const { cachePolicy, originRequestPolicy } = policies;
  const wants = (name: string) =>
    selects(cachePolicy.headers, name) || selects(originRequestPolicy.headers, name);
  const kept = Object.entries(headers).filter(([name]) => name !== 'cookie' && wants(name));
  const cookies = both([cachePolicy.cookies, originRequestPolicy.cookies], headers['cookie'], ';');
  const [pathname = '/', query] = splitOnce(path, '?');
  const queries = both([cachePolicy.queryStrings, originRequestPolicy.queryStrings], query, '&');
  return {
    path: queries.length === 0 ? pathname : `${pathname}?${queries.join('&')}`,
    headers: {
      // The path, the body, and these headers go along whatever the policies say.
      'user-agent': 'Amazon CloudFront',
      // The Host header is the origin's own name, unless a policy has the viewer's.
      host: originHost,
      ...Object.fromEntries(kept),
      ...(cookies.length === 0 ? {} : { cookie: cookies.join('; ') }),
    },
  };
}

function splitOnce(text: string, separator: string): readonly [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** What either selection has of the pairs in a text, in the viewer's order. */
function both(
  [one, other]: readonly [NameSelection, NameSelection],
  text: string | undefined,
  separator: '&' | ';',
): readonly string[] {
  if (text === undefined || text === '') return [];
  const chosen = new Set([...selectedPairs(one, text, separator), ...selectedPairs(other, text, separator)]);
  return selectedPairs({ kind: 'all' }, text, separator).filter((pair) => chosen.has(pair));
}
