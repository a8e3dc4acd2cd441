import { VirtualClock } from '../../../lib/rehearsal/clock/virtual-clock';
import { EventLog } from '../../../lib/rehearsal/event-log';
import { Topics } from '../../../lib/rehearsal/sns/topics';
import { aDeployment, aResource } from '../helpers/a-deployment';
import { messagesIn } from '../helpers/messages';

const subscription = (Topic: string, Protocol: string, Endpoint: string) =>
  aResource('AWS::SNS::Subscription', { TopicArn: { Ref: Topic }, Protocol, Endpoint });

const arn = (name: string) => `arn:aws:sns:us-east-1:123456789012:${name}`;

const build = () => {
  const clock = new VirtualClock(0);
  const log = new EventLog(() => clock.nowMs);
  const deployment = aDeployment({
    OnCall: aResource('AWS::SNS::Topic', { TopicName: 'on-call', DisplayName: 'Understudy' }),
    Alarms: aResource('AWS::SNS::Topic', { TopicName: 'alarms' }),
    Mail: subscription('OnCall', 'email', 'a@example.com'),
    Text: subscription('OnCall', 'sms', '+48123456789'),
    Other: subscription('Alarms', 'email', 'b@example.com'),
  });
  return { clock, log, topics: new Topics(deployment, clock, log) };
};

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
    expect(() => new Topics(deployment, clock, new EventLog(() => 0))).toThrow(
      "Stack/Sub (AWS::SNS::Subscription): the rehearsal can't read Protocol: ",
    );
  });
});
