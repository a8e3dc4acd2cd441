import type { Host, NetworkRequest } from '../network/network';
import type { CacheBehavior, Distribution } from './distribution';
import type { EdgeAnswer } from './edge-answer';
import { runViewerRequest, runViewerResponse } from './edge-function-calls';
import { fetchFromOrigin } from './origin-fetch';
import { cacheKey } from './rules/cache-key';
import { isCachedMethod, isCachingDisabled, objectTtl } from './rules/cache-policy';
import { customErrorResponse, errorPageStatus } from './rules/custom-error-response';
import { errorCachingTtl } from './rules/error-caching-ttl';
import { matchCacheBehavior } from './rules/match-behavior';
import type { OriginResult } from './rules/origin-result';
import { staleOnError } from './rules/stale-on-error';
import { viewerResponseFunctionRuns } from './rules/viewer-function';

/** What an edge location needs of the rest of the world. */
export interface EdgeSurroundings {
  readonly internet: Host;
  readonly addressOf: (hostName: string) => string;
}

/** Something in the cache: a good answer, or an error that is remembered for a while. */
interface CacheEntry {
  readonly answer: EdgeAnswer;
  readonly storedAtMs: number;
  readonly ttlSeconds: number;
  /** After an error: until when the expired object is served without asking again. */
  readonly staleUntilMs?: number;
}

/** One edge location of a distribution, with a cache of its own. */
export class EdgeLocation {
  private readonly cache = new Map<string, CacheEntry>();

  constructor(
    private readonly distribution: Distribution,
    private readonly world: EdgeSurroundings,
  ) {}

  /** Answers a viewer. */
  async handle(request: NetworkRequest, startMs: number): Promise<EdgeAnswer> {
    const { behavior, because } = matchCacheBehavior(this.distribution, pathOf(request));
    if (!behavior.allowedMethods.includes(request.method)) {
      return this.withErrorPage(
        made(403, `${request.method} is not allowed by the cache behavior`),
        request,
        startMs,
      );
    }
    const ran = runViewerRequest(behavior.viewerRequest, this.withRootObject(request));
    if (ran.kind === 'response') return { ...ran.answer, because: [because, ...ran.answer.because] };
    const answer = await this.fetch(behavior, ran.request, startMs);
    const run = viewerResponseFunctionRuns({
      originStatus: answer.originStatus,
      isCustomErrorPage: answer.servedFrom === 'error page',
      madeByViewerRequest: false,
      redirectsToHttps: false,
    });
    const finished = run.runs ? runViewerResponse(behavior.viewerResponse, ran.request, answer) : answer;
    return { ...finished, because: [because, ...finished.because] };
  }

  /** From the cache, else from the origin. Errors become stale objects or custom error pages where those exist. */
  private async fetch(
    behavior: CacheBehavior,
    request: NetworkRequest,
    startMs: number,
  ): Promise<EdgeAnswer> {
    const caches =
      isCachedMethod(request.method, behavior.cachedMethods) && !isCachingDisabled(behavior.cachePolicy);
    const key = keyOf(behavior, request);
    const entry = caches ? this.cache.get(key) : undefined;
    if (entry !== undefined && isFresh(entry, startMs)) return fromCache(entry, startMs);
    const { result, origin, because } = await fetchFromOrigin({ behavior, request, startMs, ...this.world });
    const doneMs = startMs + result.elapsedMs;
    if (result.kind === 'response' && result.status < 400) {
      const { seconds } = objectTtl(behavior.cachePolicy, result.response.headers, doneMs);
      const answer = originAnswer(result, because);
      if (caches && request.method === 'GET')
        this.cache.set(key, { answer, storedAtMs: doneMs, ttlSeconds: seconds });
      return answer;
    }
    const errorCachingMinTtl = this.errorCachingMinTtl(result.status);
    if (entry !== undefined && entry.answer.status < 400) {
      const stale = staleOnError(
        {
          object: { ...entry, headers: entry.answer.headers },
          policy: behavior.cachePolicy,
          origin: result,
          errorCachingMinTtl,
        },
        doneMs,
      );
      if (stale.kind === 'stale') {
        this.cache.set(key, { ...entry, staleUntilMs: doneMs + stale.seconds * 1000 });
        return {
          ...entry.answer,
          servedFrom: 'stale cache',
          elapsedMs: result.elapsedMs,
          because: [...because, stale.because],
        };
      }
    }
    const failed = originAnswer(result, because);
    const answer = await this.withErrorPage(failed, request, startMs);
    const { seconds } = errorCachingTtl(
      {
        method: request.method,
        status: result.status,
        headers: failed.headers,
        origin: origin.kind,
        errorCachingMinTtl,
        policy: behavior.cachePolicy,
        cachedMethods: behavior.cachedMethods,
      },
      doneMs,
    );
    if (caches && seconds > 0) this.cache.set(key, { answer, storedAtMs: doneMs, ttlSeconds: seconds });
    return answer;
  }

  /** Replaces an error by its custom error page, if the distribution has one for it. */
  private async withErrorPage(
    error: EdgeAnswer,
    request: NetworkRequest,
    startMs: number,
  ): Promise<EdgeAnswer> {
    const source = error.servedFrom === 'cloudfront' ? 'cloudfront' : 'origin';
    const decision = customErrorResponse(this.distribution.errorResponses, error.status, source);
    if (decision.kind === 'unchanged') return { ...error, because: [...error.because, decision.because] };
    const { behavior } = matchCacheBehavior(this.distribution, decision.pagePath);
    const pageRequest = { ...request, method: 'GET', path: decision.pagePath, body: undefined };
    const page = await this.fetchPage(behavior, pageRequest, startMs + error.elapsedMs);
    const { status, because } = errorPageStatus(decision.responseCode, page.status);
    return {
      ...page,
      status,
      elapsedMs: error.elapsedMs + page.elapsedMs,
      servedFrom: 'error page',
      originStatus: error.originStatus,
      because: [...error.because, decision.because, because],
    };
  }

  /** The page of an error never gets an error page itself. */
  private async fetchPage(
    behavior: CacheBehavior,
    request: NetworkRequest,
    startMs: number,
  ): Promise<EdgeAnswer> {
    const key = keyOf(behavior, request);
    const entry = this.cache.get(key);
    if (entry !== undefined && isFresh(entry, startMs)) return fromCache(entry, startMs);
    const { result, because } = await fetchFromOrigin({ behavior, request, startMs, ...this.world });
    const answer = originAnswer(result, because);
    if (answer.status < 400) {
      const { seconds } = objectTtl(behavior.cachePolicy, answer.headers, startMs);
      this.cache.set(key, { answer, storedAtMs: startMs + result.elapsedMs, ttlSeconds: seconds });
    }
    return answer;
  }

  /** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html */
  private withRootObject(request: NetworkRequest): NetworkRequest {
    const { defaultRootObject } = this.distribution;
    return pathOf(request) === '/' && defaultRootObject !== undefined
      ? { ...request, path: `/${defaultRootObject}` }
      : request;
  }

  private errorCachingMinTtl(status: number): number | undefined {
    return this.distribution.errorResponses.find(({ errorCode }) => errorCode === status)?.errorCachingMinTtl;
  }
}

/** Emulation: what an answer from the edge's own cache takes. AWS states no figure. */
const CACHE_HIT_MS = 10;

const pathOf = ({ path }: NetworkRequest): string => path.split('?')[0] ?? '/';

const keyOf = ({ cachePolicy }: CacheBehavior, request: NetworkRequest): string =>
  cacheKey(cachePolicy, {
    method: request.method,
    path: pathOf(request),
    queryString: request.path.split('?')[1] ?? '',
    headers: request.headers,
  });

const isFresh = ({ storedAtMs, ttlSeconds, staleUntilMs = 0 }: CacheEntry, nowMs: number): boolean =>
  nowMs < Math.max(storedAtMs + ttlSeconds * 1000, staleUntilMs);

function fromCache({ answer, storedAtMs, ttlSeconds }: CacheEntry, nowMs: number): EdgeAnswer {
  const stale = nowMs >= storedAtMs + ttlSeconds * 1000;
  const kept = answer.servedFrom === 'error page' ? answer.servedFrom : stale ? 'stale cache' : 'cache';
  return { ...answer, servedFrom: kept, elapsedMs: CACHE_HIT_MS, because: ['the answer is in the cache'] };
}

function originAnswer(result: OriginResult, because: readonly string[]): EdgeAnswer {
  if (result.kind === 'unavailable')
    return { ...made(result.status, result.because), elapsedMs: result.elapsedMs, because };
  const { status, headers, body } = result.response;
  return {
    status,
    headers,
    body,
    elapsedMs: result.elapsedMs,
    servedFrom: 'origin',
    originStatus: status,
    because,
  };
}

/** An answer that CloudFront makes by itself. */
const made = (status: number, because: string): EdgeAnswer => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from(
    `<html><body><h1>${status} ERROR</h1><p>The request could not be satisfied.</p></body></html>`,
  ),
  elapsedMs: 0,
  servedFrom: 'cloudfront',
  because: [because],
});
