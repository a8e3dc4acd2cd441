import type { Duration } from 'aws-cdk-lib';
import { DEFAULT_READ_TIMEOUT, DEFAULT_WRITE_TIMEOUT } from '../failover/edge/store-timeouts';
import type { EdgeTopology } from '../understudy-props';
import { describeMistake } from './mistake';
import { validateSeconds } from './ranges';
import { FAILOVER_TTL_RANGE } from './validate-names';

/** Mistakes in the times of the `edge` topology. */
export function validateEdgeTimes(topology: EdgeTopology): string[] {
  const { connectionTimeout, readTimeout, errorCachingTtl, failoverTtl } = topology;
  return [
    ...validateSeconds('topology.connectionTimeout', connectionTimeout, { min: 1, max: 10 }),
    // CloudFront allows more, but a shopper who waits for a minute has left: that is an outage, not a slow answer.
    ...validateSeconds('topology.readTimeout', readTimeout, {
      min: 1,
      max: 60,
      because: 'shoppers do not wait longer',
    }),
    ...validateLongTimeouts(topology),
    ...validateSeconds('topology.errorCachingTtl', errorCachingTtl, {
      min: 0,
      max: 5,
      because: 'it outlasts the repair by as much',
    }),
    ...validateSeconds('topology.failoverTtl', failoverTtl, FAILOVER_TTL_RANGE),
  ];
}

/** CloudFront's quota is 120 s; AWS raises it on request. */
function validateLongTimeouts({ readTimeout, writeTimeout, completionTimeout }: EdgeTopology): string[] {
  const write = 'topology.writeTimeout';
  const completion = 'topology.completionTimeout';
  const outOfRange = [
    ...validateSeconds(write, writeTimeout, { min: 1, max: 120 }),
    ...validateSeconds(completion, completionTimeout, { min: 1, max: 3600 }),
  ];
  if (outOfRange.length > 0) {
    return outOfRange;
  }
  return [
    ...validateLeast(write, writeTimeout, ['topology.readTimeout', readTimeout ?? DEFAULT_READ_TIMEOUT]),
    ...validateLeast(completion, completionTimeout, [write, writeTimeout ?? DEFAULT_WRITE_TIMEOUT]),
  ];
}

function validateLeast(
  prop: string,
  value: Duration | undefined,
  [other, least]: readonly [prop: string, value: Duration],
): string[] {
  if (value === undefined) {
    return [];
  }
  const got = value.toSeconds();
  const seconds = least.toSeconds({ integral: false });
  if (got >= seconds) {
    return [];
  }
  const problem = `must not be shorter than ${other}, which is ${seconds} s`;
  return [describeMistake({ prop, problem, got, remedy: 'raise it, or lower the other' })];
}
