import type { Announcement, AnnouncementKind } from '../incident/announcement';
import { severityOf } from '../incident/severity';
import { nameAndNews, toAscii } from './ascii';
import { MAX_SUBJECT } from './lengths';
import { describeShare, type Numbers } from './numbers';
import { headline, isAtEdge, ongoingState } from './words';

/** The subject of a message: `[SEV1] INVESTIGATING shop.example.com: store down #INC-20250301-07`. */
export function subjectOf(announcement: Announcement, numbers: Numbers, domainName: string): string {
  const start = `${stateOf(announcement)} `;
  const end = ` #${announcement.incidentId}`;
  const room = MAX_SUBJECT - start.length - end.length;
  const symptom = toAscii(symptomOf(announcement, numbers));
  return start + nameAndNews(toAscii(domainName), symptom, room) + end;
}

/** Severity and where the incident stands, in capitals; a drill says so first. */
export function stateOf(announcement: Announcement): string {
  const { drill, scope } = announcement;
  return `${drill ? '[DRILL] ' : ''}[${severityOf(scope.kind)}] ${stateWord(announcement)}`;
}

/** What it is about, in a few words, and how much of it there is. */
export function symptomOf({ kind, scope }: Announcement, numbers: Numbers): string {
  // The rate falls with each page that waits, so a reminder's says less than its title; the body has it.
  const share = isAtEdge(scope) && kind !== 'still' ? describeShare(numbers) : '';
  return `${kind === 'recovered' ? 'recovered from ' : ''}${headline(scope)}${share}`;
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
    nudge: 'UPDATE DUE',
  };
  return words[kind];
}
