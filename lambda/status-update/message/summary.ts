import type { Held } from '../contract/hold';
import { overdueWords } from '../contract/target-words';
import { lasted, timeSeenFrom } from '../contract/times';
import type { Announcement } from '../incident/announcement';
import { WINDOW_MINUTES } from '../incident/stability';
import type { Store } from '../settings';
import { ACK_COMMAND } from './ack';
import { field } from './field';
import { firstMove } from './first-move';
import { heldWords, shortHolderOf } from './held';
import type { Numbers } from './numbers';
import { passesNow, passingImpact } from './passing';
import { automation, headline, impact, isSwitched, labelList, pastHeadline, returnOf } from './words';

/** What everybody reads, one or two sentences each. */
export interface Summary {
  /** What is wrong, or what was, and what it means for shoppers. */
  readonly what: string;
  /** What the stack did about it by itself, or what shoppers read of it. */
  readonly now: string;
  /** What on-call should do. */
  readonly you: string;
  /** When the next message comes. */
  readonly next: string;
}

/** The lead of a message. */
export function leadOf(announcement: Announcement, numbers: Numbers, store: Store): Summary {
  return {
    what: what(announcement, numbers, store),
    now: now(announcement, store),
    you: `${store.owner}: ${you(announcement, numbers, store)}`,
    next: next(announcement, store),
  };
}

/** The lead as the first lines of a text, at most eleven: what to do comes first. */
export function leadLines({ what, now, you, next }: Summary): readonly string[] {
  return [
    ...field('YOU', you, 3),
    ...field('WHAT', what, 3),
    ...field('NOW', now, 3),
    ...field('NEXT', next, 2),
  ];
}

function what(announcement: Announcement, numbers: Numbers, store: Store): string {
  const { kind, scope, previous, startedAtMs, atMs, wellSinceMs, changes = 0 } = announcement;
  const was = `(was: ${pastHeadline(scope)})`;
  const home = scope.kind === 'on-standby' ? ' on its own origin' : '';
  const current = passesNow(announcement, numbers)
    ? passingImpact(announcement, store)
    : impactNow(announcement, store);
  switch (kind) {
    case 'recovered':
    case 'resolved':
      return `${store.domainName} is back${home} after ${lasted((wellSinceMs ?? atMs) - startedAtMs)} ${was}.`;
    case 'relapsed':
      return `Again: ${current}`;
    case 'overdue':
      return `${announcement.overdue === undefined ? '' : `${overdueWords(announcement.overdue)} `}${current}`;
    case 'unstable':
      return `${store.domainName} keeps going down and coming back: ${changes} changes in ${WINDOW_MINUTES} min (${headline(scope)}).`;
    case 'changed':
      return `${current}${previous === undefined ? '' : ` Before: ${headline(previous)}.`}`;
    default:
      return wellSinceMs === undefined
        ? current
        : `${store.domainName} has been up again since ${timeSeenFrom(atMs, wellSinceMs)} ${was}.`;
  }
}

function now(announcement: Announcement, store: Store): string {
  const { kind, words, wellSinceMs, atMs } = announcement;
  if (kind === 'said' && words !== undefined) {
    const back =
      words.expectedBackMs === null ? '' : ` (back by ${timeSeenFrom(atMs, words.expectedBackMs)})`;
    return `Shoppers read: "${words.texts.en}"${back}`;
  }
  if (kind === 'retracted') {
    return 'The last message to shoppers was wrong and has been withdrawn.';
  }
  return wellSinceMs === undefined
    ? automationNow(announcement, store)
    : `All alarms have been OK since ${timeSeenFrom(atMs, wellSinceMs)}. ${returnNow(announcement)}`;
}

function you(announcement: Announcement, numbers: Numbers, store: Store): string {
  const { kind, wellSinceMs } = announcement;
  if (kind === 'nudge') {
    return 'your update is due: npx understudy announce "...". Otherwise an automatic message goes out.';
  }
  if (kind === 'acknowledged') {
    return `${shortHolderOf({ by: announcement.acknowledgedBy })} has it. Others: nothing to do.`;
  }
  if (kind === 'resolved') {
    return 'check orders and payments from that time.';
  }
  if (wellSinceMs !== undefined && kind !== 'unstable') {
    return `keep watching; it counts as over after ${store.holdMinutes} min without an alarm.`;
  }
  const { text } = firstMove(announcement, numbers, store);
  if (kind === 'escalated' || announcement.overdue?.kind === 'respond') {
    return `${ACK_COMMAND}, then ${text}`;
  }
  if (kind === 'overdue') {
    return `get more people on it. ${capital(text)}`;
  }
  return kind === 'unstable'
    ? `${text.startsWith('roll back') ? text : 'find out why; see the runbook.'} You get no message per change until it is stable.`
    : text;
}

function next({ kind, nextUpdateAtMs, atMs }: Announcement, store: Store): string {
  if (nextUpdateAtMs === undefined) {
    return 'No further message.';
  }
  const time = timeSeenFrom(atMs, nextUpdateAtMs, store.timeZone);
  return kind === 'unstable' ? `Quiet until it is stable, or ${time}` : `Update by ${time}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

type Told = Pick<Announcement, 'scope' | 'held' | 'atMs'>;
type Back = Pick<Announcement, 'kind' | 'scope' | 'held'>;

/** What it means for shoppers, as one sentence: also while a person, not a health check, decides where they go. */
function impactNow({ scope, held, atMs }: Told, store: Store): string {
  if (held === undefined) {
    return impact(scope, store);
  }
  const name = `${store.storeName} is ${heldWords(held.side, store)} by ${shortHolderOf(held)} until ${timeSeenFrom(atMs, held.endsAtMs)}`;
  if (held.side === 'secondary' && isSwitched(scope)) {
    return store.standby ? `${name}.` : `${name}: shoppers can't use the store at ${store.domainName}.`;
  }
  return held.side === 'primary' && scope.kind === 'endpoint-down'
    ? `${failing(scope.labels)}. ${name}: shoppers reach it.`
    : impact(scope, store);
}

const failing = (labels: readonly string[]): string =>
  `${labelList(labels)} ${labels.length === 1 ? 'fails its health check' : 'fail their health checks'}`;

/** How shoppers come back once it is well, or where a person sends them. */
function returnNow({ kind, scope, held }: Back): string {
  return held === undefined ? returnOf(scope, kind === 'resolved') : answersWith(held);
}

const answersWith = ({ side }: Held): string =>
  `Route 53 answers with the ${side} record, whatever the health checks say.`;

/** What the stack does about it without anybody's help, or what a person has it do. */
function automationNow({ scope, held }: Told, store: Store): string {
  return held === undefined || (!isSwitched(scope) && scope.kind !== 'endpoint-down')
    ? automation(scope, store)
    : answersWith(held);
}
