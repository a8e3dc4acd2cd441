import { SNSClient } from '@aws-sdk/client-sns';
import { SNS_PATIENCE } from '../../../../lambda/status-update/adapters/aws-ports';
import { CloudWatchMonitoring } from '../../../../lambda/status-update/adapters/cloudwatch-monitoring';
import { JsonService } from '../../../../lambda/status-update/adapters/json-service';
import { SnsAnnouncer } from '../../../../lambda/status-update/adapters/sns-announcer';
import { type Answers, type AwsStandIn, PUBLISHED, startAwsStandIn } from '../helpers/aws-stand-in';
import { EDGE_ERRORS, STORE_DOWN } from '../helpers/symptoms';

let aws: AwsStandIn | undefined;
afterEach(() => aws?.close());

/** A stand-in and what clients need to reach it. */
async function start(answers: Answers) {
  const standIn = await startAwsStandIn(answers);
  aws = standIn;
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  return {
    requests: standIn.requests,
    client: { endpoint: standIn.endpoint, region: 'us-east-1', credentials },
    cloudWatch: new JsonService({
      service: 'monitoring',
      region: 'us-east-1',
      endpoint: standIn.endpoint,
      maxAttempts: 2,
      timeoutMs: 3_000,
      credentials: async () => credentials,
    }),
  };
}

describe('CloudWatch', () => {
  const NOW = Date.parse('2025-03-01T10:00:00Z');

  test('is asked for the histories of many alarms, ten at a time, and none is lost', async () => {
    let [open, most] = [0, 0];
    const { cloudWatch, requests } = await start(async ({ body }) => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setTimeout(resolve, 20));
      open -= 1;
      const { AlarmName } = JSON.parse(body);
      const item = { AlarmName, Timestamp: NOW / 1000, HistorySummary: `of ${AlarmName}` };
      return JSON.stringify({ AlarmHistoryItems: [item] });
    });
    const names = Array.from({ length: 21 }, (_item, index) => `alarm-${index}`);
    const monitoring = new CloudWatchMonitoring(cloudWatch);
    const changes = await monitoring.alarmHistory(names, { fromMs: NOW - 1, toMs: NOW });
    expect(changes.map(({ alarmName }) => alarmName).sort()).toEqual([...names].sort());
    expect([requests.length, most <= 10]).toEqual([21, true]);
  });

  test('is asked for the alarms by name and tells since when each is in its state', async () => {
    const { cloudWatch, requests } = await start(() =>
      JSON.stringify({
        MetricAlarms: [
          {
            AlarmName: 'a',
            StateValue: 'ALARM',
            StateTransitionedTimestamp: 1740823200.5,
            StateUpdatedTimestamp: 9,
          },
          { AlarmName: 'b', StateValue: 'OK', StateUpdatedTimestamp: 1740823100 },
          { AlarmName: 'half an answer' },
        ],
      }),
    );
    expect(await new CloudWatchMonitoring(cloudWatch).describeAlarms(['a', 'b', 'gone'])).toEqual({
      a: { state: 'ALARM', sinceMs: 1740823200500 },
      b: { state: 'OK', sinceMs: 1740823100000 },
    });
    expect(JSON.parse(requests[0]?.body ?? '')).toEqual({
      AlarmNames: ['a', 'b', 'gone'],
      AlarmTypes: ['MetricAlarm'],
      MaxRecords: 100,
    });
  });

  test('is asked for the last five minutes and gives the newest datapoint of each metric', async () => {
    const { cloudWatch, requests } = await start(() =>
      JSON.stringify({
        MetricDataResults: [
          { Id: 'm1', Values: [92, 40] },
          { Id: 'm0', Values: [] },
        ],
      }),
    );
    const monitoring = new CloudWatchMonitoring(cloudWatch);
    expect(await monitoring.latest([STORE_DOWN.metric, EDGE_ERRORS.metric], NOW)).toEqual([undefined, 92]);
    const asked = JSON.parse(requests[0]?.body ?? '');
    expect([asked.StartTime, asked.EndTime, asked.ScanBy]).toEqual([
      NOW / 1000 - 300,
      NOW / 1000,
      'TimestampDescending',
    ]);
    expect(asked.MetricDataQueries[1]).toEqual({
      Id: 'm1',
      MetricStat: {
        Metric: {
          Namespace: 'AWS/CloudFront',
          MetricName: '5xxErrorRate',
          Dimensions: [
            { Name: 'DistributionId', Value: 'E1EXAMPLE' },
            { Name: 'Region', Value: 'Global' },
          ],
        },
        Period: 60,
        Stat: 'Average',
      },
    });
  });
});

describe("an alarm's history", () => {
  test.each([
    [1, 1],
    [3, 3],
    [99, 10],
  ])('of %i pages is read page by page, at most ten: %i', async (pages, read) => {
    const { cloudWatch, requests } = await start(() =>
      JSON.stringify({
        AlarmHistoryItems: [{ Timestamp: requests.length, HistorySummary: 'OK to ALARM' }],
        ...(requests.length < pages && { NextToken: `page ${requests.length + 1}` }),
      }),
    );
    const monitoring = new CloudWatchMonitoring(cloudWatch);
    const history = await monitoring.alarmHistory(['a'], { fromMs: 0, toMs: 1 });
    expect(history.map(({ atMs }) => atMs / 1_000)).toEqual(
      Array.from({ length: read }, (_, index) => index + 1),
    );
    expect(JSON.parse(requests.at(-1)?.body ?? '').NextToken).toBe(read === 1 ? undefined : `page ${read}`);
  });
});

describe('SNS', () => {
  test.each([
    ['{"schema":1}', '{"schema":1}'],
    [undefined, 'null'],
  ])('gets one message for e-mail, phones and functions, with the data %s', async (data, forFunctions) => {
    const { client, requests } = await start(() => PUBLISHED);
    const message = { subject: 's', body: 'b', sms: 'm', data };
    await new SnsAnnouncer(new SNSClient(client), 'arn:topic').publish(message);
    const form = Object.fromEntries(new URLSearchParams(requests[0]?.body));
    expect(form).toMatchObject({
      Action: 'Publish',
      TopicArn: 'arn:topic',
      Subject: 's',
      MessageStructure: 'json',
    });
    expect(JSON.parse(form['Message'] ?? '')).toEqual({
      default: 'b',
      email: 'b',
      sms: 'm',
      https: data,
      lambda: forFunctions,
    });
  });

  test.each([
    [undefined, []],
    [true, ['low']],
  ])('tells subscriptions of its urgency when quiet is %s', async (quiet, urgency) => {
    const { client, requests } = await start(() => PUBLISHED);
    const message = { subject: 's', body: 'b', sms: 'm', quiet };
    await new SnsAnnouncer(new SNSClient(client), 'arn:topic').publish(message);
    const form = new URLSearchParams(requests[0]?.body);
    expect(form.getAll('MessageAttributes.entry.1.Value.StringValue')).toEqual(urgency);
  });

  test('is asked once when it does not answer in time, and may have sent the message', async () => {
    const { client, requests } = await start(() => new Promise(() => undefined));
    const announcer = new SnsAnnouncer(new SNSClient({ ...client, ...SNS_PATIENCE }), 'arn:topic', 50);
    const error = await announcer.publish({ subject: 's', body: 'b', sms: 'm' }).catch(String);
    expect(error).toBe(
      'PerhapsSent: SNS did not answer within 50 ms; the message may have been sent, and goes out once more',
    );
    expect(requests).toHaveLength(1);
  });

  test('is asked again at once when it says that it could not take the message', async () => {
    const { client, requests } = await start(() =>
      requests.length === 1 ? { status: 503, body: '<a/>' } : PUBLISHED,
    );
    const announcer = new SnsAnnouncer(new SNSClient({ ...client, ...SNS_PATIENCE }), 'arn:topic');
    await announcer.publish({ subject: 's', body: 'b', sms: 'm' });
    expect(requests).toHaveLength(2);
  });
});
