import type { ResponseExchange } from '../../../kernel/network/exchange';

/** Why there is no response from an origin. */
export type OriginFailure =
  | 'dns-failure'
  | 'connect-refused'
  | 'connect-timeout'
  | 'tls-failure'
  | 'reset'
  | 'response-timeout'
  | 'completion-timeout';

/** What came of asking an origin. */
export type OriginResult = OriginResponse | OriginUnavailable;

interface OriginEffort {
  /** From 1 to the connection attempts. */
  readonly attempts: number;
  /** From the first attempt until CloudFront had the whole response or gave up. */
  readonly elapsedMs: number;
  readonly because: string;
}

/** The origin answered, with whatever status. */
export interface OriginResponse extends OriginEffort {
  readonly kind: 'response';
  readonly status: number;
  readonly response: ResponseExchange;
}

/** The origin did not answer; CloudFront goes on as if it had answered with `status`. */
export interface OriginUnavailable extends OriginEffort {
  readonly kind: 'unavailable';
  readonly status: 502 | 504;
  readonly failure: OriginFailure;
}

// AWS's pages disagree on an origin that can't be reached: 502 (it refuses, DNS or TLS fail), 504 (a firewall swallows
// the packets), and 503 as the failover code for both. Emulation: 504 when time ran out, else 502, also for a dropped
// connection, of which no page speaks. A stack that treats 502, 503 and 504 alike sees no difference.
// @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-502-bad-gateway.html
// @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-504-gateway-timeout.html
const STATUS: Readonly<Record<OriginFailure, 502 | 504>> = {
  'dns-failure': 502,
  'connect-refused': 502,
  'connect-timeout': 504,
  'tls-failure': 502,
  reset: 502,
  'response-timeout': 504,
  'completion-timeout': 504,
};

/** The result of an origin that answered. */
export function responded(response: ResponseExchange, attempts: number, elapsedMs: number): OriginResponse {
  const because = `the origin answered ${response.status}${attempts > 1 ? ` at attempt ${attempts}` : ''}`;
  return { kind: 'response', status: response.status, response, attempts, elapsedMs, because };
}

/** The result of an origin that CloudFront has given up on. */
export function unavailable(failure: OriginFailure, attempts: number, elapsedMs: number): OriginUnavailable {
  const because = `${failure} after ${attempts} ${attempts > 1 ? 'attempts' : 'attempt'}`;
  return { kind: 'unavailable', status: STATUS[failure], failure, attempts, elapsedMs, because };
}
