import {
  CloudWatchClient,
  DescribeAlarmHistoryCommand,
  DescribeAlarmsCommand,
  GetMetricDataCommand,
  type GetMetricDataCommandInput,
  ListMetricsCommand,
} from '@aws-sdk/client-cloudwatch';
import { cloudWatchApi } from '../../../../lib/rehearsal/aws/aws-api/cloudwatch-api';
import { Alarms } from '../../../../lib/rehearsal/aws/cloudwatch/alarms';
import { MetricStore } from '../../../../lib/rehearsal/aws/cloudwatch/metric-store';
import { VirtualClock } from '../../../../lib/rehearsal/kernel/clock/virtual-clock';
import { EventLog } from '../../../../lib/rehearsal/kernel/event-log';
import { aDeployment, aResource } from '../../helpers/a-deployment';
import { type ServedApi, serveApi } from '../../helpers/serve-api';

const BEGIN_MS = Date.parse('2026-11-27T09:00:00Z');
const METRIC = { namespace: 'Test', name: 'Orders', dimensions: { Shop: 'one', Region: 'Global' } };

describe('CloudWatch, asked by the SDK', () => {
  const clock = new VirtualClock(BEGIN_MS);
  const metrics = new MetricStore(clock);
  const log = new EventLog(() => clock.nowMs);
  let api: ServedApi;
  let client: CloudWatchClient;
  beforeAll(async () => {
    const deployment = aDeployment({
      Down: aResource('AWS::CloudWatch::Alarm', {
        AlarmName: 'no-orders',
        AlarmDescription: 'Nobody orders',
        ComparisonOperator: 'LessThanThreshold',
        EvaluationPeriods: 1,
        Dimensions: [],
        MetricName: 'Orders',
        Namespace: 'Nobody',
        Period: 60,
        Statistic: 'Sum',
        Threshold: 1,
        TreatMissingData: 'breaching',
      }),
      Outage: aResource('AWS::CloudWatch::CompositeAlarm', {
        AlarmName: 'outage',
        AlarmRule: 'ALARM("no-orders")',
      }),
    });
    const world = { clock, log, metrics, random: () => 0.5, onChange: () => undefined, act: () => undefined };
    const alarms = new Alarms(deployment, world);
    for (const [minute, orders] of [3, 1, undefined, 2].entries()) {
      clock.at(BEGIN_MS + minute * 60_000, () => {
        if (orders !== undefined) {
          metrics.put(METRIC, orders);
        }
      });
    }
    await clock.runUntil(BEGIN_MS + 4 * 60_000);
    api = await serveApi('CLOUDWATCH', cloudWatchApi(alarms, metrics));
    client = new CloudWatchClient(api.config);
  });
  afterAll(async () => {
    client.destroy();
    await api.server.close();
  });

  const query = (but: Partial<GetMetricDataCommandInput> = {}) => ({
    StartTime: new Date(BEGIN_MS),
    EndTime: new Date(BEGIN_MS + 4 * 60_000),
    MetricDataQueries: [
      {
        Id: 'orders',
        MetricStat: {
          Metric: {
            Namespace: 'Test',
            MetricName: 'Orders',
            Dimensions: [
              { Name: 'Region', Value: 'Global' },
              { Name: 'Shop', Value: 'one' },
            ],
          },
          Period: 60,
          Stat: 'Sum',
        },
      },
    ],
    ...but,
  });

  test.each([
    ['from before the change', 0, 60_000, 1],
    ['that ends before it', 0, 29_000, 0],
    ['that begins after it', 31_000, 60_000, 0],
  ])('tells the history of an alarm within a span %s', async (_what, fromMs, toMs, count) => {
    const { AlarmHistoryItems: items } = await client.send(
      new DescribeAlarmHistoryCommand({
        AlarmName: 'no-orders',
        HistoryItemType: 'StateUpdate',
        StartDate: new Date(BEGIN_MS + fromMs),
        EndDate: new Date(BEGIN_MS + toMs),
      }),
    );
    const change = {
      AlarmName: 'no-orders',
      Timestamp: new Date(BEGIN_MS + 30_000),
      HistorySummary: 'Alarm updated from INSUFFICIENT_DATA to ALARM',
    };
    expect(items).toMatchObject(Array.from({ length: count }, () => change));
  });

  test('describes alarms by name, with the moment they changed', async () => {
    const answer = await client.send(new DescribeAlarmsCommand({ AlarmNames: ['nobody', 'no-orders'] }));
    expect(answer.MetricAlarms).toMatchObject([
      {
        AlarmName: 'no-orders',
        AlarmDescription: 'Nobody orders',
        StateValue: 'ALARM',
        StateTransitionedTimestamp: new Date(BEGIN_MS + 30_000),
      },
    ]);
  });

  test('describes no alarm that was not asked for', async () => {
    const answer = await client.send(new DescribeAlarmsCommand({ AlarmNames: ['nobody'] }));
    expect(answer.MetricAlarms).toEqual([]);
  });

  test.each([
    [undefined, 0, 0],
    [['MetricAlarm' as const], 0, 0],
    [['CompositeAlarm' as const], 1, 2],
  ])('knows a composite alarm only when asked for %j', async (AlarmTypes, alarms, changes) => {
    const found = await client.send(new DescribeAlarmsCommand({ AlarmNames: ['outage'], AlarmTypes }));
    expect([found.MetricAlarms, found.CompositeAlarms]).toMatchObject([
      [],
      Array.from({ length: alarms }, () => ({ AlarmName: 'outage', StateValue: 'ALARM' })),
    ]);
    const history = await client.send(
      new DescribeAlarmHistoryCommand({
        ...{ AlarmName: 'outage', AlarmTypes, HistoryItemType: 'StateUpdate' },
        ...{ StartDate: new Date(BEGIN_MS), EndDate: new Date(BEGIN_MS + 60_000) },
      }),
    );
    expect(history.AlarmHistoryItems).toHaveLength(changes);
  });

  test.each([
    ['all alarms', () => client.send(new DescribeAlarmsCommand({}))],
    [
      'alarms by their state',
      () => client.send(new DescribeAlarmsCommand({ AlarmNames: ['no-orders'], StateValue: 'OK' })),
    ],
    [
      'the oldest datapoint first',
      () => client.send(new GetMetricDataCommand(query({ ScanBy: 'TimestampAscending' }))),
    ],
  ])('refuses to give %s', async (_what, ask) => {
    await expect<Promise<unknown>>(ask()).rejects.toThrow();
  });

  test('gives the newest datapoint first and leaves out periods without data', async () => {
    const { MetricDataResults } = await client.send(new GetMetricDataCommand(query()));
    expect(MetricDataResults).toMatchObject([
      {
        Id: 'orders',
        StatusCode: 'Complete',
        Values: [2, 1, 3],
        Timestamps: [3, 1, 0].map((minute) => new Date(BEGIN_MS + minute * 60_000)),
      },
    ]);
  });

  test.each([
    [0, 0, []],
    [0, 60_000, [3]],
    [0, 60_001, [1, 3]],
    [60_000, 120_000, [1]],
  ])('gives the periods from %i ms to %i ms', async (fromMs, toMs, values) => {
    const range = { StartTime: new Date(BEGIN_MS + fromMs), EndTime: new Date(BEGIN_MS + toMs) };
    const { MetricDataResults } = await client.send(new GetMetricDataCommand(query(range)));
    expect(MetricDataResults?.[0]?.Values ?? []).toEqual(values);
  });

  test('gives a percentile of a period', async () => {
    const [orders] = query().MetricDataQueries ?? [];
    const MetricStat = orders?.MetricStat && { ...orders.MetricStat, Stat: 'p90' };
    const command = new GetMetricDataCommand(query({ MetricDataQueries: [{ Id: 'orders', MetricStat }] }));
    const { MetricDataResults } = await client.send(command);
    expect(MetricDataResults?.[0]?.Values).toEqual([2, 1, 3]);
  });

  test('refuses metric math, and goes on', async () => {
    const command = new GetMetricDataCommand(
      query({ MetricDataQueries: [{ Id: 'e', Expression: 'a / b' }] }),
    );
    await expect(client.send(command)).rejects.toThrow();
    await expect(client.send(new GetMetricDataCommand(query()))).resolves.toBeDefined();
  });

  test('says which operation it does not model', async () => {
    await expect(client.send(new ListMetricsCommand({}))).rejects.toThrow(
      'the rehearsal does not model ListMetrics',
    );
  });
});
