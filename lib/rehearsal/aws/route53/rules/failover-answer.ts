/** The health of the two records of a failover pair. `undefined`: the record has no health check. */
export interface FailoverPair {
  readonly primaryHealthy: boolean | undefined;
  readonly secondaryHealthy: boolean | undefined;
}

/** Which record of a failover pair Route 53 answers with. */
export interface FailoverAnswer {
  readonly record: 'PRIMARY' | 'SECONDARY';
  readonly because: string;
}

/**
 * Chooses the record of a failover pair that answers a DNS query.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-how-route-53-chooses-records.html
 */
export function failoverAnswer({ primaryHealthy, secondaryHealthy }: FailoverPair): FailoverAnswer {
  // A record without a health check is always healthy.
  if (primaryHealthy ?? true) {
    return {
      record: 'PRIMARY',
      because: primaryHealthy ? 'PRIMARY is healthy' : 'PRIMARY has no health check',
    };
  }
  // With PRIMARY unhealthy, a SECONDARY without a health check always answers, even if it is broken.
  if (secondaryHealthy ?? true) {
    return { record: 'SECONDARY', because: 'PRIMARY is unhealthy' };
  }
  // When no record is healthy, all count as healthy, and PRIMARY comes first.
  return { record: 'PRIMARY', because: 'PRIMARY and SECONDARY are unhealthy' };
}
