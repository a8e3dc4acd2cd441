import type { MessageEvent, TimedEvent } from '../kernel/event-log';

/** One copy of a message. */
export interface InboxCopy {
  readonly protocol: string;
  readonly endpoint: string;
  readonly body: string;
}

/** One message, with everybody who got it. */
export interface InboxMessage {
  readonly atMs: number;
  readonly topic: string;
  /** Empty for a message that went out as text messages only. */
  readonly subject: string;
  /** At least one. */
  readonly copies: readonly InboxCopy[];
}

/** Copies of one message arrive together, up to what the clock's speed makes of a moment. */
const TOGETHER_MS = 2_000;

/** Messages as people talk about them, newest first: one for all copies of the same message. */
export function inboxOf(events: readonly TimedEvent[]): readonly InboxMessage[] {
  const messages: InboxMessage[] = [];
  for (const event of events) {
    if (event.kind !== 'message') {
      continue;
    }
    const index = messages.findIndex((message) => isCopyOf(message, event));
    const found = messages[index];
    if (found === undefined) {
      messages.unshift(begin(event));
    } else {
      messages[index] = {
        ...found,
        subject: found.subject || event.subject,
        copies: [...found.copies, copyOf(event)],
      };
    }
  }
  return messages;
}

const copyOf = ({ protocol, endpoint, body }: MessageEvent): InboxCopy => ({ protocol, endpoint, body });

const begin = (event: MessageEvent & { readonly atMs: number }): InboxMessage => ({
  atMs: event.atMs,
  topic: event.topic,
  subject: event.subject,
  copies: [copyOf(event)],
});

/** Nobody gets the same message twice, so a second one to the same endpoint is another message. */
const isCopyOf = (message: InboxMessage, event: MessageEvent & { readonly atMs: number }): boolean =>
  message.topic === event.topic &&
  event.atMs - message.atMs <= TOGETHER_MS &&
  (message.subject === event.subject || message.subject === '' || event.subject === '') &&
  message.copies.every(({ endpoint }) => endpoint !== event.endpoint);
