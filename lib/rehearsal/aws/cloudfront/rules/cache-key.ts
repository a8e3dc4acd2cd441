import { type NameSelection, selectedPairs } from './name-selection';

/** The cache key settings of a cache policy. */
export interface CacheKeyPolicy {
  readonly headers: Extract<NameSelection, { kind: 'none' | 'whitelist' }>;
  readonly cookies: NameSelection;
  readonly queryStrings: NameSelection;
}

/** The part of a viewer request that a cache key may be made of. */
export interface CacheKeyRequest {
  readonly method: string;
  /** As the viewer sent it, or as the viewer-request function changed it. */
  readonly path: string;
  /** Without the question mark, often empty. */
  readonly queryString: string;
  /** Lower-case names, one value each. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The key under which one distribution caches the response to a request. The origin is no part of it. Emulation: nor is
 * the encoding that compression support would add, because a rehearsal does not compress.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-the-cache-key.html
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cache-key-understand-cache-policy.html
 */
export function cacheKey(policy: CacheKeyPolicy, request: CacheKeyRequest): string {
  // Responses to OPTIONS are kept apart; GET and HEAD share theirs.
  const method = request.method === 'OPTIONS' ? 'OPTIONS' : 'GET';
  // Emulation: parameters and cookies keep the viewer's order. AWS does not say whether CloudFront sorts them.
  const query = selectedPairs([policy.queryStrings], request.queryString, '&').join('&');
  const cookies = selectedPairs([policy.cookies], request.headers['cookie'] ?? '', ';').join(';');
  // No part of a request holds a line feed, so that no two requests that differ can have one key.
  const key = `${method}\n${request.path}\n${query}\n${cookies}`;
  return policy.headers.kind === 'none' ? key : key + selectedHeaders(policy.headers.names, request);
}

function selectedHeaders(names: readonly string[], { headers }: CacheKeyRequest): string {
  let selected = '';
  for (const name of names) {
    const value = headers[name.toLowerCase()];
    if (value !== undefined) {
      selected += `\n${name}\n${value}`;
    }
  }
  return selected;
}
