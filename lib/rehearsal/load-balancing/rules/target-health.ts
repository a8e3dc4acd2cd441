import type { Exchange } from '../../network/exchange';

/** How a load balancer checks the targets of a target group. */
export interface TargetCheck {
  readonly protocol: 'HTTP' | 'HTTPS' | 'TCP';
  /** From 2,000 to 120,000. */
  readonly timeoutMs: number;
  /** Statuses that are a success, such as `200,202` or `200-299`. */
  readonly matcher: string;
  /** Successes in a row that make an unhealthy target healthy. */
  readonly healthyThreshold: number;
  /** Failures in a row that make a healthy target unhealthy. */
  readonly unhealthyThreshold: number;
}

/** What a load balancer thinks of a target. */
export interface TargetState {
  readonly healthy: boolean;
  /** How many results in a row have contradicted `healthy`. */
  readonly contraryResults: number;
}

/** Seconds without an answer that are a failure, unless the target group says otherwise. */
export const defaultTimeoutSeconds = (protocol: TargetCheck['protocol']): number =>
  protocol === 'HTTP' ? 6 : 10;

/**
 * Whether one health check of a target is a success: an answer within the timeout, with a status of the matcher; for TCP a
 * connection. Emulation: the time limit includes its last instant, and no certificate is validated.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html
 */
export function targetPasses({ protocol, timeoutMs, matcher }: TargetCheck, exchange: Exchange): boolean {
  if (exchange.kind === 'tls-failure')
    return exchange.elapsedMs <= timeoutMs && (protocol !== 'HTTPS' || exchange.reason === 'certificate');
  if (!('connectMs' in exchange)) return false;
  if (protocol === 'TCP') return exchange.connectMs <= timeoutMs;
  return (
    exchange.kind === 'response' &&
    exchange.connectMs + exchange.firstByteMs + exchange.bodyMs <= timeoutMs &&
    matches(matcher, exchange.status)
  );
}

const matches = (matcher: string, status: number): boolean =>
  matcher.split(',').some((part) => {
    const [from = '', to = from] = part.trim().split('-');
    return Number(from) <= status && status <= Number(to);
  });

/**
 * The state of a target after one more health check.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html
 */
export function nextTargetState(state: TargetState, passed: boolean, check: TargetCheck): TargetState {
  if (passed === state.healthy) return { healthy: state.healthy, contraryResults: 0 };
  const contraryResults = state.contraryResults + 1;
  const threshold = passed ? check.healthyThreshold : check.unhealthyThreshold;
  return contraryResults >= threshold
    ? { healthy: passed, contraryResults: 0 }
    : { healthy: state.healthy, contraryResults };
}
