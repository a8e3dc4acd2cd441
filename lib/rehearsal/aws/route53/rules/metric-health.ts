import type { AlarmState } from '../../../kernel/alarm-state';

/** A health check that watches the data of a CloudWatch alarm. */
export interface MetricCheck {
  /** What the alarm's data amounts to, whatever state the alarm itself is in. */
  readonly dataStream: AlarmState;
  readonly insufficientDataHealthStatus: 'Healthy' | 'Unhealthy' | 'LastKnownStatus';
  /** The status before, after inversion. */
  readonly lastKnown: boolean;
  /** Report the opposite. @default false */
  readonly inverted?: boolean;
}

/** The status of a health check that watches a metric. */
export interface MetricHealth {
  readonly healthy: boolean;
  readonly because: string;
}

/**
 * Reads the status of a CLOUDWATCH_METRIC health check off the data stream of its alarm. The alarm's own state does not
 * count, so setting that by hand changes nothing.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html
 */
export function metricHealth(check: MetricCheck): MetricHealth {
  const { dataStream, insufficientDataHealthStatus: insufficient, lastKnown, inverted = false } = check;
  // Data that says OK is healthy, data that says ALARM is unhealthy, without waiting for the alarm.
  if (dataStream !== 'INSUFFICIENT_DATA') {
    return { healthy: (dataStream === 'OK') !== inverted, because: `the alarm's data says ${dataStream}` };
  }
  // With too little data, the health check's own setting decides. Emulation: Inverted turns round a fixed setting too;
  // AWS does not say so.
  const because = `too little data, which counts as ${insufficient}`;
  return insufficient === 'LastKnownStatus'
    ? { healthy: lastKnown, because }
    : { healthy: (insufficient === 'Healthy') !== inverted, because };
}
