import type { Announcement } from '../incident/announcement';
import { nameAndNews, toGsm } from './ascii';
import { heldSms } from './held';
import { MAX_SMS } from './lengths';
import type { Numbers } from './numbers';
import { stateOf, symptomOf } from './subject';
import { timeSeenFrom } from './times';

/** The message for phones: what, the id, and when the next one comes. */
export function smsOf(announcement: Announcement, numbers: Numbers, domainName: string): string {
  const { incidentId, update, atMs, nextUpdateAtMs, held } = announcement;
  const start = `${toGsm(stateOf(announcement)).replace(/[()]/g, '')} `;
  const next = nextUpdateAtMs === undefined ? '' : `. Next by ${timeSeenFrom(atMs, nextUpdateAtMs)}`;
  const holding = held === undefined ? '' : `. ${heldSms(held, atMs)}`;
  const end = `. ${incidentId} no. ${update}${holding}${next}`;
  const room = MAX_SMS - start.length - end.length;
  return start + nameAndNews(toGsm(domainName), toGsm(symptomOf(announcement, numbers)), room) + end;
}
