import { z } from 'zod';
import type { EmulatedAlarm } from '../cloudwatch/alarm-change';
import type { Alarms } from '../cloudwatch/alarms';
import type { MetricStore } from '../cloudwatch/metric-store';
import { STATISTICS } from '../cloudwatch/rules/period';
import type { ApiResponse, ApiService } from './server';

// Strict throughout: to leave out a part of what was asked would be another answer than AWS's.
const ALARM_TYPES = z.array(z.enum(['MetricAlarm', 'CompositeAlarm'])).default(['MetricAlarm']);

const DESCRIBE_ALARMS = z.strictObject({
  AlarmNames: z.array(z.string()),
  AlarmTypes: ALARM_TYPES,
  MaxRecords: z.number().optional(),
});

const DESCRIBE_ALARM_HISTORY = z.strictObject({
  AlarmName: z.string(),
  AlarmTypes: ALARM_TYPES,
  HistoryItemType: z.literal('StateUpdate'),
  StartDate: z.number(),
  EndDate: z.number(),
  MaxRecords: z.number().default(100),
});

const GET_METRIC_DATA = z.strictObject({
  StartTime: z.number(),
  EndTime: z.number(),
  ScanBy: z.literal('TimestampDescending').optional(),
  MetricDataQueries: z.array(
    z.strictObject({
      Id: z.string(),
      MetricStat: z.strictObject({
        Metric: z.strictObject({
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
 * `DescribeAlarms` (by name), `DescribeAlarmHistory` (changes of one alarm, newest first) and `GetMetricData` (plain
 * metrics, newest first) over the AWS JSON protocol.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarmHistory.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html
 */
export const cloudWatchApi =
  (alarms: Alarms, metrics: MetricStore): ApiService =>
  ({ headers, body }) => {
    const operation = headers['x-amz-target']?.split('.').at(-1) ?? '';
    const input: unknown = JSON.parse(Buffer.from(body).toString('utf8'));
    if (operation === 'DescribeAlarms') {
      return json(200, describeAlarms(alarms, DESCRIBE_ALARMS.parse(input)));
    }
    if (operation === 'DescribeAlarmHistory') {
      return json(200, describeAlarmHistory(alarms, DESCRIBE_ALARM_HISTORY.parse(input)));
    }
    if (operation === 'GetMetricData') {
      return json(200, getMetricData(metrics, GET_METRIC_DATA.parse(input)));
    }
    return json(400, {
      __type: 'UnknownOperationException',
      message: `the rehearsal does not model ${operation}`,
    });
  };

/** An alarm by name, if it is of a type that was asked for: metric alarms only, unless the request says otherwise. */
function findOfType(alarms: Alarms, name: string, types: z.output<typeof ALARM_TYPES>) {
  const isAskedFor = types.includes(alarms.isComposite(name) ? 'CompositeAlarm' : 'MetricAlarm');
  return isAskedFor ? alarms.find(name) : undefined;
}

function describeAlarms(alarms: Alarms, { AlarmNames, AlarmTypes }: z.output<typeof DESCRIBE_ALARMS>) {
  const found = AlarmNames.map((name) => findOfType(alarms, name, AlarmTypes)).filter(
    (alarm) => alarm !== undefined,
  );
  return {
    MetricAlarms: found.filter(({ name }) => !alarms.isComposite(name)).map(described),
    CompositeAlarms: found.filter(({ name }) => alarms.isComposite(name)).map(described),
  };
}

const described = ({ name, arn, description, state, because, changedMs }: EmulatedAlarm) => ({
  AlarmName: name,
  AlarmArn: arn,
  AlarmDescription: description,
  StateValue: state,
  StateReason: because,
  StateUpdatedTimestamp: changedMs / 1000,
  StateTransitionedTimestamp: changedMs / 1000,
});

function describeAlarmHistory(alarms: Alarms, input: z.output<typeof DESCRIBE_ALARM_HISTORY>) {
  const { AlarmName, AlarmTypes, StartDate, EndDate, MaxRecords } = input;
  const changes = findOfType(alarms, AlarmName, AlarmTypes) ? alarms.historyOf(AlarmName) : [];
  return {
    AlarmHistoryItems: changes
      .filter(({ alarm }) => alarm.changedMs >= StartDate * 1000 && alarm.changedMs <= EndDate * 1000)
      .toReversed()
      .slice(0, MaxRecords)
      .map(({ alarm, previous }) => ({
        AlarmName,
        Timestamp: alarm.changedMs / 1000,
        HistoryItemType: 'StateUpdate',
        HistorySummary: `Alarm updated from ${previous.state} to ${alarm.state}`,
      })),
  };
}

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
