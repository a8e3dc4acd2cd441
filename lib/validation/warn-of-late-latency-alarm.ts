import { Annotations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { UnderstudyProps } from '../understudy-props';
import { comesTooLate } from './validate-latency-alarm';

/**
 * Warns at synth of a latency alarm that a store whose critical endpoints are as slow as the rest never lives to see:
 * three slow probes close it within about 35 s, while the alarm takes three minutes.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html
 */
export function warnOfLateLatencyAlarm(scope: IConstruct, props: UnderstudyProps): void {
  if (!comesTooLate(props)) {
    return;
  }
  const got = props.latencyAlarm?.threshold.toMilliseconds();
  Annotations.of(scope).addWarningV2(
    'understudy:late-latency-alarm',
    `latencyAlarm.threshold: should be below 2000 ms, got ${got}; a critical endpoint that needs more than 2 s counts as down, so the store is closed before the alarm fires: lower it, or set healthChecks.slowCloses: false`,
  );
}
