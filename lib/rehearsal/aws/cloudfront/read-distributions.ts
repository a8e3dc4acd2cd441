import { RehearsalError } from '../../kernel/errors';
import type { Deployment, ModelledResource } from '../assembly/deployment';
import { ACCOUNT_ID } from '../assembly/physical-ids';
import { type CloudFrontFunction, loadCloudFrontFunction } from './cloudfront-function';
import type { CacheBehavior, Distribution, Origin, OriginTarget } from './distribution';
import {
  type CachePolicy,
  MANAGED_CACHE_POLICIES,
  MANAGED_ORIGIN_REQUEST_POLICIES,
  MANAGED_RESPONSE_HEADERS_POLICIES,
} from './managed-policies';
import { CACHE_POLICY, ORIGIN_REQUEST_POLICY, RESPONSE_HEADERS_POLICY } from './policy-resource';
import { readCachePolicy, readOriginRequestPolicy, readResponseHeadersPolicy } from './read-policies';
import { CLOUDFRONT_FUNCTION, DISTRIBUTION, ORIGIN_ACCESS_CONTROL } from './resource';
import { NOTHING_MORE, type OriginRequestPolicy } from './rules/origin-request';
import type { ResponseHeadersPolicy } from './rules/response-headers';

type DistributionConfig = (typeof DISTRIBUTION)['properties']['_output']['DistributionConfig'];
type BehaviorConfig = DistributionConfig['DefaultCacheBehavior'];
type OriginConfig = DistributionConfig['Origins'][number];

/** Reads the stack's distributions together with their policies and functions. */
export function readDistributions(deployment: Deployment): readonly Distribution[] {
  const parts: Parts = {
    cachePolicies: { ...MANAGED_CACHE_POLICIES, ...byRef(deployment.all(CACHE_POLICY), readCachePolicy) },
    originRequestPolicies: {
      ...MANAGED_ORIGIN_REQUEST_POLICIES,
      ...byRef(deployment.all(ORIGIN_REQUEST_POLICY), readOriginRequestPolicy),
    },
    responseHeadersPolicies: {
      ...MANAGED_RESPONSE_HEADERS_POLICIES,
      ...byRef(deployment.all(RESPONSE_HEADERS_POLICY), readResponseHeadersPolicy),
    },
    signing: byRef(
      deployment.all(ORIGIN_ACCESS_CONTROL),
      ({ OriginAccessControlConfig }) => OriginAccessControlConfig.SigningBehavior !== 'never',
    ),
    functions: Object.fromEntries(
      deployment
        .all(CLOUDFRONT_FUNCTION)
        .map(({ attribute, properties, name }) => [
          attribute('FunctionARN'),
          loadCloudFrontFunction(properties.FunctionCode, name, properties.Name),
        ]),
    ),
  };
  return deployment.all(DISTRIBUTION).map((resource) => readDistribution(resource, parts));
}

interface Parts {
  readonly cachePolicies: Readonly<Record<string, CachePolicy>>;
  readonly originRequestPolicies: Readonly<Record<string, OriginRequestPolicy>>;
  readonly responseHeadersPolicies: Readonly<Record<string, ResponseHeadersPolicy>>;
  /** By the id of an origin access control: whether CloudFront signs requests to its origins. */
  readonly signing: Readonly<Record<string, boolean>>;
  readonly functions: Readonly<Record<string, CloudFrontFunction>>;
}

function readDistribution(
  { name, ref, properties, attribute }: ModelledResource<{ DistributionConfig: DistributionConfig }>,
  parts: Parts,
): Distribution {
  const config = properties.DistributionConfig;
  const behavior = (raw: BehaviorConfig, pathPattern: string) =>
    readBehavior({ raw, pathPattern, config, parts, name, arn: distributionArn(ref) });
  return {
    name,
    id: ref,
    domainName: attribute('DomainName'),
    enabled: config.Enabled,
    aliases: config.Aliases.map((alias) => alias.toLowerCase()),
    defaultRootObject: config.DefaultRootObject,
    defaultBehavior: behavior(config.DefaultCacheBehavior, '*'),
    behaviors: config.CacheBehaviors.map((raw) => behavior(raw, raw.PathPattern)),
    errorResponses: config.CustomErrorResponses.map((response) => ({
      errorCode: response.ErrorCode,
      responsePagePath: response.ResponsePagePath,
      responseCode: response.ResponseCode,
      errorCachingMinTtl: response.ErrorCachingMinTTL,
    })),
  };
}

/** What the policy of a bucket knows a distribution by. */
export const distributionArn = (id: string): string => `arn:aws:cloudfront::${ACCOUNT_ID}:distribution/${id}`;

interface BehaviorSource {
  readonly raw: BehaviorConfig;
  readonly pathPattern: string;
  readonly config: DistributionConfig;
  readonly parts: Parts;
  /** The distribution's name, for errors. */
  readonly name: string;
  readonly arn: string;
}

function readBehavior(source: BehaviorSource): CacheBehavior {
  const { raw, pathPattern, parts, name } = source;
  const functionFor = (eventType: 'viewer-request' | 'viewer-response') => {
    const association = raw.FunctionAssociations.find(({ EventType }) => EventType === eventType);
    return association && named(parts.functions, `${name}: function`, association.FunctionARN);
  };
  const policy = <T>(known: Readonly<Record<string, T>>, what: string, id: string): T =>
    named(known, `${name}: ${what}`, id);
  return {
    pathPattern,
    allowedMethods: raw.AllowedMethods,
    cachedMethods: raw.CachedMethods,
    cachePolicy: policy(parts.cachePolicies, 'cache policy', raw.CachePolicyId),
    originRequestPolicy:
      raw.OriginRequestPolicyId === undefined
        ? NOTHING_MORE
        : policy(parts.originRequestPolicies, 'origin request policy', raw.OriginRequestPolicyId),
    responseHeadersPolicy:
      raw.ResponseHeadersPolicyId === undefined
        ? undefined
        : policy(parts.responseHeadersPolicies, 'response headers policy', raw.ResponseHeadersPolicyId),
    viewerProtocolPolicy: raw.ViewerProtocolPolicy,
    target: readTarget(source),
    viewerRequest: functionFor('viewer-request'),
    viewerResponse: functionFor('viewer-response'),
  };
}

function readTarget({ raw, config, parts, name, arn }: BehaviorSource): OriginTarget {
  const id = raw.TargetOriginId;
  const originById = (originId: string | undefined): Origin => {
    const origin = config.Origins.find(({ Id }) => Id === originId);
    const read = readOrigin(required(origin, `${name}: origin`, String(originId)), (control) =>
      named(parts.signing, `${name}: origin access control`, control),
    );
    return read.signs ? { ...read, signsFor: arn } : read;
  };
  const group = config.OriginGroups?.Items.find(({ Id }) => Id === id);
  if (group === undefined) {
    return { kind: 'origin', origin: originById(id) };
  }
  const [primary, secondary] = group.Members.Items;
  return {
    kind: 'group',
    primary: originById(primary?.OriginId),
    secondary: originById(secondary?.OriginId),
    failoverStatusCodes: group.FailoverCriteria.StatusCodes.Items,
  };
}

/** @param signsWith whether CloudFront signs, by the id of an origin access control */
const readOrigin = (raw: OriginConfig, signsWith: (control: string) => boolean): Origin => ({
  id: raw.Id,
  domainName: raw.DomainName,
  path: raw.OriginPath,
  kind: raw.S3OriginConfig === undefined ? 'custom' : 's3',
  protocolPolicy: raw.CustomOriginConfig?.OriginProtocolPolicy ?? 'match-viewer',
  // An empty id stands for none.
  signs: Boolean(raw.OriginAccessControlId) && signsWith(raw.OriginAccessControlId ?? ''),
  customHeaders: Object.fromEntries(
    raw.OriginCustomHeaders.map(({ HeaderName, HeaderValue }) => [HeaderName.toLowerCase(), HeaderValue]),
  ),
  timeouts: {
    connectionAttempts: raw.ConnectionAttempts,
    connectionTimeoutMs: raw.ConnectionTimeout * 1000,
    readTimeoutMs:
      (raw.CustomOriginConfig?.OriginReadTimeout ?? raw.S3OriginConfig?.OriginReadTimeout ?? 30) * 1000,
    completionTimeoutMs:
      raw.ResponseCompletionTimeout === undefined ? undefined : raw.ResponseCompletionTimeout * 1000,
  },
});

const byRef = <P, T>(
  resources: readonly ModelledResource<P>[],
  read: (properties: P) => T,
): Record<string, T> => Object.fromEntries(resources.map(({ ref, properties }) => [ref, read(properties)]));

/** Only what was put there: every object has a `constructor` too. */
const named = <T>(known: Readonly<Record<string, T>>, what: string, id: string): T =>
  required(Object.hasOwn(known, id) ? known[id] : undefined, what, id);

function required<T>(value: T | undefined, what: string, id: string): T {
  if (value !== undefined) {
    return value;
  }
  throw new RehearsalError(
    'UNSUPPORTED_PROPERTY',
    `${what}: is not modelled, got ${id}; use one of this assembly or a managed one that the rehearsal knows`,
  );
}
