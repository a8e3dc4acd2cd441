import type { TimedEvent } from '../../kernel/event-log';
import type { Expectations } from '../../scenario/scenario';
import { CONTACTS, NOTICED } from './changed-by';
import { recipientsOf, type ToldMessage } from './delivered-messages';
import { type Finding, judged, never } from './finding';
import { type Notifications, notificationsByPerson } from './notifications';

/** Holds what people were told against what a scenario expects them to be told. */
export function messageFindings(
  events: readonly TimedEvent[],
  { messages, incidents, plainAlarms, notificationsAtMost, secondContact }: Expectations,
): readonly Finding[] {
  const recipients = recipientsOf(events);
  const most = (fits: (message: ToldMessage) => boolean) =>
    Math.max(0, ...recipients.map((recipient) => recipient.messages.filter(fits).length));
  return [
    ...(messages === 'none'
      ? [
          never({
            what: 'messages, where none is due',
            measured: sent(events),
            unit: 'messages',
            changedBy: NOTICED,
          }),
        ]
      : []),
    ...(messages === 'some' ? unheardFindings(events) : []),
    ...(incidents === 'any' ? [] : incidentFindings(incidents, recipients)),
    ...(plainAlarms === 'any' ? [] : plainFindings(plainAlarms, most)),
    ...(notificationsAtMost === undefined ? [] : [toOnePerson(events, notificationsAtMost)]),
    ...(secondContact === 'called' ? [callsOfSecondContact(recipients)] : []),
  ];
}

/** An unconfirmed subscriber gets nothing. Where all is confirmed there is nothing to find. */
function unheardFindings(events: readonly TimedEvent[]): readonly Finding[] {
  const unheard = events.flatMap((event) => (event.kind === 'unheard' ? [event.topic] : []));
  if (unheard.length === 0) {
    return [];
  }
  const topics = [...new Set(unheard)].map((topic) => `"${topic}"`).join(', ');
  const what = `messages to nobody: no subscription to ${topics} is confirmed`;
  return [never({ what, measured: unheard.length, unit: 'messages', changedBy: CONTACTS })];
}

/** The second contact is who hears that nobody acknowledges, and has heard of no beginning. */
function callsOfSecondContact(recipients: ReturnType<typeof recipientsOf>): Finding {
  const calls = recipients
    .filter(({ messages }) => announced(messages).length === 0)
    .map(({ messages }) => idsIn('UNACKNOWLEDGED', messages).length);
  return counted('calls of the second contact, because nobody acknowledges', Math.max(0, ...calls), {
    atLeast: 1,
    atMost: 1,
    changedBy: ['onCall.escalation'],
  });
}

/** The most messages of a sort that one recipient gets. */
type Most = (fits: (message: ToldMessage) => boolean) => number;

function incidentFindings(
  incidents: number,
  recipients: ReturnType<typeof recipientsOf>,
): readonly Finding[] {
  const times = (what: string, idsOf: (messages: readonly ToldMessage[]) => readonly string[]) =>
    counted(what, Math.max(0, ...recipients.map(({ messages }) => idsOf(messages).length)), {
      atLeast: incidents,
      atMost: incidents,
      changedBy: [...NOTICED, 'onCall.monitoringHold'],
    });
  return [times('incidents announced', announced), times('incidents resolved', resolved)];
}

/** Ids of incidents, one for each message in a state. */
const idsIn = (state: string, messages: readonly ToldMessage[]): readonly string[] =>
  messages.flatMap((message) => (message.state === state ? (message.incidentId ?? []) : []));

const announced = (messages: readonly ToldMessage[]) => idsIn('INVESTIGATING', messages);

/** One that is back soon after it was resolved goes on, and is resolved once more. */
const resolved = (messages: readonly ToldMessage[]) => [...new Set(idsIn('RESOLVED', messages))];

/**
 * The backup path, which tells where the function does not. A queue that nobody empties keeps its alarm, so that not each
 * of several has to end.
 */
function plainFindings(plainAlarms: number, most: Most): readonly Finding[] {
  const plain = (what: string, tells: ToldMessage['tells'], atLeast: number) =>
    counted(
      what,
      most((message) => message.incidentId === undefined && message.tells === tells),
      { atLeast, atMost: plainAlarms, changedBy: CONTACTS },
    );
  return [
    plain('plain alarms, beside the incident', 'trouble', plainAlarms),
    plain('plain alarms that are over', 'over', Math.min(1, plainAlarms)),
  ];
}

/**
 * A pager may add a third: of an alert that is open it tells no more. A chat shows what an e-mail says, and so may show as
 * many; a third, too, where there is no mailbox. Of several people the one who is nearest to the limit, or furthest beyond
 * it, stands for all.
 */
function toOnePerson(events: readonly TimedEvent[], emailAndSms: number): Finding {
  const third = Math.ceil(emailAndSms / 3);
  const atMost = ({ emails, pagers, chats }: Notifications) =>
    emailAndSms + pagers * third + chats * Math.max(third, emails);
  const room = (one: Notifications) => atMost(one) - one.count;
  const worst = notificationsByPerson(events).reduce((one, other) => (room(other) < room(one) ? other : one));
  return counted('notifications to one person, over all channels', worst.count, {
    atLeast: 0,
    atMost: atMost(worst),
    changedBy: [...NOTICED, 'onCall.monitoringHold', ...CONTACTS],
  });
}

const counted = (
  what: string,
  measured: number,
  limits: Pick<Finding, 'atLeast' | 'atMost' | 'changedBy'>,
): Finding => judged({ kind: 'expectation', what, measured, ...limits, unit: 'messages' });

const sent = (events: readonly TimedEvent[]): number =>
  events.filter(({ kind }) => kind === 'message').length;
