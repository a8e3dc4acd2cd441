import type { Announcement } from '../incident/announcement';
import { severityOf } from '../incident/severity';
import type { Settings, Store } from '../settings';
import { field } from './field';
import { describeReading, type Reading } from './reading';
import { stateWord } from './subject';
import { clockTime, dateTime, duration } from './times';
import { automation, headline, impact } from './words';

/** Numbers in one message. */
const MAX_READINGS = 3;

/** The plain text of a message, at most 25 lines. The first lines make sense on a locked phone; the order is always the same. */
export function bodyOf(announcement: Announcement, readings: readonly Reading[], settings: Settings): string {
  const { runbookUrl, dashboardUrl, owner, timeZone } = settings.STORE;
  const { incidentId, update, scope } = announcement;
  return [
    ...lead(announcement, settings.STORE),
    '',
    ...field('Severity', `${severityOf(scope.kind)} | ${stateWord(announcement)} | ${owner}`),
    ...field('Since', dateTime(announcement.startedAtMs, timeZone), 2),
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
function lead(announcement: Announcement, store: Store): readonly string[] {
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
    ...field('WHAT', what(announcement, store), 3),
    ...field('NOW', now, 3),
    ...field('YOU', `${store.owner}: ${you}`, 2),
    ...field('NEXT', next, 2),
  ];
}

function what(announcement: Announcement, store: Store): string {
  const { kind, scope, previous, startedAtMs, atMs } = announcement;
  if (kind === 'resolved') {
    return `Over after ${duration(atMs - startedAtMs)}: ${headline(scope)} (${store.domainName}).`;
  }
  return previous === undefined
    ? impact(scope, store)
    : `${impact(scope, store)} Before: ${headline(previous)}.`;
}

/** A bare URL on a line of its own, so that mail programs make a link of all of it. */
function link(name: string, url: string): readonly string[] {
  return [name, url];
}

/** The alarm in the CloudWatch console, in the form that the console itself uses; AWS promises no such link. */
function alarmUrl(alarmName: string, region: string): string {
  const home = `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}`;
  return `${home}#alarmsV2:alarm/${encodeURIComponent(alarmName)}`;
}
