import type { Announcement } from '../incident/announcement';
import { severityOf } from '../incident/severity';
import type { Settings } from '../settings';
import { truncate } from './ascii';
import { field } from './field';
import { describeReading, type Reading } from './reading';
import { stateWord } from './subject';
import { clockTime, dateTime, duration } from './times';
import { automation, headline, impact } from './words';

/** Longest text of one field, in characters: names and labels may be long, the message must not be. */
const MAX_FIELD = 180;

/** Numbers in one message. */
const MAX_READINGS = 3;

/** The plain text of a message. The first lines make sense on a locked phone; the order is always the same. */
export function bodyOf(announcement: Announcement, readings: readonly Reading[], settings: Settings): string {
  const { runbookUrl, dashboardUrl, owner } = settings.STORE;
  const { incidentId, update, scope } = announcement;
  return [
    ...lead(announcement, settings),
    '',
    ...field('Severity', `${severityOf(scope.kind)} | ${stateWord(announcement)} | ${owner}`),
    ...field('Since', since(announcement, settings)),
    ...readings.slice(0, MAX_READINGS).flatMap((reading) => field('Metric', describeReading(reading))),
    ...field('ID', `${incidentId} (automatic message ${update})`),
    '',
    ...link('Runbook', runbookUrl),
    ...link('Dashboard', dashboardUrl),
    ...announcement.alarmNames
      .slice(0, 1)
      .flatMap((name) => link('Alarm', alarmUrl(name, settings.AWS_REGION))),
  ].join('\n');
}

/** What, now, you, next. */
function lead(announcement: Announcement, { STORE: store }: Settings): readonly string[] {
  const { kind, scope, nextUpdateAtMs } = announcement;
  const resolved = kind === 'resolved';
  const now = resolved ? 'All alarms are OK. Route 53 fails back by itself.' : automation(scope, store);
  const you = resolved
    ? 'check orders and payments of that time.'
    : 'open the runbook. Others: nothing to do.';
  const next =
    nextUpdateAtMs === undefined
      ? 'No further message.'
      : `Update by ${clockTime(nextUpdateAtMs, store.timeZone)}`;
  return [
    ...field('WHAT', truncate(what(announcement, { STORE: store }), MAX_FIELD)),
    ...field('NOW', now),
    ...field('YOU', truncate(`${store.owner}: ${you}`, MAX_FIELD)),
    ...field('NEXT', next),
  ];
}

function what(announcement: Announcement, { STORE: store }: Pick<Settings, 'STORE'>): string {
  const { kind, scope, previous, startedAtMs, atMs } = announcement;
  if (kind === 'resolved') {
    return `Over after ${duration(atMs - startedAtMs)}: ${headline(scope)} (${store.domainName}).`;
  }
  return previous === undefined
    ? impact(scope, store)
    : `${impact(scope, store)} Before: ${headline(previous)}.`;
}

function since({ startedAtMs }: Announcement, { STORE: { timeZone } }: Settings): string {
  return dateTime(startedAtMs, timeZone);
}

/** A bare URL on a line of its own, so that mail programs make a link of all of it. */
function link(name: string, url: string): readonly string[] {
  return [name, url];
}

/** The alarm in the CloudWatch console. */
function alarmUrl(alarmName: string, region: string): string {
  const console = `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}`;
  return `${console}#alarmsV2:alarm/${encodeURIComponent(alarmName)}`;
}
