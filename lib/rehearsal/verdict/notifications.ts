import { type MessageEvent, NO_TOPIC, type TimedEvent } from '../event-log';
import { groupBy } from '../group-by';
import { marksOf } from './message-marks';

/** What the devices of one person show, over all the ways on which they are told. */
export interface Notifications {
  readonly count: number;
  /** Pagers and chats among those ways, beside e-mail and SMS. */
  readonly channels: number;
}

type TimedMessage = TimedEvent & MessageEvent;

/**
 * Counts for the person who has every way that this stack tells people on: of several mailboxes, or phones, one has the
 * most. Webhooks are programs. Of a pager, what belongs to an alert that is open already makes no sound. The call for the
 * second contact is left out: a prop asks for it, and one command prevents it, which nobody gives in most scenarios.
 */
export function notificationsToOnePerson(events: readonly TimedEvent[]): Notifications {
  const messages = events.filter(
    (event): event is TimedMessage => event.kind === 'message' && !isEscalation(event),
  );
  const most = (way: readonly TimedMessage[]) =>
    Math.max(0, ...groupBy(way, ({ endpoint }) => endpoint).map(({ length }) => length));
  const over = (...protocols: readonly string[]) =>
    most(messages.filter(({ protocol }) => protocols.includes(protocol)));
  const channels = groupBy(
    messages.filter(({ topic }) => topic === NO_TOPIC),
    ({ endpoint }) => endpoint,
  ).map(heard);
  const count = over('email', 'email-json') + over('sms') + channels.reduce((sum, one) => sum + one, 0);
  return { count, channels: channels.length };
}

const isEscalation = ({ subject, body }: MessageEvent): boolean =>
  marksOf(subject, body).state === 'UNACKNOWLEDGED';

/**
 * @see https://support.pagerduty.com/main/docs/event-management#deduplicate-alerts
 */
function heard(messages: readonly TimedMessage[]): number {
  const open = new Set<string>();
  return messages.filter(({ body }) => {
    const alert = alertIn(body);
    if (alert === undefined) return true;
    const isNews = open.has(alert.key) !== alert.begins;
    if (alert.begins) open.add(alert.key);
    else open.delete(alert.key);
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
