import type { Host, NetworkRequest } from '../network/network';
import type { CacheBehavior, Distribution } from './distribution';
import { type EdgeAnswer, madeByCloudFront } from './edge-answer';
import { type CacheEntry, EdgeCache, fromCache, isServable } from './edge-cache';
import { type FetchedResult, fetchFromOrigin } from './origin-fetch';
import { cacheKey } from './rules/cache-key';
import { isCachedMethod, isCachingDisabled, objectTtl } from './rules/cache-policy';
import { customErrorResponse, errorPageStatus } from './rules/custom-error-response';
import { errorCachingTtl } from './rules/error-caching-ttl';
import { matchCacheBehavior } from './rules/match-behavior';
import type { OriginResult } from './rules/origin-result';
import { staleOnError } from './rules/stale-on-error';
import { staleWhileRevalidate } from './rules/stale-while-revalidate';

/** The network as an edge location sees it. */
export interface OriginNetwork {
  readonly internet: Host;
  /** Where this edge location believes a host name to be. */
  readonly addressOf: (hostName: string) => string;
}

/** A request at the cache behavior that it matched. */
interface Visit {
  readonly behavior: CacheBehavior;
  readonly request: NetworkRequest;
  readonly startMs: number;
  readonly key: string;
  /** Whether its answer may be taken from the cache and put there. */
  readonly caches: boolean;
  /** What the cache holds for it. */
  readonly entry?: CacheEntry;
}

/** The origins of a distribution behind the cache of one edge location, and the error pages before them. */
export class CachedOrigins {
  private readonly cache = new EdgeCache();

  constructor(
    private readonly distribution: Distribution,
    private readonly world: OriginNetwork,
  ) {}

  /** From the cache, else from the origin. Errors become stale objects or custom error pages where those exist. */
  fetch(behavior: CacheBehavior, request: NetworkRequest, startMs: number): Promise<EdgeAnswer> {
    return this.answer(this.visit(behavior, request, startMs));
  }

  private visit(behavior: CacheBehavior, request: NetworkRequest, startMs: number): Visit {
    const caches =
      isCachedMethod(request.method, behavior.cachedMethods) && !isCachingDisabled(behavior.cachePolicy);
    const key = keyOf(behavior, request);
    return { behavior, request, startMs, key, caches, entry: caches ? this.cache.get(key) : undefined };
  }

  private async answer(visit: Visit): Promise<EdgeAnswer> {
    const { entry, behavior, startMs, key } = visit;
    if (entry !== undefined && isServable(entry, startMs)) return fromCache(entry, startMs);
    if (entry !== undefined && staleWhileRevalidate(objectOf(entry), behavior.cachePolicy, startMs)) {
      // Nobody waits for the new object. Until it is there, the next viewers get the old one too.
      const fetched = await this.ask(visit);
      const doneMs = startMs + fetched.result.elapsedMs;
      if (!this.store(visit, fetched)) this.cache.set(key, { ...entry, staleUntilMs: doneMs });
      return fromCache(entry, startMs);
    }
    const fetched = await this.ask(visit);
    return this.store(visit, fetched) ?? this.stale(visit, fetched) ?? this.fail(visit, fetched);
  }

  private ask({ behavior, request, startMs }: Visit): Promise<FetchedResult> {
    const { internet, addressOf } = this.world;
    return fetchFromOrigin({ behavior, request, startMs, internet, addressOf });
  }

  /** The answer of an origin that did not fail, which may go into the cache. */
  private store(visit: Visit, { result, because }: FetchedResult): EdgeAnswer | undefined {
    if (result.kind === 'unavailable' || result.status >= 400) return undefined;
    const storedAtMs = visit.startMs + result.elapsedMs;
    const { seconds } = objectTtl(visit.behavior.cachePolicy, result.response.headers, storedAtMs);
    const answer = originAnswer(result, because);
    // Emulation: what came for HEAD has no body to keep. AWS does not say whether its headers are kept.
    if (visit.caches && visit.request.method !== 'HEAD')
      this.cache.set(visit.key, { answer, storedAtMs, ttlSeconds: seconds });
    return answer;
  }

  /** The expired object that goes before an error. */
  private stale(visit: Visit, { result, because }: FetchedResult): EdgeAnswer | undefined {
    const { entry, startMs } = visit;
    if (entry === undefined || entry.answer.status >= 400) return undefined;
    const doneMs = startMs + result.elapsedMs;
    const decision = staleOnError(
      {
        object: objectOf(entry),
        policy: visit.behavior.cachePolicy,
        origin: result,
        errorCachingMinTtl: this.errorCachingMinTtl(result.status),
      },
      doneMs,
    );
    if (decision.kind === 'error') return undefined;
    this.cache.set(visit.key, { ...entry, staleUntilMs: doneMs + decision.seconds * 1000 });
    return {
      ...entry.answer,
      servedFrom: 'stale cache',
      elapsedMs: result.elapsedMs,
      originLatencyMs: undefined,
      because: [...because, decision.because],
    };
  }

  /** The error itself or its custom error page, which the cache may remember for a while. */
  private async fail(visit: Visit, { result, origin, because }: FetchedResult): Promise<EdgeAnswer> {
    const { behavior, request, startMs, key } = visit;
    const storedAtMs = startMs + result.elapsedMs;
    const failed = originAnswer(result, because);
    const answer = await this.withErrorPage(failed, request, startMs);
    const { seconds } = errorCachingTtl(
      {
        method: request.method,
        status: result.status,
        headers: failed.headers,
        origin: origin.kind,
        errorCachingMinTtl: this.errorCachingMinTtl(result.status),
        policy: behavior.cachePolicy,
        cachedMethods: behavior.cachedMethods,
      },
      storedAtMs,
    );
    if (visit.caches && seconds > 0) this.cache.set(key, { answer, storedAtMs, ttlSeconds: seconds });
    return answer;
  }

  /** Replaces an error by its custom error page, if the distribution has one for it. */
  async withErrorPage(error: EdgeAnswer, request: NetworkRequest, startMs: number): Promise<EdgeAnswer> {
    const source = error.servedFrom === 'cloudfront' ? 'cloudfront' : 'origin';
    const decision = customErrorResponse(this.distribution.errorResponses, error.status, source);
    if (decision.kind === 'unchanged') return { ...error, because: [...error.because, decision.because] };
    const { behavior } = matchCacheBehavior(this.distribution, decision.pagePath);
    const pageRequest = { ...request, method: 'GET', path: decision.pagePath, body: undefined };
    const page = await this.fetchPage(this.visit(behavior, pageRequest, startMs + error.elapsedMs));
    const { status, because } = errorPageStatus(decision.responseCode, page.status);
    return {
      ...page,
      status,
      elapsedMs: error.elapsedMs + page.elapsedMs,
      servedFrom: 'error page',
      originStatus: error.originStatus,
      originLatencyMs: error.originLatencyMs,
      because: [...error.because, decision.because, because],
    };
  }

  /** The page of an error never gets an error page itself. */
  private async fetchPage(visit: Visit): Promise<EdgeAnswer> {
    const { entry, startMs } = visit;
    if (entry !== undefined && isServable(entry, startMs)) return fromCache(entry, startMs);
    const fetched = await this.ask(visit);
    return this.store(visit, fetched) ?? originAnswer(fetched.result, fetched.because);
  }

  private errorCachingMinTtl(status: number): number | undefined {
    return this.distribution.errorResponses.find(({ errorCode }) => errorCode === status)?.errorCachingMinTtl;
  }
}

const pathOf = ({ path }: NetworkRequest): string => path.split('?', 1)[0] ?? '/';

const keyOf = ({ cachePolicy }: CacheBehavior, request: NetworkRequest): string =>
  cacheKey(cachePolicy, {
    method: request.method,
    path: pathOf(request),
    queryString: request.path.split('?')[1] ?? '',
    headers: request.headers,
  });

const objectOf = (entry: CacheEntry) => ({ ...entry, headers: entry.answer.headers });

function originAnswer(result: OriginResult, because: readonly string[]): EdgeAnswer {
  if (result.kind === 'unavailable')
    return { ...madeByCloudFront(result.status, result.because), elapsedMs: result.elapsedMs, because };
  const { status, headers, body, bodyMs } = result.response;
  return {
    status,
    headers,
    body,
    elapsedMs: result.elapsedMs,
    originLatencyMs: result.elapsedMs - bodyMs,
    servedFrom: 'origin',
    originStatus: status,
    because,
  };
}
