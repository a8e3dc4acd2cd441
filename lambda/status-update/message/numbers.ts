import type { Reading } from './reading';

/** What CloudWatch adds to a message. */
export interface Numbers {
  /** Quoted in this order. May be empty. */
  readonly readings: readonly Reading[];
  /** Requests that CloudFront answered with an error during the incident. */
  readonly failedRequests?: number;
}
