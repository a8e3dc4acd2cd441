import { z } from 'zod';
import type { Alarms } from '../cloudwatch/alarms';
import type { MetricStore } from '../cloudwatch/metric-store';
import { STATISTICS } from '../cloudwatch/rules/period';
import type { ApiResponse, ApiService } from './server';

const DESCRIBE_ALARMS = z.object({ AlarmNames: z.array(z.string()).default([]) });

const DESCRIBE_ALARM_HISTORY = z.object({
  AlarmName: z.string(),
  HistoryItemType: z.literal('StateUpdate'),
  StartDate: z.number(),
  EndDate: z.number(),
  MaxRecords: z.number().default(100),
});

const GET_METRIC_DATA = z.object({
  StartTime: z.number(),
  EndTime: z.number(),
  MetricDataQueries: z.array(
    z.object({
      Id: z.string(),
      MetricStat: z.object({
        Metric: z.object({
          Namespace: z.string(),
          MetricName: z.string(),
          Dimensions: z.array(z.object({ Name: z.string(), Value: z.string() })).default([]),
        }),
        Period: z.number(),
        Stat: z.union([z.enum(STATISTICS), z.templateLiteral(['p', z.number()])]),
      }),
    }),
  ),
});

/**
 * `DescribeAlarms` (metric alarms, by name), `DescribeAlarmHistory` (changes of one alarm, newest first) and `GetMetricData` (plain metrics) over the AWS JSON protocol.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmHistory.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html
 */
export const cloudWatchApi =
  (alarms: Alarms, metrics: MetricStore): ApiService =>
  ({ headers, body }) => {
    const operation = headers['x-amz-target']?.split('.').at(-1) ?? '';
    const input: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    if (operation === 'DescribeAlarms')
      return json(200, describeAlarms(alarms, DESCRIBE_ALARMS.parse(input)));
    if (operation === 'DescribeAlarmHistory')
      return json(200, describeAlarmHistory(alarms, DESCRIBE_ALARM_HISTORY.parse(input)));
    if (operation === 'GetMetricData') return json(200, getMetricData(metrics, GET_METRIC_DATA.parse(input)));
    return json(400, {
      __type: 'UnknownOperationException',
      message: `the rehearsal does not model ${operation}`,
    });
  };

const describeAlarms = (alarms: Alarms, { AlarmNames }: z.output<typeof DESCRIBE_ALARMS>) => ({
  MetricAlarms: AlarmNames.map((name) => alarms.find(name))
    .filter((alarm) => alarm !== undefined)
    .map(({ name, arn, description, state, because, changedMs }) => ({
      AlarmName: name,
      AlarmArn: arn,
      AlarmDescription: description,
      StateValue: state,
      StateReason: because,
      StateUpdatedTimestamp: changedMs / 1000,
      StateTransitionedTimestamp: changedMs / 1000,
    })),
  CompositeAlarms: [],
});

const describeAlarmHistory = (
  alarms: Alarms,
  { AlarmName, StartDate, EndDate, MaxRecords }: z.output<typeof DESCRIBE_ALARM_HISTORY>,
) => ({
  AlarmHistoryItems: alarms
    .historyOf(AlarmName)
    .filter(({ alarm }) => alarm.changedMs >= StartDate * 1000 && alarm.changedMs <= EndDate * 1000)
    .toReversed()
    .slice(0, MaxRecords)
    .map(({ alarm, previous }) => ({
      AlarmName,
      Timestamp: alarm.changedMs / 1000,
      HistoryItemType: 'StateUpdate',
      HistorySummary: `Alarm updated from ${previous.state} to ${alarm.state}`,
    })),
});

function getMetricData(
  metrics: MetricStore,
  { StartTime, EndTime, MetricDataQueries }: z.output<typeof GET_METRIC_DATA>,
) {
  return {
    MetricDataResults: MetricDataQueries.map(({ Id, MetricStat: { Metric, Period, Stat } }) => {
      const periods = periodsBetween(StartTime, EndTime, Period);
      const dimensions = Object.fromEntries(Metric.Dimensions.map(({ Name, Value }) => [Name, Value]));
      const values = metrics.datapoints(
        { namespace: Metric.Namespace, name: Metric.MetricName, dimensions },
        Stat,
        periods,
      );
      // Newest first, which is the API's default order.
      const found = periods
        .map(({ startMs }, index) => ({ startMs, value: values[index] }))
        .filter(({ value }) => value !== undefined);
      found.reverse();
      return {
        Id,
        Label: Metric.MetricName,
        StatusCode: 'Complete',
        Timestamps: found.map(({ startMs }) => startMs / 1000),
        Values: found.map(({ value }) => value),
      };
    }),
  };
}

function periodsBetween(startSeconds: number, endSeconds: number, periodSeconds: number) {
  const first = Math.floor(startSeconds / periodSeconds) * periodSeconds;
  const count = Math.max(0, Math.ceil((endSeconds - first) / periodSeconds));
  return Array.from({ length: count }, (_, index) => {
    const startMs = (first + index * periodSeconds) * 1000;
    return { startMs, endMs: startMs + periodSeconds * 1000 };
  });
}

const json = (status: number, value: unknown): ApiResponse => ({
  status,
  contentType: 'application/x-amz-json-1.0',
  body: JSON.stringify(value),
});
