import { type MaybePromise, thenNow } from '../../kernel/maybe-promise';
import { type NetworkRequest, pathOf } from '../../kernel/network/network';
import { CachedOrigins, type OriginDeps } from './cached-origins';
import type { CacheBehavior, Distribution, Origin } from './distribution';
import { type EdgeAnswer, madeByCloudFront } from './edge-answer';
import {
  type EdgeFunctionDeps,
  type FunctionCounter,
  type FunctionVisit,
  runViewerRequest,
  runViewerResponse,
} from './edge-function-calls';
import { matchCacheBehavior } from './rules/match-behavior';
import { type OriginUpdate, updatedTimeouts } from './rules/origin-update';
import { responseHeadersPolicyApplies, withPolicyHeaders } from './rules/response-headers';
import { viewerResponseFunctionRuns } from './rules/viewer-function';
import { type ProtocolDecision, viewerProtocol } from './rules/viewer-protocol';

/** What an edge location needs of the rest of the world. */
export interface EdgeDeps extends OriginDeps {
  /** @default - nobody counts functions */
  readonly countFunction?: FunctionCounter;
}

/** One edge location of a distribution, with a cache of its own. */
export class EdgeLocation {
  private readonly origins: CachedOrigins;
  private readonly functions: EdgeFunctionDeps;
  /** Cache behaviors as functions change them: a function makes the same few changes for one request after the other. */
  private readonly changed = new WeakMap<OriginUpdate, Map<CacheBehavior, CacheBehavior>>();

  constructor(
    private readonly distribution: Distribution,
    world: EdgeDeps,
  ) {
    this.origins = new CachedOrigins(distribution, world);
    this.functions = { distribution, count: world.countFunction ?? (() => undefined) };
  }

  /**
   * Answers a viewer. A redirect to HTTPS, a refusal and what the viewer-request function answers by itself goes out as it
   * is: no viewer-response function runs on it, and no response headers policy applies. Emulation: AWS states the former
   * for Lambda@Edge only, and does not speak of the latter.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-cloudfront-trigger-events.html
   */
  handle(request: NetworkRequest, startMs: number): MaybePromise<EdgeAnswer> {
    const { behavior } = matchCacheBehavior(this.distribution, pathOf(request));
    const { method, protocol = 'https' } = request;
    const decision = viewerProtocol(behavior.viewerProtocolPolicy, protocol, method);
    if (decision.kind === 'redirect') {
      return redirect(request, decision);
    }
    if (decision.kind === 'refuse') {
      return this.refuse(request, startMs);
    }
    return behavior.allowedMethods.includes(method)
      ? this.serve(behavior, this.withRootObject(request), startMs)
      : this.refuse(request, startMs);
  }

  private refuse(request: NetworkRequest, startMs: number): MaybePromise<EdgeAnswer> {
    return this.origins.withErrorPage(madeByCloudFront(403), request, startMs);
  }

  /** With the functions of the cache behavior before and after, and the response headers policy. */
  private serve(
    behavior: CacheBehavior,
    viewerRequest: NetworkRequest,
    startMs: number,
  ): MaybePromise<EdgeAnswer> {
    const ran = behavior.viewerRequest
      ? runViewerRequest(behavior.viewerRequest, { request: viewerRequest, startMs }, this.functions)
      : ({ kind: 'request', request: viewerRequest, originUpdate: undefined } as const);
    if (ran.kind === 'response') {
      return ran.answer;
    }
    const { request, originUpdate } = ran;
    const asked = originUpdate === undefined ? behavior : this.changedBy(originUpdate, behavior);
    return thenNow(this.origins.fetch(asked, request, startMs), (fetched) =>
      this.toViewer(behavior, { request, startMs }, withPolicy(behavior, fetched)),
    );
  }

  private changedBy(update: OriginUpdate, behavior: CacheBehavior): CacheBehavior {
    const known = this.changed.get(update) ?? new Map<CacheBehavior, CacheBehavior>();
    const changed = known.get(behavior) ?? withOrigin(behavior, update);
    this.changed.set(update, known.set(behavior, changed));
    return changed;
  }

  private toViewer(behavior: CacheBehavior, visit: FunctionVisit, answer: EdgeAnswer): EdgeAnswer {
    const run = viewerResponseFunctionRuns({
      originStatus: answer.originStatus,
      isCustomErrorPage: answer.servedFrom === 'error page',
    });
    return run.runs && behavior.viewerResponse
      ? runViewerResponse(behavior.viewerResponse, { ...visit, answer }, this.functions)
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

/** The cache behavior with what a function changed of its origin; of a group only the primary changes. */
function withOrigin(behavior: CacheBehavior, update: OriginUpdate): CacheBehavior {
  const { target } = behavior;
  const changed = (origin: Origin): Origin => ({
    ...origin,
    timeouts: updatedTimeouts(origin.timeouts, update),
  });
  return {
    ...behavior,
    target:
      target.kind === 'origin'
        ? { ...target, origin: changed(target.origin) }
        : { ...target, primary: changed(target.primary) },
  };
}

type Redirect = Extract<ProtocolDecision, { kind: 'redirect' }>;

function redirect({ headers, path }: NetworkRequest, { status }: Redirect): EdgeAnswer {
  const answer = madeByCloudFront(status);
  return { ...answer, headers: { ...answer.headers, location: `https://${headers['host']}${path}` } };
}

function withPolicy({ responseHeadersPolicy: policy }: CacheBehavior, answer: EdgeAnswer): EdgeAnswer {
  const applies =
    policy !== undefined &&
    responseHeadersPolicyApplies({
      isCustomErrorPage: answer.servedFrom === 'error page',
      madeByCloudFront: answer.servedFrom === 'cloudfront',
    });
  return applies ? { ...answer, headers: withPolicyHeaders(policy, answer.headers) } : answer;
}
