/** What one health checker thinks of an endpoint. */
export interface CheckerState {
  readonly healthy: boolean;
  /** How many results in a row have contradicted `healthy`: from 0 to the failure threshold, exclusive. */
  readonly contraryResults: number;
}

/**
 * How a health checker starts out. A new health check is healthy until there is enough data. Emulation: AWS says so
 * of the health check as a whole; here it holds for every checker.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html
 */
export const INITIAL_CHECKER_STATE: CheckerState = { healthy: true, contraryResults: 0 };

/**
 * The state of a health checker after one more result.
 *
 * @param failureThreshold From 1 to 10.
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html
 */
export function nextCheckerState(
  state: CheckerState,
  passed: boolean,
  failureThreshold: number,
): CheckerState {
  if (passed === state.healthy) {
    return { healthy: state.healthy, contraryResults: 0 };
  }
  // As many consecutive failures as the failure threshold make an endpoint unhealthy, and as many consecutive
  // passes make it healthy again: the one number works both ways.
  const contraryResults = state.contraryResults + 1;
  return contraryResults >= failureThreshold
    ? { healthy: passed, contraryResults: 0 }
    : { healthy: state.healthy, contraryResults };
}
