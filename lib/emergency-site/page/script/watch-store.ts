import { STATUS_PATH } from '../../paths';
import { isStoreBack } from './is-store-back';
import { DELAY_CAP_MS, nextDelayMs, releaseDelayMs } from './next-delay';
import { type PageStatus, parsePageStatus, spreadSeconds } from './page-status';
import { show } from './page-view';
import { ask, skewOf } from './request';
import { cameBack, load, shopperAddress } from './return-to-store';
import { isOpening, shouldProbe } from './should-probe';

const FIRST_POLL_WITHIN_MS = 3_000;
const CHECK_NOW_EVERY_MS = 5_000;
/** For who did not wait: they come one by one anyway. */
const NEWCOMER_SPREAD_SECONDS = 5;

/** The last usable one. */
export let status: PageStatus = {};
export let paused = false;
/** Whether this page was asked for, and failed, since the status said that the store opens. */
export let failed = false;
/** When this shopper may go back, by the host's clock; 0 while the store is closed. */
export let turn = 0;
/** Whether to tell a shopper who asked that the store is still closed; polls of the page itself stay silent. */
export let asked: unknown;

const address = shopperAddress();
/** What comes next. Whoever waited for an answer while it changed must not go on. */
let timer: ReturnType<typeof setTimeout> | undefined;
let attempt = 0;
let polls = 0;
let waited = cameBack();
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

/** Starts, again or anew, within 3 seconds; rests while the tab is hidden or the shopper has paused it. */
export const start = (): void => {
  clearTimeout(timer);
  timer = undefined;
  if (!paused && !document.hidden) after(Math.random() * FIRST_POLL_WITHIN_MS, poll);
};

/**
 * A probe that fails changes nothing but the words: where Route 53 switches the shop's names, a browser may hold its
 * connection to the emergency distribution, and so get 503, for some time after the store is open.
 */
const probe = async (): Promise<void> => {
  after(DELAY_CAP_MS, poll);
  const mine = timer;
  const answer = await ask(address, 'HEAD');
  if (mine !== timer) return;
  failed = !isStoreBack(answer?.status ?? 503);
  if (!failed) return load(address);
  pollLater();
  show();
};

/** Sets the turn once per opening, so that neither another poll nor a hidden tab draws a new one. */
const setTurn = (latest: PageStatus): void => {
  if (!isOpening(latest)) {
    waited = true;
    failed = false;
    turn = 0;
  } else if (!turn) {
    const crowd = waited || latest.x_mode !== 'normal';
    const seconds = crowd ? spreadSeconds(latest) : NEWCOMER_SPREAD_SECONDS;
    turn = hostNow() + releaseDelayMs(seconds, Math.random());
  }
};

const poll = async (asks?: unknown): Promise<void> => {
  // At once, so that neither an answer that never comes nor a mistake below ends the watch.
  if (!paused) pollLater();
  const mine = timer;
  const answer = await ask(STATUS_PATH);
  const latest = parsePageStatus(await answer?.text().catch(() => null));
  if (mine !== timer) return;
  if (latest) {
    skewMs = skewOf(answer as Response);
    // News brings the pace back to where it began.
    if (latest.x_mode !== status.x_mode) attempt = 0;
    status = latest;
    setTurn(latest);
  }
  const nowMs = hostNow();
  if (shouldProbe(latest ?? {}, ++polls, nowMs) && !paused) after(turn - nowMs, probe);
  asked = asks && !isOpening(status);
  show();
};

/** Stops or starts the watch. */
export const togglePause = (): void => {
  paused = !paused;
  show();
  start();
};

/** More often than every 5 seconds it does nothing. */
export const checkNow = ({ timeStamp }: Event): void => {
  if (timeStamp < nextCheckMs) return;
  nextCheckMs = timeStamp + CHECK_NOW_EVERY_MS;
  asked = false;
  show();
  poll(true);
};
