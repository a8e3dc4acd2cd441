import type { Deployment } from '../assembly/deployment';
import { STAGE } from './resource';
import { type Bucket, fullBucket, type Throttle, takeToken } from './rules/throttle';

type Stage = (typeof STAGE)['properties']['_output'];

/** The throttles of stages, each with one bucket a method. */
export class StageThrottles {
  private readonly throttles: ReadonlyMap<string, Throttle>;
  /** Keyed by stage and method. */
  private readonly buckets = new Map<string, Bucket>();

  constructor(deployment: Deployment) {
    this.throttles = new Map(
      deployment.all(STAGE).map(({ properties }) => [stageKey(properties), throttleOf(properties)]),
    );
  }

  /** Whether a request to a method gets past the throttle of the stage that a name is mapped to. */
  pass(
    mapping: { readonly RestApiId: string; readonly Stage?: string },
    method: { readonly ResourceId: string; readonly HttpMethod: string },
    nowMs: number,
  ): boolean {
    const stage = stageKey({ RestApiId: mapping.RestApiId, StageName: mapping.Stage ?? '' });
    const throttle = this.throttles.get(stage);
    if (throttle === undefined) return true;
    const key = `${stage} ${method.ResourceId} ${method.HttpMethod}`;
    const { passes, bucket } = takeToken(throttle, this.buckets.get(key) ?? fullBucket(throttle), nowMs);
    this.buckets.set(key, bucket);
    return passes;
  }
}

const stageKey = ({ RestApiId, StageName }: Pick<Stage, 'RestApiId' | 'StageName'>): string =>
  `${RestApiId} ${StageName}`;

/** By the setting for every method, the only one that may throttle. A limit that is not set is the account's. */
function throttleOf({ MethodSettings }: Stage): Throttle {
  const setting = MethodSettings.find(
    ({ HttpMethod, ResourcePath }) => HttpMethod === '*' && ResourcePath === '/*',
  );
  return {
    rateLimit: setting?.ThrottlingRateLimit ?? NO_LIMIT,
    burstLimit: setting?.ThrottlingBurstLimit ?? NO_LIMIT,
  };
}

/** Emulation: the account's quota is not modelled. */
const NO_LIMIT = Number.MAX_SAFE_INTEGER;
