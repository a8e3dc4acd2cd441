import { alarmTrigger } from '../../../../lib/rehearsal/aws/cloudwatch/alarm-trigger';
import { ALARM } from '../../../../lib/rehearsal/aws/cloudwatch/resource';
import { aMetricAlarm } from '../../helpers/metric-alarm';

const triggerOf = (but: Readonly<Record<string, unknown>>) =>
  alarmTrigger(ALARM.properties.parse(aMetricAlarm('down', but).Properties));

describe('what the message of an alarm says of its metric', () => {
  test('is metric, statistic, period and threshold', () => {
    expect(triggerOf({ Dimensions: [{ Name: 'Region', Value: 'Global' }] })).toEqual({
      MetricName: 'Down',
      Namespace: 'Test',
      StatisticType: 'Statistic',
      Statistic: 'MAXIMUM',
      Unit: null,
      Dimensions: [{ value: 'Global', name: 'Region' }],
      Period: 60,
      EvaluationPeriods: 1,
      DatapointsToAlarm: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      Threshold: 1,
      TreatMissingData: 'missing',
      EvaluateLowSampleCountPercentile: '',
    });
  });

  test('is a percentile as it is written', () => {
    expect(triggerOf({ Statistic: undefined, ExtendedStatistic: 'p90' })).toMatchObject({
      StatisticType: 'ExtendedStatistic',
      Statistic: 'p90',
      EvaluateLowSampleCountPercentile: 'evaluate',
    });
  });

  test('is every metric and expression of metric math', () => {
    const Metric = { Namespace: 'Test', MetricName: 'Down', Dimensions: [{ Name: 'A', Value: 'b' }] };
    const trigger = triggerOf({
      ...{ MetricName: undefined, Namespace: undefined, Period: undefined, Statistic: undefined },
      Metrics: [
        { Id: 'e1', Expression: 'm1 / 2' },
        { Id: 'm1', MetricStat: { Metric, Period: 300, Stat: 'Sum' }, ReturnData: false },
      ],
    });
    expect(trigger).toMatchObject({
      Period: 300,
      Metrics: [
        { Id: 'e1', Expression: 'm1 / 2', ReturnData: true },
        {
          Id: 'm1',
          MetricStat: {
            Metric: { Namespace: 'Test', MetricName: 'Down', Dimensions: [{ value: 'b', name: 'A' }] },
            Period: 300,
            Stat: 'Sum',
          },
          ReturnData: false,
        },
      ],
    });
    expect(trigger).not.toHaveProperty('MetricName');
  });
});
