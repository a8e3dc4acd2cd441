import type { ZoneChange } from '../ports';
import type { EndpointReport } from './checkers';
import type { Failed } from './loss';
import { type Reading, rounded } from './reading';

/** What CloudWatch and Route 53 add to a message. */
export interface Numbers {
  /** Quoted in this order. May be empty. */
  readonly readings: readonly Reading[];
  /** What the checkers of the failing endpoints see. Empty when Route 53 did not say. */
  readonly endpoints: readonly EndpointReport[];
  /** What CloudFront answered with an error during the incident. Absent where it is not known. */
  readonly failed?: Failed | undefined;
  /** What changed lately in the shop's zone. Absent where nobody keeps that, or it is not known. */
  readonly zoneChanges?: readonly ZoneChange[] | undefined;
  /** What the platform says of itself, in a clause. Absent where it is not known. */
  readonly platform?: string | undefined;
}

/** The share of requests that CloudFront answers with 5xx, for titles: ` (44 %)`. Empty when it is not known. */
export function describeShare({ readings }: Numbers): string {
  const rate = readings.find(({ metric }) => metric.name === '5xxErrorRate');
  return rate === undefined ? '' : ` (${rounded(rate.value)} %)`;
}
