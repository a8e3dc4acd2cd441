import { type MessageEvent, NO_TOPIC, type TimedEvent } from '../kernel/event-log';
import { groupBy } from '../kernel/group-by';
import type { MessageForm, TimelineEntry } from './timeline-entry';

const FOR_PROGRAMS: ReadonlySet<string> = new Set(['http', 'https']);

type TimedMessage = TimedEvent & MessageEvent;

/**
 * One entry for a message, however many people get it; the e-mail stands first, other forms for people follow. What
 * programs get beside it says the same as data, and stands in the report's `messages`.
 */
export function messageEntries(events: readonly TimedEvent[]): readonly TimelineEntry[] {
  const sent = events.filter((event): event is TimedMessage => event.kind === 'message');
  return groupBy(sent, publicationOf).map((copies) => {
    const shown = copies.find(({ protocol }) => protocol === 'email') ?? copies[0];
    const otherForms = formsBeside(shown, copies);
    return {
      atMs: shown.atMs,
      kind: 'message',
      text: titleOf(shown, copies),
      body: readable(shown.body),
      ...(otherForms.length > 0 && { otherForms }),
    };
  });
}

/** SNS delivers one publication to all at once; every post to a pager or a chat is its own. */
const publicationOf = ({ atMs, topic, endpoint }: TimedMessage): string =>
  topic === NO_TOPIC ? `${atMs} ${endpoint}` : `${atMs} ${topic}`;

function titleOf({ topic, subject, endpoint }: TimedMessage, copies: readonly TimedMessage[]): string {
  if (topic === NO_TOPIC) {
    return `Channel: posted to ${endpoint}`;
  }
  const channels = [...new Set(copies.map(({ protocol }) => protocol))].join(', ');
  return `SNS: "${topic}" by ${channels}: ${subject}`;
}

function formsBeside(shown: TimedMessage, copies: readonly TimedMessage[]): readonly MessageForm[] {
  const others = copies.filter(({ body, protocol }) => body !== shown.body && !FOR_PROGRAMS.has(protocol));
  return groupBy(others, ({ protocol, body }) => `${protocol} ${body}`).map(([{ protocol, body }]) => ({
    channel: protocol,
    body: readable(body),
  }));
}

/** What programs get is JSON in one line, which nobody can read. */
function readable(body: string): string {
  if (!body.startsWith('{')) {
    return body;
  }
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
