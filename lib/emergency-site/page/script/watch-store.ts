import { STATUS_PATH } from '../../paths';
import { isStoreBack } from './is-store-back';
import { DELAY_CAP_MS, nextDelayMs, releaseDelayMs } from './next-delay';
import { type PageStatus, parsePageStatus, spreadSeconds } from './page-status';
import type { Moment } from './page-view';
import { fetchHead, fetchText } from './request';
import { cameBack, load, shopperAddress } from './return-to-store';
import { isOpening, shouldProbe } from './should-probe';

const FIRST_POLL_WITHIN_MS = 3_000;
const CHECK_NOW_EVERY_MS = 5_000;
/** For who did not wait: they come one by one anyway. */
const NEWCOMER_SPREAD_SECONDS = 5;

/**
 * Polls the status and brings the shopper back. It rests while the tab is hidden or the shopper has paused it.
 *
 * A probe that fails changes nothing but the words: where Route 53 switches the shop's names, a browser may hold its
 * connection to the emergency distribution, and so get 503, for some time after the store is open.
 *
 * @returns what shoppers can do about it: start it (again, within 3 seconds), pause it, check at once, and have the
 * page written again
 */
export const watchStore = (show: (moment: Moment) => void) => {
  const address = shopperAddress();
  let timer = 0;
  /** Counts starts and stops: whoever was waiting for an answer in an earlier round must not go on. */
  let round = 0;
  let attempt = 0;
  let polls = 0;
  let paused = false;
  let asked = false;
  let waited = cameBack();
  let failed = false;
  /** The last usable one. */
  let status: PageStatus | undefined;
  /** How far the host's clock is ahead of this device's. */
  let skewMs = 0;
  /** When this shopper may go back, by the host's clock; 0 while the store is closed. */
  let turn = 0;
  let lastCheckMs = -CHECK_NOW_EVERY_MS;

  const hostNow = (): number => Date.now() + skewMs;
  const refresh = (): void => show({ status, now: hostNow(), paused, failed, turn, asked });

  const after = (delayMs: number, then: () => unknown): void => {
    clearTimeout(timer);
    timer = window.setTimeout(then, delayMs);
  };
  const pollLater = (): void => after(nextDelayMs(attempt++, Math.random()), poll);

  const stop = (): void => {
    clearTimeout(timer);
    round++;
  };

  const start = (): void => {
    stop();
    if (!paused && !document.hidden) after(Math.random() * FIRST_POLL_WITHIN_MS, poll);
  };

  const probe = async (): Promise<void> => {
    const mine = round;
    const answer = await fetchHead(address);
    if (mine !== round) return;
    failed = !answer || !isStoreBack(answer.status);
    if (failed) {
      pollLater();
      refresh();
    } else {
      after(DELAY_CAP_MS, poll);
      load(address);
    }
  };

  /** Sets the turn once per opening, so that neither another poll nor a hidden tab draws a new one. */
  const setTurn = (latest: PageStatus): void => {
    if (!isOpening(latest)) {
      waited = true;
      failed = false;
      turn = 0;
    } else if (!turn) {
      const crowd = waited || latest.x_mode === 'recovering';
      const seconds = crowd ? spreadSeconds(latest) : NEWCOMER_SPREAD_SECONDS;
      turn = hostNow() + releaseDelayMs(seconds, Math.random());
    }
  };

  const goOn = (latest?: PageStatus): void => {
    if (paused) return;
    if (shouldProbe(latest, ++polls, hostNow())) after(turn - hostNow(), probe);
    else pollLater();
  };

  const poll = async (): Promise<void> => {
    const mine = round;
    const [text, nowMs] = (await fetchText(STATUS_PATH)) ?? [];
    if (mine !== round) return;
    if (nowMs) skewMs = nowMs - Date.now();
    const latest = parsePageStatus(text ?? '');
    if (latest) {
      // News brings the pace back to where it began.
      if (latest.x_mode !== status?.x_mode) attempt = 0;
      status = latest;
      setTurn(latest);
    }
    // Before anything is shown, so that a mistake there can't end the watch.
    goOn(latest);
    refresh();
  };

  const togglePause = (): void => {
    paused = !paused;
    refresh();
    start();
  };

  /** More often than every 5 seconds it does nothing. */
  const checkNow = async (): Promise<void> => {
    if (performance.now() - lastCheckMs < CHECK_NOW_EVERY_MS) return;
    lastCheckMs = performance.now();
    stop();
    asked = false;
    refresh();
    await poll();
    asked = !isOpening(status);
    refresh();
  };

  refresh();
  start();
  return { start, togglePause, checkNow, refresh };
};
