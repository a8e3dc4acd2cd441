import type {
  DescribeAlarmHistoryOutput,
  DescribeAlarmsOutput,
  GetMetricDataOutput,
  MetricDataQuery,
} from '@aws-sdk/client-cloudwatch';
import { MINUTE_MS } from '../../shared/contract/clock-units';
import type { MetricReference, MonitoringPort, Span } from '../ports';
import type { AlarmChange } from '../review/evidence';
import type { AlarmFact, AlarmFacts } from '../state/alarm-facts';
import type { JsonApi } from './json-service';

/** An answer of CloudWatch as JSON has it. */
type Wire<T> = T extends Date ? number : { [Key in keyof T]: Wire<T[Key]> };

type MetricAlarm = NonNullable<Wire<DescribeAlarmsOutput>['MetricAlarms']>[number];
type AlarmHistoryItem = NonNullable<Wire<DescribeAlarmHistoryOutput>['AlarmHistoryItems']>[number];
type MetricDataResult = NonNullable<Wire<GetMetricDataOutput>['MetricDataResults']>[number];

/** AWS/Route53 and AWS/CloudFront publish once a minute. */
const PERIOD_SECONDS = 60;

/** How old a datapoint may be. Metrics arrive late; older than this they say nothing of now. */
const LOOK_BACK_MS = 5 * MINUTE_MS;

/** CloudWatch refuses who asks for too much at once. */
const HISTORIES_AT_ONCE = 10;

/** Pages of a hundred changes each of one alarm: an alarm that changes with each minute of a night fits. */
const MAX_HISTORY_PAGES = 10;

/** Alarms and metrics, through CloudWatch's API. */
export class CloudWatchMonitoring implements MonitoringPort {
  constructor(private readonly cloudWatch: JsonApi) {}

  /** At most 100 names. */
  async describeAlarms(names: readonly string[]): Promise<AlarmFacts> {
    const { MetricAlarms: alarms = [] } = await this.cloudWatch.call<Wire<DescribeAlarmsOutput>>(
      'DescribeAlarms',
      { AlarmNames: names, AlarmTypes: ['MetricAlarm'], MaxRecords: 100 },
    );
    return Object.fromEntries(alarms.flatMap(namedFact));
  }

  async latest(metrics: readonly MetricReference[], nowMs: number): Promise<readonly (number | undefined)[]> {
    const results = await this.metricData(metrics, { fromMs: nowMs - LOOK_BACK_MS, toMs: nowMs });
    return results.map((result) => result?.Values?.[0]);
  }

  async perMinute(
    metrics: readonly MetricReference[],
    span: Span,
  ): Promise<readonly ReadonlyMap<number, number>[]> {
    const results = await this.metricData(metrics, span);
    return results.map(
      (result) => new Map(result?.Timestamps?.map((minute, at) => [msOf(minute), result.Values?.[at] ?? 0])),
    );
  }

  /** One call per alarm, so that the function needs no permission for the alarms of others. */
  async alarmHistory(names: readonly string[], span: Span): Promise<readonly AlarmChange[]> {
    const histories: (readonly AlarmChange[])[] = [];
    for (let first = 0; first < names.length; first += HISTORIES_AT_ONCE) {
      const some = names.slice(first, first + HISTORIES_AT_ONCE);
      histories.push(...(await Promise.all(some.map((name) => this.historyOf(name, span)))));
    }
    return histories.flat().sort((one, other) => one.atMs - other.atMs);
  }

  private async historyOf(alarmName: string, { fromMs, toMs }: Span): Promise<readonly AlarmChange[]> {
    const items: AlarmHistoryItem[] = [];
    let token: string | undefined;
    for (let page = 0; page < MAX_HISTORY_PAGES; page += 1) {
      const answer = await this.cloudWatch.call<Wire<DescribeAlarmHistoryOutput>>('DescribeAlarmHistory', {
        AlarmName: alarmName,
        HistoryItemType: 'StateUpdate',
        StartDate: fromMs / 1000,
        EndDate: toMs / 1000,
        MaxRecords: 100,
        NextToken: token,
      });
      items.push(...(answer.AlarmHistoryItems ?? []));
      token = answer.NextToken;
      if (token === undefined) {
        break;
      }
    }
    return items.flatMap(({ Timestamp: at, HistorySummary: summary }) =>
      at === undefined || summary === undefined ? [] : [{ atMs: msOf(at), alarmName, summary }],
    );
  }

  /** In the order asked, the newest value first. */
  private async metricData(
    metrics: readonly MetricReference[],
    { fromMs, toMs }: Span,
  ): Promise<readonly (MetricDataResult | undefined)[]> {
    const { MetricDataResults: results = [] } = await this.cloudWatch.call<Wire<GetMetricDataOutput>>(
      'GetMetricData',
      {
        MetricDataQueries: metrics.map(metricDataQuery),
        StartTime: fromMs / 1000,
        EndTime: toMs / 1000,
        ScanBy: 'TimestampDescending',
      },
    );
    return metrics.map((_, index) => results.find(({ Id: id }) => id === queryId(index)));
  }
}

/** Whole milliseconds: the fractions of seconds are decimal ones. */
function msOf(seconds: number): number {
  return Math.round(seconds * 1000);
}

function namedFact(alarm: MetricAlarm): [string, AlarmFact][] {
  const { AlarmName: name, StateValue: state } = alarm;
  const since = alarm.StateTransitionedTimestamp ?? alarm.StateUpdatedTimestamp;
  return name === undefined || state === undefined || since === undefined
    ? []
    : [[name, { state, sinceMs: msOf(since) }]];
}

function metricDataQuery(metric: MetricReference, index: number): MetricDataQuery {
  const dimensions = Object.entries(metric.dimensions).map(([name, value]) => ({ Name: name, Value: value }));
  return {
    Id: queryId(index),
    MetricStat: {
      Metric: { Namespace: metric.namespace, MetricName: metric.name, Dimensions: dimensions },
      Period: PERIOD_SECONDS,
      Stat: metric.statistic,
    },
  };
}

/** Ids begin with a lower-case letter. */
function queryId(index: number): string {
  return `m${index}`;
}
