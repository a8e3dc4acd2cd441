import type { Host, NetworkRequest } from '../network/network';
import type { CacheBehavior, Origin } from './distribution';
import { originAttempts } from './rules/origin-attempts';
import { originFailover } from './rules/origin-group';
import { originRequest } from './rules/origin-request';
import type { OriginResult } from './rules/origin-result';

/** A viewer request on its way to an origin. */
export interface OriginFetch {
  readonly behavior: CacheBehavior;
  readonly request: NetworkRequest;
  readonly startMs: number;
  /** Where this edge location believes a host name to be. */
  readonly addressOf: (hostName: string) => string;
  readonly internet: Host;
}

/** What came of it, and which origin had the last word. */
export interface FetchedResult {
  readonly result: OriginResult;
  readonly origin: Origin;
  readonly because: readonly string[];
}

/** Asks a behavior's origin; in a group the secondary too, where the primary's answer calls for it. */
export async function fetchFromOrigin(fetch: OriginFetch): Promise<FetchedResult> {
  const { target, cachedMethods } = fetch.behavior;
  if (target.kind === 'origin') return ask(fetch, target.origin, 0);
  const first = await ask(fetch, target.primary, 0);
  const decision = originFailover(
    {
      method: fetch.request.method,
      optionsCached: cachedMethods.includes('OPTIONS'),
      failoverStatusCodes: target.failoverStatusCodes,
    },
    first.result,
  );
  const because = [...first.because, decision.because];
  if (!decision.failsOver) return { ...first, because };
  const second = await ask(fetch, target.secondary, first.result.elapsedMs);
  const elapsedMs = first.result.elapsedMs + second.result.elapsedMs;
  return { ...second, result: { ...second.result, elapsedMs }, because: [...because, ...second.because] };
}

async function ask(fetch: OriginFetch, origin: Origin, delayMs: number): Promise<FetchedResult> {
  const request = requestFor(fetch, origin);
  const address = fetch.addressOf(origin.domainName);
  const result = await originAttempts(origin.timeouts, request.method, (elapsedMs) =>
    fetch.internet.exchange(address, request, fetch.startMs + delayMs + elapsedMs),
  );
  return { result, origin, because: [`origin ${origin.domainName} at ${address}: ${result.because}`] };
}

/** The request as the origin gets it, below its path, with its custom headers, signed where it asks for that. */
function requestFor({ behavior, request }: OriginFetch, origin: Origin): NetworkRequest {
  const { path, headers } = originRequest(behavior, request, origin.domainName);
  return {
    ...request,
    path: `${origin.path}${path}`,
    headers: {
      ...headers,
      ...origin.customHeaders,
      ...(origin.signs ? { authorization: 'AWS4-HMAC-SHA256' } : {}),
    },
  };
}
