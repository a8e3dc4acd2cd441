/** The part of a target group that says how its targets are checked. Undefined: the service decides. */
export interface TargetGroupHealthCheck {
  readonly HealthCheckEnabled?: boolean;
  readonly HealthCheckIntervalSeconds?: number;
  readonly HealthCheckProtocol?: 'HTTP' | 'HTTPS' | 'TCP';
  readonly HealthCheckTimeoutSeconds?: number;
  readonly HealthyThresholdCount: number;
  readonly Matcher?: { readonly HttpCode?: string };
  /** HTTP and HTTPS belong to Application Load Balancers, any other to Network Load Balancers. */
  readonly Protocol?: string;
  readonly TargetType?: string;
  readonly UnhealthyThresholdCount?: number;
}

/** How a load balancer checks the targets of a target group. */
export interface TargetCheck {
  readonly protocol: 'HTTP' | 'HTTPS' | 'TCP';
  /** From 5,000 to 300,000. */
  readonly intervalMs: number;
  /** From 2,000 to 120,000. */
  readonly timeoutMs: number;
  /** Statuses that are a success, such as `200,202` or `200-299`. */
  readonly matcher: string;
  /** Successes in a row that make an unhealthy target healthy. */
  readonly healthyThreshold: number;
  /** Failures in a row that make a healthy target unhealthy. */
  readonly unhealthyThreshold: number;
}

/**
 * How the targets of a target group are checked, with the defaults of its kind.
 *
 * @returns undefined where they are not checked
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-elasticloadbalancingv2-targetgroup-matcher.html
 */
export function targetCheck(group: TargetGroupHealthCheck): TargetCheck | undefined {
  const isFunction = group.TargetType === 'lambda';
  // Functions are checked only if somebody says so; all other targets always.
  if (isFunction && !group.HealthCheckEnabled) {
    return undefined;
  }
  const isNetwork = !/^HTTPS?$/.test(group.Protocol ?? 'HTTP');
  // Network Load Balancers only connect, unless told otherwise; where they ask, a redirect will do.
  const protocol = group.HealthCheckProtocol ?? (isNetwork ? 'TCP' : 'HTTP');
  const timeoutSeconds = group.HealthCheckTimeoutSeconds ?? (isFunction ? 30 : protocol === 'HTTP' ? 6 : 10);
  return {
    protocol,
    intervalMs: (group.HealthCheckIntervalSeconds ?? (isFunction ? 35 : 30)) * 1000,
    timeoutMs: timeoutSeconds * 1000,
    matcher: group.Matcher?.HttpCode ?? (isNetwork ? '200-399' : '200'),
    healthyThreshold: group.HealthyThresholdCount,
    unhealthyThreshold: group.UnhealthyThresholdCount ?? (isFunction ? 5 : 2),
  };
}
