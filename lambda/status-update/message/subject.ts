import type { Announcement } from '../incident/announcement';
import { severityOf } from '../incident/severity';
import { toAscii, truncate } from './ascii';
import { headline, ongoingState } from './words';

/**
 * SNS takes less than 100 characters. It allows UTF-8, but receivers strip or refuse what is not ASCII.
 *
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 */
const MAX_LENGTH = 99;

/** The subject of a message: `[SEV1] INVESTIGATING shop.example.com: store down #INC-20250301-07`. */
export function subjectOf(announcement: Announcement, domainName: string): string {
  const start = `[${severityOf(announcement.scope.kind)}] ${stateWord(announcement)} `;
  const end = ` #${announcement.incidentId}`;
  const symptom = toAscii(`${domainName}: ${headline(announcement.scope)}`);
  return start + truncate(symptom, MAX_LENGTH - start.length - end.length) + end;
}

/** Where the incident stands, in capitals. */
export function stateWord({ kind, scope }: Announcement): string {
  const words: Readonly<Record<Announcement['kind'], string>> = {
    opened: 'INVESTIGATING',
    changed: 'UPDATE',
    still: ongoingState(scope),
    resolved: 'RESOLVED',
  };
  return words[kind];
}
