import type { OriginFailure, OriginResult } from './origin-result';

/** The part of a request and its origin group that decides about failover. */
export interface FailoverRequest {
  readonly method: string;
  /** The cache behavior's cached methods include OPTIONS. */
  readonly optionsCached: boolean;
  /** The origin group's failover criteria, any of {@link FAILOVER_STATUS_CODES}. */
  readonly failoverStatusCodes: readonly number[];
}

/** Whether a request goes on to the secondary origin. */
export interface FailoverDecision {
  readonly failsOver: boolean;
  readonly because: string;
}

/**
 * The status codes that an origin group may fail over on.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html
 */
export const FAILOVER_STATUS_CODES: readonly number[] = [400, 403, 404, 416, 429, 500, 502, 503, 504];

// A failure to connect fails over when 503 is among the failover codes, a timeout when 504 is. Emulation: AWS reports
// DNS and TLS failures as 502, so here 502 stands for them, and for a dropped connection.
const CODE_FOR: Readonly<Record<OriginFailure, number>> = {
  'connect-refused': 503,
  'connect-timeout': 503,
  'response-timeout': 504,
  'completion-timeout': 504,
  'dns-failure': 502,
  'tls-failure': 502,
  reset: 502,
};

/**
 * Decides whether what came of the primary origin sends the request on to the secondary origin: the same request, with
 * the same path. Every request starts at the primary, also after others have failed over.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html
 */
export function originFailover(request: FailoverRequest, primary: OriginResult): FailoverDecision {
  // Only GET, HEAD and OPTIONS fail over, and OPTIONS only where its responses are cached.
  if (!mayFailOver(request)) {
    return { failsOver: false, because: `${request.method} never fails over` };
  }
  if (primary.kind === 'response') {
    const failsOver = request.failoverStatusCodes.includes(primary.status);
    const because = `status ${primary.status} is ${failsOver ? 'a' : 'no'} failover status code`;
    return { failsOver, because };
  }
  const code = CODE_FOR[primary.failure];
  const failsOver = request.failoverStatusCodes.includes(code);
  const because = `${primary.failure} fails over with ${code}, which is ${failsOver ? 'a' : 'no'} failover status code`;
  return { failsOver, because };
}

function mayFailOver({ method, optionsCached }: FailoverRequest): boolean {
  return method === 'GET' || method === 'HEAD' || (method === 'OPTIONS' && optionsCached);
}
