import { deliveredBody, lambdaEvent } from '../../../lib/rehearsal/aws/sns/rules/delivered-body';

const notification = {
  messageId: 'm-1',
  topicArn: 'arn:topic',
  subject: 'Down',
  message: 'The shop is down',
  atMs: 0,
};
const inside = {
  Type: 'Notification',
  MessageId: 'm-1',
  TopicArn: 'arn:topic',
  Subject: 'Down',
  Message: 'The shop is down',
  Timestamp: '1970-01-01T00:00:00.000Z',
};

describe('Delivered body (https://docs.aws.amazon.com/sns/latest/dg/sns-large-payload-raw-message-delivery.html)', () => {
  test.each([
    ['email', false],
    ['email', true],
    ['sms', false],
    ['https', true],
    ['http', true],
    ['sqs', true],
  ] as const)('is the text over %s, raw: %s', (protocol, raw) => {
    expect(deliveredBody(protocol, notification, raw)).toBe('The shop is down');
  });

  test.each([
    ['https', false],
    ['sqs', false],
    ['email-json', false],
    ['email-json', true],
    ['lambda', true],
  ] as const)('is JSON around the text over %s, raw: %s', (protocol, raw) => {
    expect(JSON.parse(deliveredBody(protocol, notification, raw))).toEqual(inside);
  });

  test('leaves out a subject that is not there', () => {
    const { subject: _, ...plain } = notification;
    expect(JSON.parse(deliveredBody('https', plain))).not.toHaveProperty('Subject');
  });

  test('has the attributes of the message where there are any', () => {
    const attributes = { count: { type: 'Number', value: '3' } };
    expect(JSON.parse(deliveredBody('sqs', { ...notification, attributes }))).toEqual({
      ...inside,
      MessageAttributes: { count: { Type: 'Number', Value: '3' } },
    });
    expect(JSON.parse(deliveredBody('sqs', { ...notification, attributes: {} }))).toEqual(inside);
  });
});

describe('Event for a function (https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html)', () => {
  const attributesOf = (type: string) => {
    const event = lambdaEvent({ ...notification, attributes: { one: { type, value: 'v' } } });
    return event.Records[0]?.Sns.MessageAttributes;
  };

  test.each([
    ['String', 'String'],
    ['String.Array', 'String'],
    ['Number', 'String'],
    ['Binary', 'Binary'],
  ])('has an attribute of type %s as %s', (type, expected) => {
    expect(attributesOf(type)).toEqual({ one: { Type: expected, Value: 'v' } });
  });

  test('has attributes, though the message has none', () => {
    expect(lambdaEvent(notification)).toEqual({
      Records: [
        {
          EventSource: 'aws:sns',
          EventVersion: '1.0',
          EventSubscriptionArn: 'arn:topic:rehearsal',
          Sns: { ...inside, MessageAttributes: {} },
        },
      ],
    });
  });
});
