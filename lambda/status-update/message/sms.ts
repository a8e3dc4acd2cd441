import type { Announcement } from '../incident/announcement';
import { severityOf } from '../incident/severity';
import { toGsm, truncate } from './ascii';
import { stateWord } from './subject';
import { clockTime } from './times';
import { headline } from './words';

/**
 * One part holds 160 characters of the GSM alphabet.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sms_publish-to-phone.html
 */
const MAX_LENGTH = 160;

/** The message for phones: what, the id, and when the next one comes. */
export function smsOf(announcement: Announcement, domainName: string): string {
  const { scope, incidentId, update, nextUpdateAtMs } = announcement;
  const start = `${severityOf(scope.kind)} ${stateWord(announcement)} `;
  const next = nextUpdateAtMs === undefined ? '' : `. Next by ${clockTime(nextUpdateAtMs)}`;
  const end = `. ${incidentId} no. ${update}${next}`;
  const symptom = toGsm(`${domainName}: ${headline(scope)}`);
  return start + truncate(symptom, MAX_LENGTH - start.length - end.length) + end;
}
