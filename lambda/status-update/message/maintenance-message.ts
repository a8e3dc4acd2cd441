import { nameAndNews, toAscii, toGsm } from '../contract/ascii';
import type { Message } from '../contract/message';
import { dateTime, localDateTime, localTimeSeenFrom, timeSeenFrom } from '../contract/times';
import { isOver } from '../incident/maintenance';
import type { Store } from '../settings';
import type { Maintenance } from '../state/maintenance';
import { field } from './field';
import { MAX_SMS, MAX_SUBJECT } from './lengths';

const QUIET = 'While it lasts no incident is opened and no plain outage alarm is sent.';
const WATCH = 'watch the dashboard yourself while it lasts.';

/** What holds while a window has a status: what the stack does, and what people do. */
const PHASES: Readonly<Record<Maintenance['status'], { readonly now: string; readonly you: string }>> = {
  scheduled: { now: QUIET, you: WATCH },
  in_progress: { now: QUIET, you: WATCH },
  completed: {
    now: 'Alarms are live again. Anything still failing is announced at once.',
    you: 'check the store and the dashboard once.',
  },
  cancelled: { now: 'Alarms are unaffected.', you: 'do not start the work.' },
};

const IS: Readonly<Record<Maintenance['status'], string>> = {
  scheduled: 'is scheduled',
  in_progress: 'is in progress',
  completed: 'is complete',
  cancelled: 'has been cancelled',
};

/**
 * A maintenance window in words, for e-mail and for phones.
 *
 * @param incidentId id of the incident that goes on meanwhile, if one does: planned work silences only new ones
 */
export function composeMaintenance(window: Maintenance, store: Store, incidentId?: string): Message {
  const { id, status, startMs, endMs, texts } = window;
  const { domainName, owner, timeZone, stepsUrl, dashboardUrl } = store;
  const { now, you } = PHASES[status];
  const state = status.replace('_', ' ');
  const capitals = state.toUpperCase();
  const times = timeSpan(startMs, endMs);
  const localTimes = `${localDateTime(startMs, timeZone)} to ${localTimeSeenFrom(startMs, endMs, timeZone)}`;
  const end = ` #${id}`;
  const subject = `[MAINTENANCE] ${capitals} `;
  const sms = `Maintenance ${capitals} `;
  const room = (length: number, start: string) => length - start.length - end.length;
  const running = incidentId === undefined ? '' : ` ${incidentId} goes on, and you hear of it as before.`;
  return {
    subject: subject + nameAndNews(toAscii(domainName), times, room(MAX_SUBJECT, subject)) + end,
    body: [
      ...field('WHAT', `Maintenance of ${domainName} ${IS[status]}.`, 2),
      ...field('NOW', now + running, 3),
      ...field('YOU', `${owner}: ${you}`, 2),
      ...field('NEXT', nextOf(window, timeZone), 2),
      '',
      ...field('From', dateTime(startMs, timeZone)),
      ...field('To', dateTime(endMs, timeZone)),
      ...(isOver(window)
        ? []
        : field('Shoppers', `${status === 'scheduled' ? 'will read' : 'read'}: "${texts.en}"`, 4)),
      ...field('ID', id),
      '',
      'Steps',
      stepsUrl,
      'Dashboard',
      dashboardUrl,
    ].join('\n'),
    sms: sms + nameAndNews(toGsm(domainName), toGsm(localTimes), room(MAX_SMS, sms)) + end,
  };
}

/** When the next message about a window comes. */
function nextOf(window: Maintenance, timeZone: string | undefined): string {
  const { status, startMs, endMs, changedAtMs } = window;
  if (isOver(window)) {
    return 'No further message.';
  }
  return status === 'scheduled'
    ? `A message when it begins, at ${timeSeenFrom(changedAtMs, startMs, timeZone)}`
    : `A message when it ends, by ${timeSeenFrom(changedAtMs, endMs, timeZone)}`;
}

/** From when to when, the date once when it is one day: `2025-03-01 10:00 to 12:00 UTC`. */
function timeSpan(startMs: number, endMs: number): string {
  const [start, end] = [startMs, endMs].map((epochMs) => new Date(epochMs).toISOString());
  const [day = '', startTime = ''] = [start?.slice(0, 10), start?.slice(11, 16)];
  const [endDay = '', endTime = ''] = [end?.slice(0, 10), end?.slice(11, 16)];
  return `${day} ${startTime} to ${endDay === day ? '' : `${endDay} `}${endTime} UTC`;
}
