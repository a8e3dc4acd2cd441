import type { NetworkRequest } from '../network/network';
import { CachedOrigins, type OriginNetwork } from './cached-origins';
import type { CacheBehavior, Distribution } from './distribution';
import { type EdgeAnswer, madeByCloudFront } from './edge-answer';
import { type FunctionCounter, runViewerRequest, runViewerResponse } from './edge-function-calls';
import { matchCacheBehavior } from './rules/match-behavior';
import { responseHeadersPolicyApplies, withPolicyHeaders } from './rules/response-headers';
import { viewerResponseFunctionRuns } from './rules/viewer-function';
import { viewerProtocol } from './rules/viewer-protocol';

/** What an edge location needs of the rest of the world. */
export interface EdgeSurroundings extends OriginNetwork {
  /** @default - nobody counts functions */
  readonly countFunction?: FunctionCounter;
}

/** One edge location of a distribution, with a cache of its own. */
export class EdgeLocation {
  private readonly origins: CachedOrigins;
  private readonly count: FunctionCounter;

  constructor(
    private readonly distribution: Distribution,
    world: EdgeSurroundings,
  ) {
    this.origins = new CachedOrigins(distribution, world);
    this.count = world.countFunction ?? (() => undefined);
  }

  /** Answers a viewer. */
  async handle(request: NetworkRequest, startMs: number): Promise<EdgeAnswer> {
    const { behavior, because } = matchCacheBehavior(this.distribution, pathOf(request));
    const answer =
      this.redirect(behavior, request) ??
      (await this.refuse(behavior, request, startMs)) ??
      (await this.serve(behavior, this.withRootObject(request), startMs));
    return { ...answer, because: [because, ...answer.because] };
  }

  private redirect({ viewerProtocolPolicy }: CacheBehavior, request: NetworkRequest): EdgeAnswer | undefined {
    const decision = viewerProtocol(viewerProtocolPolicy, request.protocol ?? 'https', request.method);
    if (decision.kind !== 'redirect') return undefined;
    const answer = madeByCloudFront(decision.status, decision.because);
    return {
      ...answer,
      headers: { ...answer.headers, location: `https://${request.headers['host']}${request.path}` },
    };
  }

  private async refuse(
    { allowedMethods, viewerProtocolPolicy }: CacheBehavior,
    request: NetworkRequest,
    startMs: number,
  ): Promise<EdgeAnswer | undefined> {
    const decision = viewerProtocol(viewerProtocolPolicy, request.protocol ?? 'https', request.method);
    const because =
      decision.kind === 'refuse'
        ? decision.because
        : allowedMethods.includes(request.method)
          ? undefined
          : `${request.method} is not allowed by the cache behavior`;
    return because === undefined
      ? undefined
      : this.origins.withErrorPage(madeByCloudFront(403, because), request, startMs);
  }

  /** With the functions of the cache behavior before and after, and the response headers policy. */
  private async serve(
    behavior: CacheBehavior,
    viewerRequest: NetworkRequest,
    startMs: number,
  ): Promise<EdgeAnswer> {
    const ran = behavior.viewerRequest
      ? runViewerRequest(behavior.viewerRequest, viewerRequest, this.count)
      : ({ kind: 'request', request: viewerRequest } as const);
    if (ran.kind === 'response') return ran.answer;
    const { request } = ran;
    const answer = withPolicy(behavior, await this.origins.fetch(behavior, request, startMs));
    const run = viewerResponseFunctionRuns({
      originStatus: answer.originStatus,
      isCustomErrorPage: answer.servedFrom === 'error page',
      madeByViewerRequest: false,
      redirectsToHttps: false,
    });
    return run.runs && behavior.viewerResponse
      ? runViewerResponse(behavior.viewerResponse, { request, answer }, this.count)
      : answer;
  }

  /** @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DefaultRootObject.html */
  private withRootObject(request: NetworkRequest): NetworkRequest {
    const { defaultRootObject } = this.distribution;
    return pathOf(request) === '/' && defaultRootObject !== undefined
      ? { ...request, path: `/${defaultRootObject}` }
      : request;
  }
}

const pathOf = ({ path }: NetworkRequest): string => path.split('?', 1)[0] ?? '/';

function withPolicy({ responseHeadersPolicy: policy }: CacheBehavior, answer: EdgeAnswer): EdgeAnswer {
  const applies =
    policy !== undefined &&
    responseHeadersPolicyApplies({
      isCustomErrorPage: answer.servedFrom === 'error page',
      madeByViewerRequest: false,
      madeByCloudFront: answer.servedFrom === 'cloudfront',
    });
  return applies ? { ...answer, headers: withPolicyHeaders(policy, answer.headers) } : answer;
}
