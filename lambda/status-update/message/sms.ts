import { nameAndNews, toGsm } from '../contract/ascii';
import { overdueSms } from '../contract/target-words';
import { localTimeSeenFrom } from '../contract/times';
import type { Announcement } from '../incident/announcement';
import type { Store } from '../settings';
import { firstMove } from './first-move';
import { heldSms, shortHolderOf } from './held';
import { MAX_SMS } from './lengths';
import type { Numbers } from './numbers';
import { stateOf, symptomOf } from './subject';

/** As much of whose news it is, and of the news, as anybody must get to read. */
const MIN_NEWS = 60;

/** The message for phones: how bad, what, since when, what to do first, and the id, by the clock of people on site. */
export function smsOf(announcement: Announcement, numbers: Numbers, store: Store): string {
  const { incidentId, atMs, held } = announcement;
  const start = `${startOf(announcement)} `;
  const holding = held === undefined ? '' : `. ${toGsm(heldSms(held, atMs, store.timeZone))}`;
  const end = `. ${incidentId}${holding}`;
  const move = moveOf(announcement, numbers, store);
  const room = MAX_SMS - start.length - end.length;
  const fitting = room - move.length >= MIN_NEWS ? move : '';
  const news = toGsm(symptomOf(announcement, numbers, timeOf(announcement, store)));
  return start + nameAndNews(toGsm(store.domainName), news, room - fitting.length) + fitting + end;
}

/** That something is new goes without saying; each other state is named. */
function startOf(announcement: Announcement): string {
  const state = toGsm(stateOf(announcement)).replace(/[()]/g, '');
  return announcement.kind === 'opened' ? state.replace(/ INVESTIGATING$/, '') : state;
}

/** Since when it is as it is, by the clock on site. */
function timeOf(
  { startedAtMs, wellSinceMs = startedAtMs, atMs, kind }: Announcement,
  { timeZone }: Store,
): string {
  const sinceMs = kind === 'relapsed' ? atMs : wellSinceMs;
  return localTimeSeenFrom(atMs, sinceMs, timeZone);
}

function moveOf(announcement: Announcement, numbers: Numbers, store: Store): string {
  const { kind, wellSinceMs, acknowledgedBy, overdue } = announcement;
  if (kind === 'nudge') {
    return '. Your update is due';
  }
  if (kind === 'escalated') {
    return '. Take it: npx understudy ack';
  }
  if (overdue !== undefined) {
    return `. ${overdueSms(overdue)}`;
  }
  if (kind === 'acknowledged') {
    return `. ${toGsm(shortHolderOf({ by: acknowledgedBy }))} has it`;
  }
  if (kind === 'resolved') {
    return '. Check orders and payments from that time';
  }
  const { sms } = firstMove(announcement, numbers, store);
  return wellSinceMs !== undefined || sms === undefined ? '' : `. ${toGsm(sms)}`;
}
