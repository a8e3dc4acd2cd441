import { nameAndNews, toAscii, truncate } from '../contract/ascii';
import { severityOf } from '../contract/severity';
import { localClock } from '../contract/times';
import type { Announcement } from '../incident/announcement';
import type { Store } from '../settings';
import type { AnnouncementKind } from '../state/announcement-kind';
import { MAX_SUBJECT } from './lengths';
import { describeShare, type Numbers } from './numbers';
import { headlineNow } from './passing';
import { headline, isAtEdge, ongoingState, pastHeadline } from './words';

/**
 * The subject of a message: `[SEV1] INVESTIGATING shop.example.com: store down (no. 1, 11:00) #INC-20250301-07`. One that
 * comes late must not look like news. The time is that of people on site, or UTC.
 */
export function subjectOf(
  announcement: Announcement,
  numbers: Numbers,
  { domainName, timeZone }: Pick<Store, 'domainName' | 'timeZone'>,
): string {
  const { update, atMs } = announcement;
  return titled(announcement, numbers, {
    domainName,
    mark: ` (no. ${update}, ${localClock(atMs, timeZone)})`,
  });
}

/** The same without number and time. */
export function titleOf(announcement: Announcement, numbers: Numbers, domainName: string): string {
  return titled(announcement, numbers, { domainName, mark: '' });
}

function titled(
  announcement: Announcement,
  numbers: Numbers,
  { domainName, mark }: { readonly domainName: string; readonly mark: string },
): string {
  const start = `${stateOf(announcement)} `;
  const end = `${mark} #${announcement.incidentId}`;
  const room = MAX_SUBJECT - start.length - end.length;
  const symptom = toAscii(symptomOf(announcement, numbers));
  // Its state says so already.
  const isSaid = announcement.kind === 'still' && announcement.scope.kind === 'store-down';
  const name = toAscii(domainName);
  return start + (isSaid ? truncate(name, room) : nameAndNews(name, symptom, room)) + end;
}

/** Severity and where the incident stands, in capitals; a drill says so first. */
export function stateOf(announcement: Announcement): string {
  const { drill, scope } = announcement;
  return `${drill ? '[DRILL] ' : ''}[${severityOf(scope)}] ${stateWord(announcement)}`;
}

/** What it is about, in a few words, how much of it there is, and, if that is given, since when. */
export function symptomOf(announcement: Announcement, numbers: Numbers, time?: string): string {
  const { kind, scope, wellSinceMs } = announcement;
  if (kind === 'unstable') {
    return `up and down (${headline(scope)})`;
  }
  if (wellSinceMs !== undefined) {
    return `up again${time === undefined ? '' : ` since ${time}`} (was: ${pastHeadline(scope)})`;
  }
  // The rate falls with each page that waits, so a reminder's says less than its title; the body has it.
  const share = isAtEdge(scope) && kind !== 'still' ? describeShare(numbers) : '';
  return headlineNow(announcement, numbers, time) + share;
}

function stateWord({ kind, scope, phase }: Announcement): string {
  const words: Readonly<Record<AnnouncementKind, string>> = {
    opened: 'INVESTIGATING',
    changed: 'UPDATE',
    still: ongoingState(scope),
    recovered: 'MONITORING',
    relapsed: 'AGAIN',
    unstable: 'UNSTABLE',
    resolved: 'RESOLVED',
    said: phase.toUpperCase(),
    retracted: 'CORRECTION',
    acknowledged: 'ACKNOWLEDGED',
    escalated: 'UNACKNOWLEDGED',
    overdue: 'OVERDUE',
    nudge: 'UPDATE DUE',
  };
  return words[kind];
}
