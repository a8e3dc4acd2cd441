import { type MessageEvent, NO_TOPIC, type TimedEvent } from '../../kernel/event-log';
import { groupBy } from '../../kernel/group-by';
import { marksOf } from './parse-message';

/** What the devices of one person show, over all the ways on which they are told. */
export interface Notifications {
  readonly count: number;
  /** How many of them are e-mails. */
  readonly emails: number;
  /** Pagers among those ways. */
  readonly pagers: number;
  /** Chats among those ways. */
  readonly chats: number;
}

type TimedMessage = TimedEvent & MessageEvent;

/**
 * Counts for each person who has every way that one audience is told on: of several mailboxes, or phones, one has the
 * most. Webhooks are programs. Of a pager, what belongs to an alert that is open already makes no sound. What props ask for
 * where nobody acts is left out, as often as they ask for it: in most scenarios nobody does.
 *
 * @returns one at least
 */
export function notificationsByPerson(
  events: readonly TimedEvent[],
): readonly [Notifications, ...Notifications[]] {
  const messages = withoutAskedFor(events.filter((event): event is TimedMessage => event.kind === 'message'));
  const [first = [], ...others] = groupBy(messages, ({ audience = '' }) => audience);
  return [ofOne(first), ...others.map(ofOne)];
}

/** What one audience gets. */
function ofOne(messages: readonly TimedMessage[]): Notifications {
  const most = (way: readonly TimedMessage[]) =>
    Math.max(0, ...groupBy(way, ({ endpoint }) => endpoint).map(({ length }) => length));
  const over = (...protocols: readonly string[]) =>
    most(messages.filter(({ protocol }) => protocols.includes(protocol)));
  const channels = groupBy(
    messages.filter(({ topic }) => topic === NO_TOPIC),
    ({ endpoint }) => endpoint,
  );
  const emails = over('email', 'email-json');
  const shown = channels.reduce((sum, channel) => sum + heard(channel), 0);
  const pagers = channels.filter((channel) => channel.some(({ body }) => alertIn(body) !== undefined)).length;
  return { count: emails + over('sms') + shown, emails, pagers, chats: channels.length - pagers };
}

/** How often `onCall.escalation` asks for a message of an incident, and `onCall.targets`: to respond, and to mend. */
const ASKED_FOR: ReadonlyMap<string | null, number> = new Map([
  ['UNACKNOWLEDGED', 1],
  ['OVERDUE', 2],
]);

/** More notifications than that are too many. */
function withoutAskedFor(messages: readonly TimedMessage[]): readonly TimedMessage[] {
  const seen = new Map<string, number>();
  return messages.filter(({ topic, protocol, endpoint, subject, body }) => {
    const { state, incidentId } = marksOf(subject, body);
    const key = JSON.stringify([topic, protocol, endpoint, incidentId, state]);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count > (ASKED_FOR.get(state) ?? 0);
  });
}

/**
 * @see https://support.pagerduty.com/main/docs/event-management#deduplicate-alerts
 */
function heard(messages: readonly TimedMessage[]): number {
  const open = new Set<string>();
  return messages.filter(({ body }) => {
    const alert = alertIn(body);
    if (alert === undefined) {
      return true;
    }
    const isNews = open.has(alert.key) !== alert.begins;
    if (alert.begins) {
      open.add(alert.key);
    } else {
      open.delete(alert.key);
    }
    return isNews;
  }).length;
}

/** Undefined: a chat, which shows each message. */
function alertIn(body: string): { readonly key: string; readonly begins: boolean } | undefined {
  const { dedup_key: key, event_action: action } = asObject(body);
  return typeof key === 'string' ? { key, begins: action !== 'resolve' } : undefined;
}

function asObject(body: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(body));
  } catch {
    return {};
  }
}
