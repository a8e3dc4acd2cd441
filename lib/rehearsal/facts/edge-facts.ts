import type { Deployment } from '../aws/assembly/deployment';
import { pageTimeouts } from '../aws/cloudfront/page-timeouts';
import { readDistributions } from '../aws/cloudfront/read-distributions';
import type { OriginTimeouts } from '../aws/cloudfront/rules/origin-attempts';

/** How long the store's distribution puts up with an origin that is behind a failover name, for a page. */
export interface EdgeFacts extends OriginTimeouts {
  /** The host name of the default origin. */
  readonly originName: string;
  /** Whether it asks the origin over HTTPS, whatever the viewer does, and so validates its certificate. */
  readonly usesHttps: boolean;
  /** The statuses in whose place it shows a page of its own. */
  readonly errorPages: readonly number[];
}

/**
 * The distribution that answers for the shop's name.
 * @returns undefined when none does, or when an origin group or another origin stands in between
 */
export function readEdge(deployment: Deployment, domainName: string): EdgeFacts | undefined {
  const distribution = readDistributions(deployment).find(({ aliases }) => aliases.includes(domainName));
  const target = distribution?.defaultBehavior.target;
  if (distribution === undefined || target?.kind !== 'origin' || target.origin.kind !== 'custom') {
    return undefined;
  }
  const { origin } = target;
  return {
    originName: origin.domainName,
    usesHttps: origin.protocolPolicy === 'https-only',
    ...(pageTimeouts(distribution) ?? origin.timeouts),
    errorPages: distribution.errorResponses.flatMap(({ errorCode, responsePagePath }) =>
      responsePagePath === undefined ? [] : [errorCode],
    ),
  };
}
