import { type MaybePromise, thenNow } from '../../kernel/maybe-promise';
import type { Host, NetworkRequest } from '../../kernel/network/network';
import type { CacheBehavior, Origin, OriginTarget } from './distribution';
import type { KeptConnections } from './kept-connections';
import { acceptedHeaders } from './rules/forwarded-cookies';
import { originAttempts } from './rules/origin-attempts';
import { originCertificateNames } from './rules/origin-certificate';
import { originFailover } from './rules/origin-group';
import { originProtocol, originRequest } from './rules/origin-request';
import type { OriginResult } from './rules/origin-result';

/** A viewer request on its way to an origin. */
export interface OriginFetch {
  readonly behavior: CacheBehavior;
  readonly request: NetworkRequest;
  readonly startMs: number;
  /** Where this edge location believes a host name to be. */
  readonly addressOf: (hostName: string) => string;
  readonly internet: Host;
  /** @default - none is used on once the name leads elsewhere */
  readonly connections?: KeptConnections;
}

/** What came of it, and which origin had the last word. */
export interface FetchedResult {
  readonly result: OriginResult;
  readonly origin: Origin;
}

type OriginGroup = Extract<OriginTarget, { kind: 'group' }>;

/** Asks a behavior's origin; in a group the secondary too, where the primary's answer calls for it. */
export function fetchFromOrigin(fetch: OriginFetch): MaybePromise<FetchedResult> {
  const { target } = fetch.behavior;
  return target.kind === 'origin'
    ? ask(fetch, target.origin, 0)
    : thenNow(ask(fetch, target.primary, 0), (first) => failOver(fetch, target, first));
}

/** Goes on to the secondary where the primary's answer calls for it. */
function failOver(fetch: OriginFetch, group: OriginGroup, first: FetchedResult): MaybePromise<FetchedResult> {
  const decision = originFailover(
    {
      method: fetch.request.method,
      optionsCached: fetch.behavior.cachedMethods.includes('OPTIONS'),
      failoverStatusCodes: group.failoverStatusCodes,
    },
    first.result,
  );
  if (!decision.failsOver) {
    return first;
  }
  return thenNow(ask(fetch, group.secondary, first.result.elapsedMs), (second) => {
    const elapsedMs = first.result.elapsedMs + second.result.elapsedMs;
    return { ...second, result: { ...second.result, elapsedMs } };
  });
}

function ask(fetch: OriginFetch, origin: Origin, delayMs: number): MaybePromise<FetchedResult> {
  const request = requestFor(fetch, origin);
  const { domainName: name } = origin;
  const { connections } = fetch;
  const startMs = fetch.startMs + delayMs;
  // DNS is asked all the same: what it says counts as soon as no connection is open.
  const resolved = fetch.addressOf(name);
  const address = connections?.addressOf(name, resolved, startMs) ?? resolved;
  return thenNow(
    originAttempts(origin.timeouts, request.method, (elapsedMs) =>
      fetch.internet.exchange(address, request, startMs + elapsedMs),
    ),
    (result) => {
      const answered = result.kind === 'response';
      connections?.note(name, { address, answered, doneMs: startMs + result.elapsedMs });
      return { result: accepted(fetch.behavior, result), origin };
    },
  );
}

/** The result as CloudFront takes it. */
function accepted(behavior: CacheBehavior, result: OriginResult): OriginResult {
  if (result.kind === 'unavailable') {
    return result;
  }
  const headers = acceptedHeaders(behavior, result.response.headers);
  return headers === result.response.headers
    ? result
    : { ...result, response: { ...result.response, headers } };
}

/** The request as the origin gets it: over its protocol, below its path, with its custom headers, signed if it asks. */
function requestFor({ behavior, request }: OriginFetch, origin: Origin): NetworkRequest {
  const { path, headers } = originRequest(behavior, request, origin.domainName);
  const signature = origin.signs
    ? { authorization: `AWS4-HMAC-SHA256 SourceArn=${origin.signsFor ?? ''}` }
    : undefined;
  return {
    ...request,
    path: `${origin.path}${path}`,
    headers: { ...headers, ...origin.customHeaders, ...signature },
    protocol: originProtocol(origin.protocolPolicy, request.protocol ?? 'https'),
    // A bucket that is an origin is asked by the name of its own endpoint.
    certificateNames:
      origin.kind === 'custom' ? originCertificateNames(origin.domainName, headers) : undefined,
  };
}
