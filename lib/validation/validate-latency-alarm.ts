import type { UnderstudyProps } from '../understudy-props';
import { describeMistake } from './mistake';

/**
 * A Route 53 health checker waits so long for a status.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html
 */
const CHECKER_STATUS_MS = 2_000;

/** Mistakes in the latency alarm. */
export function validateLatencyAlarm({ latencyAlarm, topology }: UnderstudyProps): string[] {
  const got = thresholdMs(latencyAlarm);
  if (got === undefined) {
    return [];
  }
  const prop = 'latencyAlarm.threshold';
  if (got <= 0) {
    const remedy = 'set what shoppers still accept';
    return [describeMistake({ prop, problem: 'must be above 0 ms', got, remedy })];
  }
  // CloudFront waits longer; see the warning.
  if (topology.kind === 'edge' || got < CHECKER_STATUS_MS) {
    return [];
  }
  const remedy = 'Route 53 measures it, and its checkers give up after 2 s, so that it would never fire';
  return [describeMistake({ prop, problem: 'must be below 2000 ms in the dns topology', got, remedy })];
}

/** Whether a store whose every page is slow enough for the alarm is closed before it fires. */
export const comesTooLate = ({ latencyAlarm, topology, healthChecks }: UnderstudyProps): boolean =>
  topology.kind === 'edge' &&
  healthChecks.slowCloses !== false &&
  (thresholdMs(latencyAlarm) ?? 0) >= CHECKER_STATUS_MS;

const thresholdMs = (alarm: UnderstudyProps['latencyAlarm']): number | undefined =>
  alarm?.threshold.toMilliseconds();
