import { marksOf } from '../judge/verdict/parse-message';
import type { MessageEvent, TimedEvent } from '../kernel/event-log';
import { groupBy } from '../kernel/group-by';
import type { ReportMessage } from './report-schema';

type TimedMessage = TimedEvent & MessageEvent;

/** Every message once per channel, however many people get it, in the order of arrival. */
export function reportMessages(events: readonly TimedEvent[], startMs: number): ReportMessage[] {
  const groups = groupBy(events.filter(isMessage), (message) =>
    JSON.stringify([message.atMs, message.topic, message.protocol, message.subject, message.body]),
  );
  return groups.map((copies) => {
    const { atMs, topic, protocol, subject, body } = copies[0];
    return {
      atMs: Math.round(atMs - startMs),
      channel: protocol,
      topic,
      subject,
      body,
      recipients: copies.length,
      ...marksOf(subject, body),
    };
  });
}

const isMessage = (event: TimedEvent): event is TimedMessage => event.kind === 'message';
