import { type Exchange, unvalidated } from '../../../kernel/network/exchange';
import type { TargetCheck } from '../target-check';

/** What a load balancer thinks of a target. */
export interface TargetState {
  readonly healthy: boolean;
  /** How many results in a row have contradicted `healthy`. */
  readonly contraryResults: number;
}

/** What came of one health check of a target. */
export interface TargetVerdict {
  readonly passed: boolean;
  /** From its start until the load balancer knew, in milliseconds. */
  readonly elapsedMs: number;
}

/**
 * Judges one health check of a target. It is a success with an answer within the timeout, whose status is one of the
 * matcher's; for TCP with a connection. Emulation: the time limit includes its last instant, and no certificate is
 * validated.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html
 */
export function targetVerdict(check: TargetCheck, met: Exchange): TargetVerdict {
  const exchange = unvalidated(met);
  const elapsedMs = elapsedIn(exchange, check.protocol);
  return {
    passed: elapsedMs <= check.timeoutMs && isSuccess(check, exchange),
    elapsedMs: Math.min(elapsedMs, check.timeoutMs),
  };
}

function elapsedIn(exchange: Exchange, protocol: TargetCheck['protocol']): number {
  if (!('connectMs' in exchange)) {
    return exchange.elapsedMs;
  }
  if (protocol === 'TCP') {
    return exchange.connectMs;
  }
  return exchange.kind === 'response'
    ? exchange.connectMs + exchange.firstByteMs + exchange.bodyMs
    : Number.POSITIVE_INFINITY;
}

function isSuccess({ protocol, matcher }: TargetCheck, exchange: Exchange): boolean {
  switch (exchange.kind) {
    case 'tls-failure':
      return protocol !== 'HTTPS' || exchange.reason === 'certificate';
    case 'reset':
    case 'no-response':
      return protocol === 'TCP';
    case 'response':
      return protocol === 'TCP' || matches(matcher, exchange.status);
    default:
      return false;
  }
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
  if (passed === state.healthy) {
    return { healthy: state.healthy, contraryResults: 0 };
  }
  const contraryResults = state.contraryResults + 1;
  const threshold = passed ? check.healthyThreshold : check.unhealthyThreshold;
  return contraryResults >= threshold
    ? { healthy: passed, contraryResults: 0 }
    : { healthy: state.healthy, contraryResults };
}
