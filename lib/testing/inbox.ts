import type { Deployment } from '../rehearsal/aws/assembly/deployment';
import { SUBSCRIPTION } from '../rehearsal/aws/sns/resource';
import { marksOf } from '../rehearsal/judge/verdict/parse-message';
import { RehearsalError } from '../rehearsal/kernel/errors';
import type { TimedEvent } from '../rehearsal/kernel/event-log';

/** A message as one person or machine gets it. */
export interface Message {
  readonly at: Date;
  /** An e-mail address, a phone number, a webhook's URL, or the host name of a pager or chat. */
  readonly recipient: string;
  /** The protocol of the subscription, such as `email`, `sms` or `https`. */
  readonly channel: string;
  /** The display name of the SNS topic. */
  readonly topic: string;
  /** Empty where the channel has none. */
  readonly subject: string;
  readonly body: string;
  /** `INVESTIGATING`, `MONITORING`, `RESOLVED`, `ALARM` and the like. @default undefined - it tells none */
  readonly state: string | undefined;
  /** Such as `INC-20261127-01`. @default undefined - it names no incident, like a plain alarm */
  readonly incidentId: string | undefined;
}

/** Everybody's messages, oldest first. */
export const messagesIn = (events: readonly TimedEvent[]): readonly Message[] =>
  events.flatMap((event) => {
    if (event.kind !== 'message') {
      return [];
    }
    const { atMs, endpoint: recipient, protocol: channel, topic, subject, body } = event;
    const { state, incidentId } = marksOf(subject, body);
    return [
      {
        at: new Date(atMs),
        ...{ recipient, channel, topic, subject, body },
        state: state ?? undefined,
        incidentId: incidentId ?? undefined,
      },
    ];
  });

/** Endpoints that people and machines are subscribed with; functions that pass messages on are none of them. */
export const subscribersIn = (deployment: Deployment): readonly string[] => [
  ...new Set(
    deployment
      .all(SUBSCRIPTION)
      .filter(({ properties }) => properties.Protocol !== 'lambda' && properties.Protocol !== 'sqs')
      .map(({ properties }) => properties.Endpoint),
  ),
];

/** E-mail addresses, phone numbers and URLs are subscribed; pagers and chats are known once they get something. */
const IS_SUBSCRIBED = /@|^\+|:\/\//;

/**
 * A slip in an address must not pass for somebody who was told nothing.
 * @throws RehearsalError INVALID_OPTION
 */
export function requireSubscriber(recipient: string, subscribers: readonly string[]): void {
  if (!IS_SUBSCRIBED.test(recipient) || subscribers.includes(recipient)) {
    return;
  }
  throw new RehearsalError(
    'INVALID_OPTION',
    `inbox: nobody of this name is subscribed, got ${JSON.stringify(recipient)}; subscribed are ${subscribers.join(', ') || 'none'}`,
  );
}
