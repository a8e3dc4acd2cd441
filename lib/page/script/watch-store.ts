import { STATUS_PATH } from '../../../lambda/emergency-response/contract/paths';
import { isStoreBack } from './is-store-back';
import { DELAY_CAP_MS, nextDelayMs, releaseDelayMs, WARNING_MS } from './next-delay';
import { type PageStatus, parsePageStatus, spreadSeconds } from './page-status';
import { paysHere, show } from './page-view';
import { ask, skewOf } from './request';
import { fromShop, load, shopperAddress, vainReturns } from './return-to-store';
import { isOpening, shouldProbe } from './should-probe';
import { asksItself, leadsHome } from './way-back';

const CHECK_NOW_EVERY_MS = 5_000;

/** The last usable one. */
export let status: PageStatus = {};
/** In a frame for good: the page around it is the shop's or a payment provider's, and knows how to go on. */
export let paused = self !== parent;
/** Whether this page was asked for, and failed, since the status said that the store opens: at first, or by a probe. */
export let failed = true;
/** When this shopper may go back, by the host's clock; 0 while the store is closed. */
export let turn = 0;
/** Whether to tell a shopper who asked that there is nothing new; polls of the page itself stay silent. */
export let asked: unknown;

const address = shopperAddress();
/** What comes next. Code that waited for an answer while this changed must not go on. */
let timer: ReturnType<typeof setTimeout> | 0 | undefined;
let attempt = 0;
let polls = 0;
let returns = vainReturns();
/** How far the host's clock is ahead of this device's. */
let skewMs = 0;
let nextCheckMs = 0;

/** The host's clock. */
export const hostNow = (): number => Date.now() + skewMs;

const after = (delayMs: number, then: () => unknown): void => {
  clearTimeout(timer);
  timer = setTimeout(then, delayMs);
};

const pollLater = (): void => after(nextDelayMs(attempt++, Math.random()), poll);

/** Starts or starts again; rests while the tab is hidden or the shopper has paused it. */
export const start = (): void => {
  clearTimeout(timer);
  timer = 0;
  show();
  if (!paused && !document.hidden) {
    poll();
  }
};

/**
 * A probe that fails changes nothing but the words: where Route 53 switches the shop's names, a browser may hold its
 * connection to the emergency distribution, and so get 503, for some time after the store is open.
 */
const probe = async (): Promise<void> => {
  after(DELAY_CAP_MS, poll);
  const mine = timer;
  const itself = asksItself(fromShop, location.search, paysHere);
  const status = (await ask(itself ? address : '/'))?.status ?? 503;
  if (mine !== timer) {
    return;
  }
  failed = !isStoreBack(status);
  if (!failed) {
    try {
      sessionStorage.understudy = returns + 1;
    } catch {}
    return load(leadsHome(itself, status, paysHere && !location.search) ? '/' : address);
  }
  pollLater();
  show();
};

/**
 * Sets the turn once per opening, so that neither another poll nor a hidden tab draws a new one. Newcomers to an open
 * store come one by one anyway: they go back at once, but for the warning not to pay twice, and each time later when that
 * was no use.
 */
const setTurn = (): void => {
  failed &&= status.x_mode === 'normal';
  if (!isOpening(status)) {
    returns = turn = 0;
  } else if (!turn) {
    turn = hostNow();
    turn +=
      returns || !failed ? releaseDelayMs(spreadSeconds(status), Math.random()) : +paysHere * WARNING_MS;
    if (returns) {
      turn += nextDelayMs(returns, Math.random());
    }
  }
};

const poll = async (asks?: unknown): Promise<void> => {
  // At once, so that neither an answer that never comes nor a mistake below ends the watch.
  if (!paused) {
    pollLater();
  }
  const mine = timer;
  const answer = await ask(STATUS_PATH);
  const latest = parsePageStatus(await answer?.text().catch(() => null));
  if (mine !== timer) {
    return;
  }
  if (latest) {
    skewMs = skewOf(answer as Response);
    // News brings the pace back to where it began.
    if (latest.x_mode !== status.x_mode) {
      attempt = 0;
    }
    status = latest;
  }
  setTurn();
  // Without a turn at once: browsers keep 32 bits of a delay, and of all the time since 1970 that may come to weeks.
  if (shouldProbe(latest ?? {}, ++polls, hostNow()) && !paused) {
    after(turn && turn - hostNow(), probe);
  }
  asked = asks;
  show();
};

/** Stops or starts the watch. */
export const togglePause = (): void => {
  paused = !paused;
  start();
};

/** Within 5 seconds of an answer it waits for them to pass. The link that calls it then leads nowhere. */
export const checkNow = (): boolean => {
  asked = false;
  show();
  after(nextCheckMs - performance.now(), () => {
    nextCheckMs = performance.now() + CHECK_NOW_EVERY_MS;
    poll(true);
  });
  return false;
};
