import { type MaybePromise, thenNow } from '../../kernel/maybe-promise';
import { type Host, type NetworkRequest, pathOf } from '../../kernel/network/network';
import { UNKNOWN_DEFAULTS, type UnknownValues } from '../../unknowns/unknown-values';
import type { CacheBehavior, Distribution } from './distribution';
import { type EdgeAnswer, madeByCloudFront } from './edge-answer';
import { type CacheEntry, EdgeCache, found, fromCache, isServable } from './edge-cache';
import { KeptConnections } from './kept-connections';
import { type FetchedResult, fetchFromOrigin } from './origin-fetch';
import { parseCacheControl } from './rules/cache-control';
import { cacheKey } from './rules/cache-key';
import { isCachedMethod, isCachingDisabled, objectTtl } from './rules/cache-policy';
import { customErrorResponse, errorPageStatus } from './rules/custom-error-response';
import { errorCachingTtl } from './rules/error-caching-ttl';
import { matchCacheBehavior } from './rules/match-behavior';
import type { OriginResult } from './rules/origin-result';
import { collapsesRequests } from './rules/request-collapsing';
import { type CachedObject, staleOnError } from './rules/stale-on-error';
import { staleWhileRevalidate } from './rules/stale-while-revalidate';

/** The network as an edge location sees it. */
export interface OriginDeps {
  readonly internet: Host;
  /** Where this edge location believes a host name to be. */
  readonly addressOf: (hostName: string) => string;
  /** @default - those of the table */
  readonly unknowns?: UnknownValues;
}

/** A request at the cache behavior that it matched. */
interface OriginVisit {
  readonly behavior: CacheBehavior;
  readonly request: NetworkRequest;
  readonly startMs: number;
  /** Under what its answer may be taken from the cache and put there. @default - nowhere */
  readonly key?: string;
  /** What the cache holds for it. */
  readonly entry?: CacheEntry;
}

type Others = Pick<CacheEntry, 'alone' | 'meanwhile'>;

/** The origins of a distribution behind the cache of one edge location, and the error pages before them. */
export class CachedOrigins {
  private readonly cache: EdgeCache;
  private readonly connections: KeptConnections;

  constructor(
    private readonly distribution: Distribution,
    private readonly world: OriginDeps,
  ) {
    const { edgeObjects, connectionReuseMs } = world.unknowns ?? UNKNOWN_DEFAULTS;
    this.cache = new EdgeCache(edgeObjects);
    this.connections = new KeptConnections(connectionReuseMs);
  }

  /** From the cache, else from the origin. Errors become stale objects or custom error pages where those exist. */
  fetch(behavior: CacheBehavior, request: NetworkRequest, startMs: number): MaybePromise<EdgeAnswer> {
    return this.answer(this.visit(behavior, request, startMs));
  }

  private visit(behavior: CacheBehavior, request: NetworkRequest, startMs: number): OriginVisit {
    const caches =
      isCachedMethod(request.method, behavior.cachedMethods) && !isCachingDisabled(behavior.cachePolicy);
    if (!caches) {
      return { behavior, request, startMs };
    }
    const key = keyOf(behavior, request);
    return { behavior, request, startMs, key, entry: found(this.cache.get(key), startMs) };
  }

  private answer(visit: OriginVisit): MaybePromise<EdgeAnswer> {
    const { entry, behavior, startMs } = visit;
    if (entry !== undefined && isServable(entry, startMs)) {
      return fromCache(entry, startMs);
    }
    const object = objectOf(entry);
    if (entry !== undefined && object && staleWhileRevalidate(object, behavior.cachePolicy, startMs)) {
      return this.revalidate(visit, entry);
    }
    return thenNow(
      this.ask(visit),
      (fetched) => this.store(visit, fetched) ?? this.stale(visit, fetched) ?? this.fail(visit, fetched),
    );
  }

  /** Nobody waits for the new object. Until it is there, the next viewers get the old one too. */
  private revalidate(visit: OriginVisit, entry: CacheEntry): MaybePromise<EdgeAnswer> {
    const { startMs, key } = visit;
    return thenNow(this.ask(visit), (fetched) => {
      const staleUntilMs = startMs + fetched.result.elapsedMs;
      const meanwhile = { ...entry, meanwhile: undefined };
      if (!this.store(visit, fetched, { meanwhile, alone: false })) {
        this.keep(key, { ...entry, staleUntilMs });
      }
      return fromCache(entry, startMs);
    });
  }

  private ask({ behavior, request, startMs }: OriginVisit): MaybePromise<FetchedResult> {
    const { internet, addressOf } = this.world;
    return fetchFromOrigin({
      ...{ behavior, request, startMs, internet, addressOf },
      connections: this.connections,
    });
  }

  /** The answer of an origin that did not fail, which may go into the cache. */
  private store(
    visit: OriginVisit,
    { result }: FetchedResult,
    others = this.others(visit, result),
  ): EdgeAnswer | undefined {
    if (result.kind === 'unavailable' || result.status >= 400) {
      return undefined;
    }
    const answer = originAnswer(result);
    // Emulation: what came for HEAD has no body to keep. AWS does not say whether its headers are kept.
    if (visit.key === undefined || visit.request.method === 'HEAD') {
      return answer;
    }
    const storedAtMs = visit.startMs + result.elapsedMs;
    const { seconds } = objectTtl(visit.behavior.cachePolicy, answer.headers, storedAtMs);
    if (isEverServed(seconds, answer.headers)) {
      this.cache.set(visit.key, { answer, storedAtMs, ttlSeconds: seconds, ...others });
    } else if (visit.entry !== undefined) {
      this.cache.delete(visit.key);
    }
    return answer;
  }

  /** What others get while this is under way. */
  private others({ behavior, entry, startMs }: OriginVisit, result: OriginResult): Others {
    const headers = result.kind === 'response' ? result.response.headers : {};
    if (collapsesRequests({ behavior, headers }, startMs)) {
      return {};
    }
    return { alone: true, meanwhile: entry && { ...entry, meanwhile: undefined } };
  }

  private keep(key: string | undefined, entry: CacheEntry): void {
    if (key !== undefined) {
      this.cache.set(key, entry);
    }
  }

  /** The expired object that goes before an error. */
  private stale(visit: OriginVisit, { result }: FetchedResult): EdgeAnswer | undefined {
    const { entry, startMs } = visit;
    const object = objectOf(entry);
    if (entry === undefined || object === undefined) {
      return undefined;
    }
    const doneMs = startMs + result.elapsedMs;
    const decision = staleOnError(
      {
        object,
        policy: visit.behavior.cachePolicy,
        origin: result,
        errorCachingMinTtl: this.errorCachingMinTtl(result.status),
      },
      doneMs,
    );
    if (decision.kind === 'error') {
      return undefined;
    }
    const answer = { ...entry.answer, elapsedMs: result.elapsedMs };
    const staleUntilMs = doneMs + decision.seconds * 1000;
    const others = this.others(visit, result);
    this.keep(visit.key, { ...entry, answer, staleUntilMs, readyAtMs: doneMs, ...others });
    return { ...answer, servedFrom: 'stale cache', originLatencyMs: undefined };
  }

  /** The error itself or its custom error page, which the cache may remember for a while. */
  private fail(visit: OriginVisit, fetched: FetchedResult): MaybePromise<EdgeAnswer> {
    const { request, startMs } = visit;
    return thenNow(this.withErrorPage(originAnswer(fetched.result), request, startMs), (answer) => {
      this.storeError(visit, fetched, answer);
      return answer;
    });
  }

  private storeError(visit: OriginVisit, { result, origin }: FetchedResult, answer: EdgeAnswer): void {
    const { behavior, request, startMs, key } = visit;
    // What the origin itself said to HEAD has no body to keep, as with good answers.
    if (key === undefined || (request.method === 'HEAD' && answer.servedFrom === 'origin')) {
      return;
    }
    const storedAtMs = startMs + result.elapsedMs;
    const { seconds } = errorCachingTtl(
      {
        method: request.method,
        status: result.status,
        headers: result.kind === 'response' ? result.response.headers : {},
        origin: origin.kind,
        errorCachingMinTtl: this.errorCachingMinTtl(result.status),
        policy: behavior.cachePolicy,
        cachedMethods: behavior.cachedMethods,
      },
      storedAtMs,
    );
    const readyAtMs = startMs + answer.elapsedMs;
    const others = this.others(visit, result);
    if (seconds > 0) {
      this.cache.set(key, { answer, storedAtMs, ttlSeconds: seconds, readyAtMs, ...others });
    }
  }

  /** Replaces an error by its custom error page, if the distribution has one for it. */
  withErrorPage(error: EdgeAnswer, request: NetworkRequest, startMs: number): MaybePromise<EdgeAnswer> {
    const source = error.servedFrom === 'cloudfront' ? 'cloudfront' : 'origin';
    const decision = customErrorResponse(this.distribution.errorResponses, error.status, source);
    if (decision.kind === 'unchanged') {
      return error;
    }
    const { behavior } = matchCacheBehavior(this.distribution, decision.pagePath);
    const pageRequest = { ...request, method: 'GET', path: decision.pagePath, body: undefined };
    return thenNow(this.fetchPage(this.visit(behavior, pageRequest, startMs + error.elapsedMs)), (page) => {
      return {
        ...page,
        status: errorPageStatus(decision.responseCode, page.status).status,
        elapsedMs: error.elapsedMs + page.elapsedMs,
        servedFrom: 'error page',
        originStatus: error.originStatus,
        originLatencyMs: error.originLatencyMs,
      };
    });
  }

  /** The page of an error never gets an error page itself, but an expired copy of it is better than none. */
  private fetchPage(visit: OriginVisit): MaybePromise<EdgeAnswer> {
    const { entry, startMs } = visit;
    if (entry !== undefined && isServable(entry, startMs)) {
      return fromCache(entry, startMs);
    }
    return thenNow(
      this.ask(visit),
      (fetched) => this.store(visit, fetched) ?? this.stale(visit, fetched) ?? originAnswer(fetched.result),
    );
  }

  private errorCachingMinTtl(status: number): number | undefined {
    return this.distribution.errorResponses.find(({ errorCode }) => errorCode === status)?.errorCachingMinTtl;
  }
}

const keyOf = ({ cachePolicy }: CacheBehavior, request: NetworkRequest): string =>
  cacheKey(cachePolicy, {
    method: request.method,
    path: pathOf(request),
    queryString: request.path.slice(pathOf(request).length + 1),
    headers: request.headers,
  });

/** What an origin answered well; not an error that is remembered, though its page may have another status. */
const objectOf = (entry: CacheEntry | undefined): CachedObject | undefined =>
  entry === undefined || entry.answer.servedFrom !== 'origin' || entry.answer.status >= 400
    ? undefined
    : { storedAtMs: entry.storedAtMs, ttlSeconds: entry.ttlSeconds, headers: entry.answer.headers };

/** Many pages of a store are made for one shopper and one moment. Nobody ever gets them from the cache: it would only grow. */
function isEverServed(ttlSeconds: number, headers: Readonly<Record<string, string>>): boolean {
  const { staleIfError, staleWhileRevalidate: revalidated = 0 } = parseCacheControl(headers);
  return ttlSeconds > 0 || staleIfError !== 0 || revalidated > 0;
}

function originAnswer(result: OriginResult): EdgeAnswer {
  if (result.kind === 'unavailable') {
    const { status: originStatus, elapsedMs } = result;
    return { ...madeByCloudFront(originStatus), elapsedMs, originStatus };
  }
  const { status, headers, body, bodyMs } = result.response;
  return {
    status,
    headers,
    body,
    elapsedMs: result.elapsedMs,
    originLatencyMs: result.elapsedMs - bodyMs,
    servedFrom: 'origin',
    originStatus: status,
  };
}
