import { every } from '../../../../lib/rehearsal/kernel/clock/clock';
import { aResource } from '../../helpers/a-deployment';
import { aMetricAlarm } from '../../helpers/metric-alarm';
import { HEALTH_CHECK, MINUTE, someHealthChecks } from '../../helpers/some-health-checks';

describe('CLOUDWATCH_METRIC health check', () => {
  const METRIC = { namespace: 'Test', name: 'Down', dimensions: {} };
  const resources = (check: Record<string, unknown> = {}, alarm: Record<string, unknown> = {}) => ({
    Down: aMetricAlarm('down', alarm),
    Check: aResource(HEALTH_CHECK, {
      HealthCheckConfig: {
        Type: 'CLOUDWATCH_METRIC',
        AlarmIdentifier: { Name: { Ref: 'Down' }, Region: 'us-east-1' },
        InsufficientDataHealthStatus: 'Unhealthy',
        ...check,
      },
      HealthCheckTags: [{ Key: 'Name', Value: 'metric' }],
    }),
  });

  test('follows the data of its alarm, which nobody evaluates', async () => {
    const { clock, metrics, changes } = someHealthChecks(
      resources({ InsufficientDataHealthStatus: 'Healthy' }),
    );
    every(clock, MINUTE, MINUTE / 4, () =>
      metrics.put(METRIC, clock.nowMs > 3 * MINUTE && clock.nowMs < 6 * MINUTE ? 1 : 0),
    );
    await clock.runUntil(10 * MINUTE);
    expect(changes().map(({ healthy }) => healthy)).toEqual([false, true]);
  });

  test.each([
    ['Unhealthy', false],
    ['Healthy', true],
    ['LastKnownStatus', true],
  ])('without data is as its setting says: %s', async (InsufficientDataHealthStatus, healthy) => {
    const { clock, healthChecks } = someHealthChecks(resources({ InsufficientDataHealthStatus }));
    await clock.runUntil(5 * MINUTE);
    expect(healthChecks.statuses).toEqual([{ name: 'metric', healthy }]);
  });

  test.each([
    [
      'names no metric alarm of this assembly',
      { AlarmIdentifier: { Name: 'nobody', Region: 'us-east-1' } },
      {},
      'nobody',
    ],
    [
      'names no metric alarm of this assembly',
      { AlarmIdentifier: { Name: 'down', Region: 'eu-west-1' } },
      {},
      'down in eu-west-1',
    ],
    ['its alarm is M out of N', {}, { EvaluationPeriods: 3, DatapointsToAlarm: 2 }, 'down'],
    [
      'its alarm uses metric math',
      {},
      {
        ...{ MetricName: undefined, Namespace: undefined, Period: undefined, Statistic: undefined },
        Metrics: [
          { Id: 'e', Expression: 'FILL(m, 0)' },
          {
            Id: 'm',
            MetricStat: { Metric: { Namespace: 'Test', MetricName: 'Down' }, Period: 60, Stat: 'Sum' },
            ReturnData: false,
          },
        ],
      },
      'down',
    ],
    ['its alarm has a percentile', {}, { Statistic: undefined, ExtendedStatistic: 'p90' }, 'down'],
  ])('fails when %s', (problem, check, alarm, name) => {
    expect(() => someHealthChecks(resources(check, alarm))).toThrow(
      `Stack/Check.HealthCheckConfig.AlarmIdentifier: ${problem}, got ${name.replace(/^\w+$/, '$& in us-east-1')}; name a metric alarm of this assembly`,
    );
  });
});
