import { MINUTE_MS } from '../../shared/contract/clock-units';
import { nameAndNews, toAscii, toGsm } from '../contract/ascii';
import type { Hold } from '../contract/hold';
import type { Message } from '../contract/message';
import { dateTime, localTimeSeenFrom, timeSeenFrom } from '../contract/times';
import type { HoldNews } from '../failover/hold-news';
import type { Store } from '../settings';
import { field } from './field';
import { heldText, heldWords, placeOf, shortHolderOf } from './held';
import { MAX_SMS, MAX_SUBJECT } from './lengths';

/** Where a message stands. */
interface Told {
  readonly store: Store;
  readonly nowMs: number;
}

const END_EARLY = 'end it early with "npx understudy failover auto".';

/** A hold in words, for e-mail and for phones. */
export function composeHold(hold: Hold, news: HoldNews, told: Told): Message {
  const { domainName, owner, timeZone, stepsUrl, dashboardUrl } = told.store;
  const isOver = news === 'over' || news === 'released';
  const state = isOver ? 'OVER' : hold.side.toUpperCase();
  const start = `[HELD] ${state} `;
  const title = isOver ? 'the health checks decide again' : `held until ${dateTime(hold.endsAtMs)}`;
  return {
    subject: start + nameAndNews(toAscii(domainName), title, MAX_SUBJECT - start.length),
    body: [
      ...field('WHAT', whatOf(hold, news, told), 3),
      ...field('NOW', nowOf(hold, isOver, told), 3),
      ...field('YOU', `${owner}: ${youOf(hold, isOver, told)}`, 3),
      ...field('NEXT', nextOf(hold, isOver, told), 2),
      '',
      ...(isOver ? [] : field('Held', heldText(hold, timeZone), 3)),
      'Steps',
      stepsUrl,
      'Dashboard',
      dashboardUrl,
    ].join('\n'),
    sms: smsOf(
      `HELD ${state} `,
      domainName,
      isOver ? title : `held until ${localTimeSeenFrom(told.nowMs, hold.endsAtMs, timeZone)}`,
    ),
  };
}

function smsOf(start: string, domainName: string, title: string): string {
  return start + nameAndNews(toGsm(domainName), toGsm(title), MAX_SMS - start.length);
}

function whatOf(hold: Hold, news: HoldNews, { store, nowMs }: Told): string {
  const { endsAtMs, side, released, sinceMs } = hold;
  const name = store.domainName;
  const until = timeSeenFrom(nowMs, endsAtMs, store.timeZone);
  const words = heldWords(side, store);
  switch (news) {
    case 'held':
      return `${name} is ${words} by ${shortHolderOf(hold)} until ${until}.`;
    case 'changed':
      return `${name} is ${words} until ${until} now, says ${shortHolderOf(hold)}.`;
    case 'again':
      return `${name} is ${words} again until ${until}: a change of the health check, such as a deployment, had undone it.`;
    case 'still':
      return `${name} is still ${words}, since ${timeSeenFrom(nowMs, sinceMs ?? nowMs)} and until ${until}.`;
    case 'ending':
      return `${name} is ${words} for ${Math.round((endsAtMs - nowMs) / MINUTE_MS)} min more, until ${until}.`;
    case 'over':
      return `${name} is no longer ${words}: its time is up.`;
    case 'released':
      return `${name} is no longer ${words}: ended by ${shortHolderOf({ by: released?.by })}.`;
  }
}

function nowOf({ side }: Hold, isOver: boolean, { store }: Told): string {
  return isOver
    ? 'Route 53 answers by the health checks again.'
    : `Route 53 answers with ${placeOf(side, store)}, whatever the health checks say.`;
}

function youOf({ side }: Hold, isOver: boolean, { store }: Told): string {
  if (isOver) {
    return side === 'primary'
      ? 'see that the health checks pass; else Route 53 leaves the store.'
      : 'see that shoppers reach the store.';
  }
  return side === 'primary'
    ? `nobody fails over meanwhile; watch the store, and ${END_EARLY}`
    : `${store.standby ? 'shoppers are on the standby' : 'shoppers are kept out'} meanwhile; ${END_EARLY}`;
}

function nextOf({ endsAtMs }: Hold, isOver: boolean, { store, nowMs }: Told): string {
  return isOver
    ? 'No further message.'
    : `A message each hour, and when it ends, by ${timeSeenFrom(nowMs, endsAtMs, store.timeZone)}`;
}
