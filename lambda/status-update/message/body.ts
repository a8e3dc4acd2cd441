import type { Announcement } from '../incident/announcement';
import { severityOf } from '../incident/severity';
import { reviewUrl } from '../review/review-due';
import type { Settings, Store } from '../settings';
import { field } from './field';
import { lead } from './lead';
import { describeLoss } from './loss';
import type { Numbers } from './numbers';
import { describeReading } from './reading';
import { dateTime, duration } from './times';

/** The plain text of a message, at most 25 lines. The first lines make sense on a locked phone; the order is always the same. */
export function bodyOf(announcement: Announcement, numbers: Numbers, settings: Settings): string {
  const { STORE: store } = settings;
  const { kind, incidentId, update, scope, phase, alarmNames, drill } = announcement;
  const author = kind === 'said' || kind === 'retracted' ? "a person's" : 'automatic';
  const state = `${severityOf(scope.kind)} | ${phase.toUpperCase()} | ${store.owner}${drill ? ' | DRILL' : ''}`;
  return [
    ...lead(announcement, store),
    '',
    ...field('Severity', state),
    ...field('Since', dateTime(announcement.startedAtMs, store.timeZone)),
    ...metrics(numbers),
    ...lost(announcement, store, numbers),
    ...deployed(announcement),
    ...(phase === 'resolved' ? [] : contacts(store)),
    ...field('ID', `${incidentId} (${author} message ${update})`),
    '',
    ...link('Runbook', store.runbookUrl),
    ...link('Dashboard', store.dashboardUrl),
    ...(phase === 'resolved' ? link('Review', reviewUrl(settings, incidentId)) : []),
    ...alarmNames.slice(0, 1).flatMap((name) => link('Alarm', alarmUrl(name, settings.AWS_REGION))),
  ].join('\n');
}

function metrics({ readings }: Numbers): readonly string[] {
  return readings.length === 0 ? [] : field('Metric', readings.map(describeReading).join(' | '), 2);
}

function lost(announcement: Announcement, store: Store, { failedRequests }: Numbers): readonly string[] {
  const loss = describeLoss(announcement, store, failedRequests);
  return announcement.wellSinceMs === undefined || loss === undefined ? [] : field('Lost', loss, 2);
}

/** The last thing that changed is the first thing to suspect. */
function deployed({ deployment, startedAtMs }: Announcement): readonly string[] {
  if (deployment === undefined) {
    return [];
  }
  const { version, atMs } = deployment;
  const when = atMs <= startedAtMs ? `${duration(startedAtMs - atMs)} before it began` : 'after it began';
  return field('Deploy', `${version} at ${dateTime(atMs)}, ${when}`);
}

function contacts({ contacts: people }: Store): readonly string[] {
  return people.length === 0
    ? []
    : field('Contacts', people.map(({ role, reach }) => `${role} ${reach}`).join(' | '));
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
