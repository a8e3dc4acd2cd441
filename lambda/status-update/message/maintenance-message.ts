import type { Maintenance } from '../incident/maintenance';
import type { Message } from '../outbox/outbox';
import type { Store } from '../settings';
import { toAscii, toGsm, truncate } from './ascii';
import { field } from './field';
import { clockTime, dateTime } from './times';

/** Lengths that SNS takes: of a subject, and of one part of an SMS. */
const MAX_LENGTHS = { subject: 99, sms: 160 } as const;

const NOW: Readonly<Record<Maintenance['status'], string>> = {
  scheduled: 'No incident is opened and no plain outage alarm is sent while it lasts.',
  in_progress: 'No incident is opened and no plain outage alarm is sent while it lasts.',
  completed: 'Alarms count again. What still fails is announced at once.',
  cancelled: 'Alarms count as always.',
};

/** A maintenance window in words, for e-mail and for phones. */
export function composeMaintenance(window: Maintenance, store: Store): Message {
  const { id, status, startMs, endMs, texts } = window;
  const state = status.replace('_', ' ').toUpperCase();
  const times = timeSpan(startMs, endMs);
  const end = ` #${id}`;
  const subject = `[MAINTENANCE] ${state} ${toAscii(store.domainName)} ${times}`;
  const sms = toGsm(`Maintenance ${state} ${store.domainName}: ${times}`);
  return {
    subject: truncate(subject, MAX_LENGTHS.subject - end.length) + end,
    body: [
      ...field('WHAT', `Maintenance of ${store.domainName} is ${status.replace('_', ' ')}.`, 2),
      ...field('NOW', NOW[status], 2),
      ...field('YOU', `${store.owner}: watch the dashboard yourself while it lasts.`, 2),
      ...field('NEXT', `Planned to end by ${clockTime(endMs, store.timeZone)}`),
      '',
      ...field('From', dateTime(startMs, store.timeZone)),
      ...field('To', dateTime(endMs, store.timeZone)),
      ...field('Shoppers', `read: "${texts.en}"`, 4),
      ...field('ID', id),
      '',
      'Dashboard',
      store.dashboardUrl,
    ].join('\n'),
    sms: truncate(sms, MAX_LENGTHS.sms - end.length) + end,
  };
}

/** From when to when, the date once when it is one day: `2025-03-01 10:00 to 12:00 UTC`. */
function timeSpan(startMs: number, endMs: number): string {
  const [start, end] = [startMs, endMs].map((epochMs) => new Date(epochMs).toISOString());
  const [day = '', startTime = ''] = [start?.slice(0, 10), start?.slice(11, 16)];
  const [endDay = '', endTime = ''] = [end?.slice(0, 10), end?.slice(11, 16)];
  return `${day} ${startTime} to ${endDay === day ? '' : `${endDay} `}${endTime} UTC`;
}
