import { every } from '../../kernel/clock/clock';
import { RehearsalError } from '../../kernel/errors';
import { UNKNOWN_DEFAULTS } from '../../unknowns/unknown-values';
import type { Deployment } from '../assembly/deployment';
import { regionOf } from '../assembly/region-of';
import { judgeDatapoints } from '../cloudwatch/metric-alarm';
import { type MetricAlarm, readMetricAlarm } from '../cloudwatch/read-metric-alarm';
import { ALARM } from '../cloudwatch/resource';
import { isStandardStatistic } from '../cloudwatch/rules/period';
import { configOf, type HealthCheckDeps, type HealthCheckResource } from './health-check';
import { type MetricHealth, metricHealth } from './rules/metric-health';

/** A health check that watches the data of an alarm. */
export class MetricHealthCheck {
  /** @param onResult takes the status after each look at the data */
  constructor(
    private readonly resource: HealthCheckResource & { readonly alarm: MetricAlarm },
    private readonly world: HealthCheckDeps,
    onResult: (health: MetricHealth) => void,
  ) {
    let lastKnown = !configOf(resource).Inverted;
    const { clock, random, unknowns = UNKNOWN_DEFAULTS } = world;
    const everyMs = unknowns.metricCheckEveryMs;
    every(clock, everyMs, clock.nowMs + random() * everyMs, () => {
      const health = this.judge(lastKnown);
      lastKnown = health.healthy;
      onResult(health);
    });
  }

  private judge(lastKnown: boolean): MetricHealth {
    const { InsufficientDataHealthStatus, Inverted } = configOf(this.resource);
    const { clock, metrics, unknowns = UNKNOWN_DEFAULTS } = this.world;
    const { state } = judgeDatapoints(
      this.resource.alarm,
      { metrics, nowMs: clock.nowMs, extraPeriods: unknowns.extraEvaluationPeriods },
      'INSUFFICIENT_DATA',
    );
    return metricHealth({
      dataStream: state,
      insufficientDataHealthStatus: InsufficientDataHealthStatus,
      lastKnown,
      inverted: Inverted,
    });
  }
}

/**
 * The alarm whose data a health check watches. Only alarms on one metric, with a standard statistic and without
 * "M out of N", can be watched.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html
 * @throws RehearsalError UNSUPPORTED_PROPERTY for any other
 */
export function watchedAlarm(resource: HealthCheckResource, deployment: Deployment): MetricAlarm {
  const { Name: name, Region: region } = configOf(resource).AlarmIdentifier ?? {};
  const found = deployment
    .all(ALARM)
    .find(({ ref, attribute }) => ref === name && regionOf(attribute('Arn')) === region);
  const refuse = (problem: string): RehearsalError =>
    new RehearsalError(
      'UNSUPPORTED_PROPERTY',
      `${resource.name}.HealthCheckConfig.AlarmIdentifier: ${problem}, got ${name} in ${region}; name a metric alarm of this assembly with a standard statistic, all of whose datapoints must breach`,
    );
  if (found === undefined) {
    throw refuse('names no metric alarm of this assembly');
  }
  const alarm = readMetricAlarm(found);
  if (alarm.expressions.size > 0) {
    throw refuse('its alarm uses metric math');
  }
  if (!alarm.metrics.every(({ statistic }) => isStandardStatistic(statistic))) {
    throw refuse('its alarm has a percentile');
  }
  const { evaluationPeriods, datapointsToAlarm } = alarm.evaluation;
  if (datapointsToAlarm !== evaluationPeriods) {
    throw refuse('its alarm is M out of N');
  }
  return alarm;
}
