import type { Gate } from '../../../../lib/rehearsal/aws/iam/gatekeeper';
import type { Publication } from '../../../../lib/rehearsal/aws/sns/topics';
import { VirtualClock } from '../../../../lib/rehearsal/kernel/clock/virtual-clock';
import { EventLog } from '../../../../lib/rehearsal/kernel/event-log';
import { aDeployment, aResource } from '../../helpers/a-deployment';
import { messagesIn } from '../../helpers/messages';
import { gateWithout, OPEN_GATE } from '../../helpers/open-gate';
import { someTopics } from '../../helpers/some-topics';

const subscription = (Topic: string, Protocol: string, Endpoint: string) =>
  aResource('AWS::SNS::Subscription', { TopicArn: { Ref: Topic }, Protocol, Endpoint });

const arn = (name: string) => `arn:aws:sns:us-east-1:123456789012:${name}`;

function build() {
  const clock = new VirtualClock(0);
  const log = new EventLog(() => clock.nowMs);
  const deployment = aDeployment({
    OnCall: aResource('AWS::SNS::Topic', { TopicName: 'on-call', DisplayName: 'Understudy' }),
    Alarms: aResource('AWS::SNS::Topic', { TopicName: 'alarms' }),
    Mail: subscription('OnCall', 'email', 'a@example.com'),
    Text: subscription('OnCall', 'sms', '+48123456789'),
    Other: subscription('Alarms', 'email', 'b@example.com'),
  });
  return { clock, log, topics: someTopics(deployment, { clock, log }) };
}

describe('topic', () => {
  test('delivers to its own subscribers, a second later', async () => {
    const { clock, log, topics } = build();
    topics.publish({ topicArn: arn('on-call'), subject: 'Down', message: 'text' });
    await clock.runUntil(999);
    expect(messagesIn(log)).toEqual([]);
    await clock.runUntil(1_000);
    expect(messagesIn(log)).toMatchObject([
      { topic: 'Understudy', endpoint: 'a@example.com', subject: 'Down', body: 'text', atMs: 1_000 },
      { topic: 'Understudy', endpoint: '+48123456789', subject: '', body: 'text', atMs: 1_000 },
    ]);
  });

  test('goes by its logical id without a display name, and by a subject of its own without one', async () => {
    const { clock, log, topics } = build();
    topics.publish({ topicArn: arn('alarms'), message: 'text' });
    await clock.runUntil(1_000);
    expect(messagesIn(log)).toMatchObject([{ topic: 'Alarms', subject: 'AWS Notification Message' }]);
  });

  test('counts what it takes, under its own name', () => {
    const { clock, log } = build();
    const counted: unknown[] = [];
    const metrics = { put: (metric: unknown, value: number) => void counted.push([metric, value]) };
    someTopics(aDeployment({}), { clock, log, metrics }).publish({ topicArn: arn('audit'), message: 'x' });
    expect(counted).toEqual([
      [{ namespace: 'AWS/SNS', name: 'NumberOfMessagesPublished', dimensions: { TopicName: 'audit' } }, 1],
    ]);
  });

  test('gives each protocol its own text', async () => {
    const { clock, log, topics } = build();
    const message = JSON.stringify({ default: 'any', sms: 'short' });
    topics.publish({ topicArn: arn('on-call'), message, structure: 'json' });
    await clock.runUntil(1_000);
    expect(messagesIn(log).map(({ protocol, body }) => [protocol, body])).toEqual([
      ['email', 'any'],
      ['sms', 'short'],
    ]);
  });

  test.each([
    ['is not text', { default: 'any', sms: 5 }],
    ['is not there', { default: 'any' }],
  ])('gives a protocol the default text where its own %s', async (_what, texts) => {
    const { clock, log, topics } = build();
    topics.publish({ topicArn: arn('on-call'), message: JSON.stringify(texts), structure: 'json' });
    await clock.runUntil(1_000);
    expect(messagesIn(log).map(({ body }) => body)).toEqual(['any', 'any']);
  });

  test.each([
    ['on-call', true],
    ['nobody', false],
  ])('exists: %s', (name, exists) => {
    expect(build().topics.has(arn(name))).toBe(exists);
  });

  test('fails when a protocol is not modelled', () => {
    const deployment = aDeployment({
      Sub: aResource('AWS::SNS::Subscription', { TopicArn: 'a', Protocol: 'firehose', Endpoint: 'b' }),
    });
    const clock = new VirtualClock(0);
    expect(() => someTopics(deployment, { clock, log: new EventLog(() => 0) })).toThrow(
      "Stack/Sub (AWS::SNS::Subscription): the rehearsal can't read Protocol: ",
    );
  });
});

const QUEUE_ARN = 'arn:aws:sqs:us-east-1:123456789012:lost';

/** One subscription to one topic, and everything that came of a message. */
function subscribed(Protocol: string, but: Record<string, unknown> = {}, gate: Gate = OPEN_GATE) {
  const clock = new VirtualClock(0);
  const log = new EventLog(() => clock.nowMs);
  const queued: [number, string][] = [];
  const invoked: unknown[] = [];
  const state = { isDown: false, isUnconfirmed: false };
  const deployment = aDeployment({
    Alarms: aResource('AWS::SNS::Topic', { TopicName: 'alarms' }),
    Sub: aResource('AWS::SNS::Subscription', {
      TopicArn: arn('alarms'),
      Protocol,
      Endpoint: 'endpoint',
      RedrivePolicy: { deadLetterTargetArn: QUEUE_ARN },
      ...but,
    }),
  });
  const topics = someTopics(deployment, {
    clock,
    log,
    gate,
    send: (queueArn) => queued.push([clock.nowMs, queueArn]),
    invoke: (_, event) => invoked.push(event),
    isDown: () => state.isDown,
    isUnconfirmed: () => state.isUnconfirmed,
  });
  const publish = (message: Partial<Publication> = {}) =>
    topics.publish({ topicArn: arn('alarms'), message: 'text', ...message });
  return { clock, log, queued, invoked, state, publish };
}

describe('subscription', () => {
  test('gets its message from an HTTPS endpoint that comes back before the last retry', async () => {
    const { clock, log, queued, state, publish } = subscribed('https');
    state.isDown = true;
    publish();
    await clock.runUntil(100_000);
    state.isDown = false;
    await clock.runUntil(1_000_000);
    expect(messagesIn(log).map(({ atMs }) => atMs)).toEqual([106_000]);
    expect(queued).toEqual([]);
  });

  test.each([
    ['https', 121_000],
    ['http', 121_000],
  ])('leaves its message over %s in the dead-letter queue after three retries', async (protocol, atMs) => {
    const { clock, log, queued, state, publish } = subscribed(protocol);
    state.isDown = true;
    publish();
    await clock.runUntil(1_000_000);
    expect(queued).toEqual([[atMs, QUEUE_ARN]]);
    expect(messagesIn(log)).toEqual([]);
  });

  test.each([
    ['lambda', ['lambda:InvokeFunction'], [[1_000, QUEUE_ARN]]],
    ['sqs', ['lambda:InvokeFunction'], [[1_000, 'endpoint']]],
    ['lambda', ['lambda:InvokeFunction', 'sqs:SendMessage'], []],
    ['sqs', ['sqs:SendMessage'], []],
    // Nobody outside AWS asks for a permission.
    ['email', ['lambda:InvokeFunction', 'sqs:SendMessage'], []],
  ])('over %s is not tried again where SNS may not: without %j', async (protocol, missing, expected) => {
    const { clock, queued, invoked, publish } = subscribed(protocol, {}, gateWithout(...missing));
    publish();
    await clock.runUntil(1_000_000);
    expect(queued).toEqual(expected);
    expect(invoked).toEqual([]);
  });

  test('loses its message without a dead-letter queue', async () => {
    const { clock, log, queued, state, publish } = subscribed('https', { RedrivePolicy: undefined });
    state.isDown = true;
    publish();
    await clock.runUntil(1_000_000);
    expect(queued).toEqual([]);
    expect(messagesIn(log)).toEqual([]);
  });

  test('gets nothing as long as nobody has confirmed it', async () => {
    const { clock, log, state, publish } = subscribed('email');
    state.isUnconfirmed = true;
    publish();
    await clock.runUntil(1_000);
    state.isUnconfirmed = false;
    publish({ message: 'later' });
    await clock.runUntil(10_000);
    expect(messagesIn(log).map(({ body }) => body)).toEqual(['later']);
  });

  test('is in the log with what nobody got, while nobody has confirmed it', async () => {
    const { clock, log, state, publish } = subscribed('email', { FilterPolicy: { severity: ['high'] } });
    const attributes = { severity: { type: 'String', value: 'high' } };
    publish({ subject: 'Confirmed', attributes });
    state.isUnconfirmed = true;
    publish({ subject: 'Down', attributes });
    publish({ subject: 'Filtered' });
    await clock.runUntil(10_000);
    expect(log.events.filter(({ kind }) => kind === 'unheard')).toEqual([
      { atMs: 0, kind: 'unheard', topic: 'Alarms', subject: 'Down' },
    ]);
  });

  test('over SMS needs nobody to confirm it', async () => {
    const { clock, log, state, publish } = subscribed('sms');
    state.isUnconfirmed = true;
    publish();
    await clock.runUntil(1_000);
    expect(messagesIn(log)).toHaveLength(1);
    expect(log.events.map(({ kind }) => kind)).not.toContain('unheard');
  });

  test('over HTTPS is tried as often as its delivery policy says', async () => {
    const healthyRetryPolicy = { numRetries: '2', minDelayTarget: 5, maxDelayTarget: 10 };
    const { clock, queued, state, publish } = subscribed('https', { DeliveryPolicy: { healthyRetryPolicy } });
    state.isDown = true;
    publish();
    await clock.runUntil(1_000_000);
    // One second to the first attempt, three that fail after fifteen, and five and ten in between.
    expect(queued).toEqual([[61_000, QUEUE_ARN]]);
  });

  test('gets only what passes its filter', async () => {
    const { clock, log, publish } = subscribed('email', { FilterPolicy: { severity: ['high'] } });
    publish({ message: 'low', attributes: { severity: { type: 'String', value: 'low' } } });
    publish({ message: 'none' });
    publish({ message: 'high', attributes: { severity: { type: 'String', value: 'high' } } });
    await clock.runUntil(1_000);
    expect(messagesIn(log).map(({ body }) => body)).toEqual(['high']);
  });

  test('calls a function with the message in a record', async () => {
    const { clock, invoked, publish } = subscribed('lambda');
    publish({ subject: 'Down' });
    await clock.runUntil(1_000);
    expect(invoked).toMatchObject([{ Records: [{ Sns: { Subject: 'Down', Message: 'text' } }] }]);
  });

  test.each([
    ['a plain message', {}, { shop: { Type: 'String', Value: 'de' } }],
    ['one text per protocol', { message: '{"default":"text"}', structure: 'json' as const }, {}],
  ])('gives a function the attributes of %s: %#', async (_what, but, expected) => {
    const { clock, invoked, publish } = subscribed('lambda');
    publish({ attributes: { shop: { type: 'String', value: 'de' } }, ...but });
    await clock.runUntil(1_000);
    expect(invoked).toMatchObject([{ Records: [{ Sns: { Message: 'text' } }] }]);
    expect(invoked).toHaveProperty('0.Records.0.Sns.MessageAttributes', expected);
  });

  test.each([
    [{ numRetries: 101 }, 'numRetries: must be a whole number from 0 to 100, got 101'],
    [{ minDelayTarget: 0 }, 'minDelayTarget: must be a whole number from 1 to 3600, got 0'],
    [{ maxDelayTarget: 3_601 }, 'maxDelayTarget: must be a whole number from 1 to 3600, got 3601'],
    [{ minDelayTarget: 21 }, 'minDelayTarget: must be at most maxDelayTarget'],
    [
      { numNoDelayRetries: 2, numMinDelayRetries: 1, numMaxDelayRetries: 1 },
      'numRetries: must be at least the retries of the other phases together',
    ],
    [{ backoffFunction: 'random' }, 'backoffFunction: '],
  ])('fails when its delivery policy has %j', (healthyRetryPolicy, message) => {
    expect(() => subscribed('https', { DeliveryPolicy: { healthyRetryPolicy } })).toThrow(
      `Stack/Sub (AWS::SNS::Subscription): the rehearsal can't read DeliveryPolicy.healthyRetryPolicy.${message}`,
    );
  });

  test.each([
    { numRetries: 100, minDelayTarget: 1, maxDelayTarget: 3_600 },
    { numNoDelayRetries: 1, numMinDelayRetries: 1, numMaxDelayRetries: 1 },
    { backoffFunction: 'EXPONENTIAL' },
  ])('may have the delivery policy %j', (healthyRetryPolicy) => {
    expect(() => subscribed('https', { DeliveryPolicy: { healthyRetryPolicy } })).not.toThrow();
  });

  test('puts the message into a queue', async () => {
    const { clock, queued, publish } = subscribed('sqs', { Endpoint: QUEUE_ARN });
    publish();
    await clock.runUntil(1_000);
    expect(queued).toEqual([[1_000, QUEUE_ARN]]);
  });

  test('fails when SNS refuses its filter policy', () => {
    expect(() => subscribed('email', { FilterPolicy: { severity: [{ wildcard: 'h*' }] } })).toThrow(
      'Stack/Sub.FilterPolicy.severity: is refused by SNS ("Unrecognized match type wildcard"), got {"wildcard":"h*"}',
    );
  });
});
