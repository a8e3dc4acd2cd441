/** A health check that monitors other health checks. */
export interface CalculatedCheck {
  /** One per child health check, true where the child is healthy. */
  readonly children: readonly boolean[];
  /** How many children must be healthy, from 0 to 256. */
  readonly healthThreshold: number;
  /** Report the opposite. @default false */
  readonly inverted?: boolean;
}

/** The status of a calculated health check. */
export interface CalculatedHealth {
  readonly healthy: boolean;
  /** What Route 53 publishes as the metric `ChildHealthCheckHealthyCount`. */
  readonly healthyChildren: number;
  readonly because: string;
}

/**
 * Counts the healthy children of a calculated health check against its health threshold.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html
 */
export function calculatedHealth(check: CalculatedCheck): CalculatedHealth {
  const healthyChildren = check.children.filter((child) => child).length;
  // At least as many children as the threshold says must be healthy. So 0 is always healthy, and a threshold above
  // the number of children is always unhealthy.
  const reached = healthyChildren >= check.healthThreshold;
  const inverted = check.inverted ?? false;
  const because = `${healthyChildren} of ${check.children.length} child health checks are healthy, ${check.healthThreshold} needed`;
  return {
    healthy: reached !== inverted,
    healthyChildren,
    because: inverted ? `${because}, inverted` : because,
  };
}
