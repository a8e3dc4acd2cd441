/** The status of a health check that monitors an endpoint. */
export interface EndpointHealth {
  readonly healthy: boolean;
  /** The share of health checkers that see a healthy endpoint, from 0 to 100, before any inversion. */
  readonly percentHealthy: number;
  readonly because: string;
}

const THRESHOLD_PERCENT = 18;

/**
 * Aggregates what the health checkers think of an endpoint.
 *
 * @param opinions One per health checker; empty while there is no data.
 * @param inverted The health check's `Inverted`.
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html
 */
export function endpointHealth(opinions: readonly boolean[], inverted = false): EndpointHealth {
  // Without data a health check is healthy, an inverted one unhealthy.
  if (opinions.length === 0) {
    return { healthy: !inverted, percentHealthy: 100, because: 'no data yet' };
  }
  const agreeing = opinions.filter((opinion) => opinion).length;
  // More than 18 % of the health checkers must see a healthy endpoint; 18 % exactly is unhealthy. AWS may change
  // the number. Compared in whole numbers, so that no rounding decides.
  const reachable = agreeing * 100 > THRESHOLD_PERCENT * opinions.length;
  const because = `${agreeing} of ${opinions.length} health checkers see a healthy endpoint`;
  // An inverted health check reports the opposite.
  return {
    healthy: reachable !== inverted,
    percentHealthy: (agreeing * 100) / opinions.length,
    because: inverted ? `${because}, inverted` : because,
  };
}
