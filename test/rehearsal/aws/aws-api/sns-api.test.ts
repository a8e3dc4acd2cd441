import { ListTopicsCommand, PublishCommand, type PublishCommandInput, SNSClient } from '@aws-sdk/client-sns';
import { snsApi } from '../../../../lib/rehearsal/aws/aws-api/sns-api';
import { VirtualClock } from '../../../../lib/rehearsal/kernel/clock/virtual-clock';
import { EventLog } from '../../../../lib/rehearsal/kernel/event-log';
import { aDeployment, aResource } from '../../helpers/a-deployment';
import { messagesIn } from '../../helpers/messages';
import { type ServedApi, serveApi } from '../../helpers/serve-api';
import { someTopics } from '../../helpers/some-topics';

const TOPIC = 'arn:aws:sns:us-east-1:123456789012:on-call';
const LONGEST_MESSAGE = 262_144;

describe('SNS, asked by the SDK', () => {
  const clock = new VirtualClock(0);
  const log = new EventLog(() => clock.nowMs);
  let api: ServedApi;
  let client: SNSClient;
  beforeAll(async () => {
    const deployment = aDeployment({
      Topic: aResource('AWS::SNS::Topic', { TopicName: 'on-call' }),
      Mail: aResource('AWS::SNS::Subscription', {
        TopicArn: TOPIC,
        Protocol: 'email',
        Endpoint: 'a@example.com',
      }),
      Text: aResource('AWS::SNS::Subscription', {
        TopicArn: TOPIC,
        Protocol: 'sms',
        Endpoint: '+48123456789',
      }),
    });
    api = await serveApi('SNS', snsApi(someTopics(deployment, { clock, log })));
    client = new SNSClient(api.config);
  });
  afterAll(async () => {
    client.destroy();
    await api.server.close();
  });

  const publish = (but: Partial<PublishCommandInput> = {}) =>
    client.send(new PublishCommand({ TopicArn: TOPIC, Message: 'text', ...but }));

  test('delivers one text per protocol', async () => {
    const Message = JSON.stringify({ default: 'any', sms: 'short: zażółć' });
    const { MessageId } = await publish({ Subject: 'Store down', Message, MessageStructure: 'json' });
    expect(MessageId).toBe('rehearsal-1');
    await clock.runUntil(clock.nowMs + 60_000);
    expect(messagesIn(log)).toMatchObject([
      { protocol: 'email', endpoint: 'a@example.com', subject: 'Store down', body: 'any' },
      { protocol: 'sms', endpoint: '+48123456789', subject: '', body: 'short: zażółć' },
    ]);
  });

  test.each([
    ['of one character', 'a'],
    ['of 99 characters', 'a'.repeat(99)],
    ['with letters beyond ASCII', 'zażółć'],
  ])('takes a subject %s', async (_name, Subject) => {
    await expect(publish({ Subject })).resolves.toHaveProperty('MessageId');
  });

  test.each([
    ['of 100 characters', 'a'.repeat(100)],
    ['without characters', ''],
    ['with a line break', 'a\nb'],
    ['with a control character', 'a\u0007'],
  ])('refuses a subject %s', async (_name, Subject) => {
    await expect(publish({ Subject })).rejects.toThrow('Subject');
  });

  test.each([
    [LONGEST_MESSAGE, undefined],
    [LONGEST_MESSAGE + 1, 'Message too long'],
  ])('takes a message of %i bytes: %s', async (bytes, problem) => {
    const result = await publish({ Message: 'a'.repeat(bytes) }).then(
      () => undefined,
      ({ message }) => message,
    );
    expect(result).toBe(problem);
  });

  test.each(['{"sms":"short"}', '{"default":1}', 'text', '[]', 'null'])(
    'refuses JSON without a default entry: %s',
    async (Message) => {
      await expect(publish({ Message, MessageStructure: 'json' })).rejects.toThrow(
        'Message Structure - No default entry in JSON message body',
      );
    },
  );

  test('refuses a message without text', async () => {
    await expect(publish({ Message: '' })).rejects.toThrow('Empty message');
  });

  test('refuses an unknown topic', async () => {
    await expect(publish({ TopicArn: `${TOPIC}s` })).rejects.toThrow('Topic does not exist');
  });

  test('says which operation it does not model', async () => {
    await expect(client.send(new ListTopicsCommand({}))).rejects.toThrow(
      'the rehearsal does not model ListTopics',
    );
  });
});
