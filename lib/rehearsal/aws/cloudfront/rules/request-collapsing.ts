import { parseCacheControl, statedLifetime } from './cache-control';
import type { CachePolicyTtls } from './cache-policy';
import { forwardsCookies } from './forwarded-cookies';
import type { ForwardingPolicies } from './origin-request';

/** The cache behavior of requests for one object, and what the origin answered the first of them. */
export interface SimultaneousRequests {
  readonly behavior: ForwardingPolicies & { readonly cachePolicy: CachePolicyTtls };
  /** Lower-case names, one value each. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Whether requests that arrive while the first one for the same object is under way get its answer. Emulation: where they
 * do not, they go to the origin at once; AWS has them wait for the first answer before.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html#request-custom-traffic-spikes
 */
export function collapsesRequests({ behavior, headers }: SimultaneousRequests, nowMs: number): boolean {
  // Not where cookies are forwarded, whichever policy does it.
  if (forwardsCookies(behavior)) {
    return false;
  }
  // Nor, with a minimum TTL of zero, for an answer that says private, no-store, no-cache or a lifetime of zero.
  const forbidden = parseCacheControl(headers).forbidsCaching || statedLifetime(headers, nowMs) === 0;
  return !(forbidden && behavior.cachePolicy.minTtl === 0);
}
