import type { Announcement } from '../incident/announcement';
import { severityOf } from '../incident/severity';
import { WINDOW_MINUTES } from '../incident/stability';
import type { Store } from '../settings';
import { field } from './field';
import { automationNow, impactNow, returnNow } from './held-lead';
import { duration, timeSeenFrom } from './times';
import { headline, isAtEdge } from './words';

const HOUR_MS = 60 * 60_000;

/** Health checks test neither, and come from other addresses than CloudFront. */
const EDGE_HINT = "If all checkers pass, look at the origin's certificate and firewall.";

/** The way out of a false alarm. */
const OPEN_HINT = 'Is the store well after all? "npx understudy failover hold primary" opens it.';

/** What everybody reads, one or two sentences each. */
export interface Lead {
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
export function leadOf(announcement: Announcement, store: Store): Lead {
  return {
    what: what(announcement, store),
    now: now(announcement, store),
    you: `${store.owner}: ${you(announcement, store)}`,
    next: next(announcement, store),
  };
}

/** The lead as the first lines of a text, at most eleven. */
export function leadLines({ what, now, you, next }: Lead): readonly string[] {
  return [
    ...field('WHAT', what, 3),
    ...field('NOW', now, 3),
    ...field('YOU', you, 3),
    ...field('NEXT', next, 2),
  ];
}

function what(announcement: Announcement, store: Store): string {
  const { kind, scope, previous, startedAtMs, atMs, wellSinceMs = atMs, changes = 0 } = announcement;
  const lasted = duration(wellSinceMs - startedAtMs);
  switch (kind) {
    case 'recovered':
      return `Recovered after ${lasted}: ${headline(scope)} (${store.domainName}).`;
    case 'resolved':
      return `Over after ${lasted}: ${headline(scope)} (${store.domainName}).`;
    case 'relapsed':
      return `Again: ${impactNow(announcement, store)}`;
    case 'unstable':
      return `${store.domainName} goes down and comes back: ${changes} changes in ${WINDOW_MINUTES} min (${headline(scope)}).`;
    case 'changed':
      return `${impactNow(announcement, store)}${previous === undefined ? '' : ` Before: ${headline(previous)}.`}`;
    default:
      return wellSinceMs < atMs
        ? `Well again since ${timeSeenFrom(atMs, wellSinceMs)}.`
        : impactNow(announcement, store);
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
    return 'What was last said to shoppers was a mistake and is taken back.';
  }
  return wellSinceMs === undefined
    ? automationNow(announcement, store)
    : `All alarms are OK since ${timeSeenFrom(atMs, wellSinceMs)}. ${returnNow(announcement)}`;
}

function you(announcement: Announcement, store: Store): string {
  const { kind, scope, wellSinceMs, startedAtMs, atMs } = announcement;
  if (kind === 'nudge') {
    return 'the next update is due, and you speak. Otherwise an automatic message goes out.';
  }
  if (kind === 'unstable') {
    return 'find out why it comes and goes; the runbook helps. No message for each change until it is stable.';
  }
  if (kind === 'resolved') {
    return 'check orders and payments of that time.';
  }
  if (wellSinceMs !== undefined) {
    return `keep watching; it counts as over after ${store.holdMinutes} min without an alarm.`;
  }
  // Google's crawlers keep a page that answers 503 for a while only; how long exactly is not documented.
  const isLong = atMs - startedAtMs >= store.longOutageHours * HOUR_MS;
  return isLong && severityOf(scope.kind) === 'SEV1'
    ? 'open the runbook. Search engines begin to drop pages that answer 503: put up pages with status 200, or tell shoppers where you moved.'
    : `open the runbook. ${hintOf(announcement)}`;
}

function hintOf({ scope, held }: Announcement): string {
  if (isAtEdge(scope)) {
    return EDGE_HINT;
  }
  return scope.kind === 'store-down' && held === undefined ? OPEN_HINT : 'Others: nothing to do.';
}

function next({ kind, nextUpdateAtMs, atMs }: Announcement, store: Store): string {
  if (nextUpdateAtMs === undefined) {
    return 'No further message.';
  }
  const time = timeSeenFrom(atMs, nextUpdateAtMs, store.timeZone);
  return kind === 'unstable' ? `Quiet until it is stable, or ${time}` : `Update by ${time}`;
}
