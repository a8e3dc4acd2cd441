import { RehearsalError } from '../../kernel/errors';
import type { Distribution } from './distribution';
import type { CACHE_POLICY } from './policy-resource';
import type { DISTRIBUTION } from './resource';
import { FAILOVER_STATUS_CODES } from './rules/origin-group';

type CachePolicyProperties = (typeof CACHE_POLICY)['properties']['_output'];
type DistributionConfig = (typeof DISTRIBUTION)['properties']['_output']['DistributionConfig'];
type OriginGroupConfig = NonNullable<DistributionConfig['OriginGroups']>['Items'][number];
type BehaviorConfig = DistributionConfig['DefaultCacheBehavior'];

const UPLOADS: readonly string[] = ['POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * What CloudFront refuses, though synth takes it: a rehearsal of it would show what can never be.
 * @param name `stack/logicalId`
 * @throws RehearsalError UNSUPPORTED_PROPERTY
 */
export function requireDeployable(name: string, config: DistributionConfig): void {
  const at = `${name}.DistributionConfig`;
  for (const group of config.OriginGroups?.Items ?? []) {
    requireGroup(`${at}.OriginGroups.${group.Id}`, group);
  }
  const groups = new Set(config.OriginGroups?.Items.map(({ Id }) => Id));
  requireMethods(`${at}.DefaultCacheBehavior`, config.DefaultCacheBehavior, groups);
  for (const behavior of config.CacheBehaviors) {
    requireMethods(`${at}.CacheBehaviors.${behavior.PathPattern}`, behavior, groups);
  }
  for (const { ErrorCode, ResponseCode, ResponsePagePath } of config.CustomErrorResponses) {
    if ((ResponseCode === undefined) === (ResponsePagePath === undefined)) {
      continue;
    }
    const [has, lacks] =
      ResponseCode === undefined
        ? ['ResponsePagePath', 'ResponseCode']
        : ['ResponseCode', 'ResponsePagePath'];
    throw refused(
      `${at}.CustomErrorResponses.${ErrorCode}`,
      `must have both or neither, got ${has} only`,
      `add ${lacks}`,
    );
  }
}

/**
 * An alternate domain name can be on one distribution only: CloudFront answers with CNAMEAlreadyExists.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html
 * @throws RehearsalError UNSUPPORTED_PROPERTY
 */
export function requireOwnAliases(distributions: readonly Pick<Distribution, 'name' | 'aliases'>[]): void {
  const owners = new Map<string, string>();
  for (const { name, aliases } of distributions) {
    for (const alias of aliases) {
      const owner = owners.get(alias);
      if (owner !== undefined && owner !== name) {
        throw new RehearsalError(
          'UNSUPPORTED_PROPERTY',
          `${name}.DistributionConfig.Aliases: must be its own, got ${alias}, which ${owner} has too; CloudFront lets one distribution have a name`,
        );
      }
      owners.set(alias, name);
    }
  }
}

/**
 * A cache policy that keeps nothing can't have a key: CloudFront calls its parameters "invalid for policy with caching
 * disabled". The managed policy CachingDisabled has none.
 *
 * @see https://github.com/aws/aws-cdk/issues/16977
 * @throws RehearsalError UNSUPPORTED_PROPERTY
 */
export function requireKeyOnlyWhereCached(
  name: string,
  { CachePolicyConfig: { MinTTL, DefaultTTL, MaxTTL, ...config } }: CachePolicyProperties,
): void {
  if (MinTTL + DefaultTTL + MaxTTL > 0) {
    return;
  }
  const { CookiesConfig, HeadersConfig, QueryStringsConfig } =
    config.ParametersInCacheKeyAndForwardedToOrigin;
  const { CookieBehavior } = CookiesConfig;
  const { HeaderBehavior } = HeadersConfig;
  const { QueryStringBehavior } = QueryStringsConfig;
  const key = Object.entries({ CookieBehavior, HeaderBehavior, QueryStringBehavior });
  for (const [parameter, behavior] of key) {
    if (behavior !== 'none') {
      throw refused(
        `${name}.CachePolicyConfig`,
        `can't have ${parameter} with every TTL at zero, got ${behavior}`,
        'use the managed policy CachingDisabled and an origin request policy',
      );
    }
  }
}

/** @see https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginGroup.html */
function requireGroup(at: string, { Members, FailoverCriteria }: OriginGroupConfig): void {
  if (Members.Items.length !== 2) {
    throw refused(
      `${at}.Members`,
      `must be two origins, got ${Members.Items.length}`,
      'name a primary and a secondary',
    );
  }
  const wrong = FailoverCriteria.StatusCodes.Items.find((code) => !FAILOVER_STATUS_CODES.includes(code));
  if (wrong !== undefined) {
    throw refused(
      `${at}.FailoverCriteria`,
      `no failover status code, got ${wrong}`,
      `allowed are ${FAILOVER_STATUS_CODES.join(', ')}`,
    );
  }
}

/**
 * An origin group takes no uploads: CloudFront answers such a configuration with InvalidArgument.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html
 */
function requireMethods(at: string, behavior: BehaviorConfig, groups: ReadonlySet<string>): void {
  const uploads = behavior.AllowedMethods.filter((method) => UPLOADS.includes(method));
  if (uploads.length === 0 || !groups.has(behavior.TargetOriginId)) {
    return;
  }
  throw refused(
    `${at}.AllowedMethods`,
    `can't include uploads for an origin group, got ${uploads.join(', ')}`,
    'send them to an origin of their own by a cache behavior',
  );
}

const refused = (at: string, problem: string, remedy: string): RehearsalError =>
  new RehearsalError('UNSUPPORTED_PROPERTY', `${at}: ${problem}; ${remedy}: CloudFront refuses it otherwise`);
