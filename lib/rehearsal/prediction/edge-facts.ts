import type { Deployment } from '../assembly/deployment';
import { DISTRIBUTION } from '../cloudfront/resource';

/** How long the store's distribution puts up with an origin that is behind a failover name. */
export interface EdgeFacts {
  /** The host name of the default origin. */
  readonly originName: string;
  /** Whether it asks the origin over HTTPS, whatever the viewer does, and so validates its certificate. */
  readonly usesHttps: boolean;
  readonly connectionAttempts: number;
  readonly connectionTimeoutMs: number;
  readonly readTimeoutMs: number;
  /** @default - no limit */
  readonly completionTimeoutMs?: number;
  /** The statuses in whose place it shows a page of its own. */
  readonly errorPages: readonly number[];
}

/**
 * The distribution that answers for the shop's name.
 * @returns undefined when none does, or when an origin group or another origin stands in between
 */
export function readEdge(deployment: Deployment, domainName: string): EdgeFacts | undefined {
  const config = deployment
    .all(DISTRIBUTION)
    .map(({ properties }) => properties.DistributionConfig)
    .find(({ Aliases }) => Aliases.includes(domainName));
  const origin = config?.Origins.find(({ Id }) => Id === config.DefaultCacheBehavior.TargetOriginId);
  if (origin?.CustomOriginConfig === undefined) return undefined;
  const { ResponseCompletionTimeout } = origin;
  return {
    originName: origin.DomainName,
    usesHttps: origin.CustomOriginConfig.OriginProtocolPolicy === 'https-only',
    connectionAttempts: origin.ConnectionAttempts,
    connectionTimeoutMs: origin.ConnectionTimeout * 1000,
    readTimeoutMs: origin.CustomOriginConfig.OriginReadTimeout * 1000,
    completionTimeoutMs:
      ResponseCompletionTimeout === undefined ? undefined : ResponseCompletionTimeout * 1000,
    errorPages: (config?.CustomErrorResponses ?? []).flatMap(({ ErrorCode, ResponsePagePath }) =>
      ResponsePagePath === undefined ? [] : [ErrorCode],
    ),
  };
}
