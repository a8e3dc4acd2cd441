import type { Protocol } from '../subscriber';
import type { MessageAttribute } from './filter-policy';

/** A message on its way to one subscriber. */
export interface Notification {
  readonly messageId: string;
  readonly topicArn: string;
  readonly subject?: string;
  /** The text for this protocol. */
  readonly message: string;
  /** When it was published. */
  readonly atMs: number;
  /** By name. @default - none */
  readonly attributes?: Readonly<Record<string, MessageAttribute>>;
}

/**
 * The body in which a subscriber gets a message.
 *
 * @param raw The subscription's `RawMessageDelivery`.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-large-payload-raw-message-delivery.html
 * @see https://docs.aws.amazon.com/sns/latest/dg/http-notification-json.html
 */
export function deliveredBody(protocol: Protocol, notification: Notification, raw = false): string {
  // People get the text, as do HTTP endpoints and queues that asked for raw delivery.
  if (protocol === 'email' || protocol === 'sms') {
    return notification.message;
  }
  if (raw && ['http', 'https', 'sqs'].includes(protocol)) {
    return notification.message;
  }
  // Everybody else gets JSON around it. Emulation: without a signature, which would differ each time; webhooks on this
  // machine get one from a live rehearsal.
  return JSON.stringify(envelope(notification));
}

/** The JSON around a message. */
export const envelope = ({ messageId, topicArn, subject, message, atMs, attributes = {} }: Notification) => ({
  Type: 'Notification',
  MessageId: messageId,
  TopicArn: topicArn,
  ...(subject === undefined ? {} : { Subject: subject }),
  Message: message,
  Timestamp: new Date(atMs).toISOString(),
  ...(Object.keys(attributes).length === 0 ? {} : { MessageAttributes: attributesIn(attributes) }),
});

/**
 * The event that a function gets. It has attributes also where there are none, and no types of SNS's own: arrays and
 * numbers come as `String`.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html
 */
export const lambdaEvent = (notification: Notification) => ({
  Records: [
    {
      EventSource: 'aws:sns',
      EventVersion: '1.0',
      EventSubscriptionArn: `${notification.topicArn}:rehearsal`,
      Sns: {
        ...envelope(notification),
        MessageAttributes: attributesIn(notification.attributes ?? {}, (type) =>
          type.startsWith('Binary') ? type : 'String',
        ),
      },
    },
  ],
});

const attributesIn = (
  attributes: NonNullable<Notification['attributes']>,
  typeOf = (type: string): string => type,
): Readonly<Record<string, { readonly Type: string; readonly Value: string }>> =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, { type, value }]) => [name, { Type: typeOf(type), Value: value }]),
  );
