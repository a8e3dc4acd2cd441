import { isStoreBack } from './is-store-back';
import { DELAY_CAP_MS, nextDelayMs } from './next-delay';
import type { PageSettings } from './page-settings';
import { type PageStatus, parsePageStatus } from './page-status';
import type { PageView } from './page-view';
import { fetchHead, fetchText } from './request';
import { returnedRecently, returnToStore, shopperAddress } from './return-to-store';
import { shouldProbe } from './should-probe';

const FIRST_POLL_WITHIN_MS = 3_000;
const CHECK_NOW_EVERY_MS = 5_000;
const UNHURRIED_ATTEMPT = 2;

/**
 * Polls the status and brings the shopper back. It rests while the tab is hidden or the shopper has paused it.
 *
 * A probe that fails changes nothing: where Route 53 switches the shop's names, a browser may hold its connection
 * to the emergency distribution, and so get 503, for some time after the store is open.
 */
export class StoreWatcher {
  readonly #settings: PageSettings;
  readonly #view: PageView;
  readonly #address: string;
  #timer = 0;
  /** Counts starts and stops: whoever was waiting for an answer in an earlier round must not go on. */
  #round = 0;
  #attempt = 0;
  #polls = 0;
  #paused = false;
  #letIn = false;
  #lastCheckMs = Number.NEGATIVE_INFINITY;
  #lastShown = '';

  constructor(settings: PageSettings, view: PageView) {
    this.#settings = settings;
    this.#view = view;
    this.#address = shopperAddress(settings.pagePath);
  }

  /** The first start: slower for a tab that went back to the store moments ago and landed here again. */
  begin(): void {
    if (returnedRecently(Date.now())) {
      this.#attempt = UNHURRIED_ATTEMPT;
      this.#after(this.#nextDelay(), () => this.#poll());
    } else {
      this.start();
    }
  }

  /** Starts, or starts again, within 3 seconds, unless nobody looks or the shopper said no. */
  start(): void {
    this.stop();
    if (this.#paused || document.hidden) return;
    this.#after(Math.random() * FIRST_POLL_WITHIN_MS, () => this.#poll());
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#round++;
  }

  togglePause(): void {
    this.#paused = !this.#paused;
    this.#view.showPaused(this.#paused);
    if (this.#paused) this.stop();
    else this.start();
  }

  /** For the shopper who asks. More often than every 5 seconds it does nothing. */
  async checkNow(): Promise<void> {
    if (performance.now() - this.#lastCheckMs < CHECK_NOW_EVERY_MS) return;
    this.#lastCheckMs = performance.now();
    this.stop();
    this.#view.clearChecked();
    const round = this.#round;
    const status = await this.#poll();
    if (round === this.#round && status?.mode !== 'normal') this.#view.showChecked(Date.now());
  }

  async #poll(): Promise<PageStatus | undefined> {
    const round = this.#round;
    const answer = await fetchText(this.#settings.statusPath);
    if (round !== this.#round) return undefined;
    const status = answer && parsePageStatus(answer.text, this.#settings.language);
    const nowMs = answer?.nowMs ?? Date.now();
    this.#noticeChange(`${status?.mode} ${status?.message}`);
    this.#polls++;
    // Before anything is shown, so that a mistake there can't end the watch.
    this.#goOn(status, nowMs);
    this.#show(status, nowMs);
    return status;
  }

  #show(status: PageStatus | undefined, nowMs: number): void {
    if (!navigator.onLine) this.#view.showOffline();
    else if (!status) this.#view.showOnline();
    else this.#view.showStatus(status, nowMs, this.#paused);
  }

  /** News brings the pace back to where it began. */
  #noticeChange(shown: string): void {
    if (this.#polls > 0 && shown !== this.#lastShown) this.#attempt = 0;
    this.#lastShown = shown;
  }

  #goOn(status: PageStatus | undefined, nowMs: number): void {
    if (this.#paused) return;
    if (status?.mode !== 'normal') this.#letIn = false;
    if (shouldProbe(status, this.#polls, nowMs)) {
      const spreadMs = status && !this.#letIn ? status.spreadSeconds * 1000 : 0;
      this.#after(Math.random() * spreadMs, () => this.#probe(status?.mode === 'normal'));
    } else {
      this.#after(this.#nextDelay(), () => this.#poll());
    }
  }

  async #probe(letIn: boolean): Promise<void> {
    const round = this.#round;
    this.#letIn = letIn;
    const answer = await fetchHead(this.#address);
    if (round !== this.#round) return;
    const back = answer !== undefined && isStoreBack(answer);
    this.#after(back ? DELAY_CAP_MS : this.#nextDelay(), () => this.#poll());
    if (back) returnToStore(this.#address, this.#settings.pagePath, Date.now());
  }

  #nextDelay(): number {
    return nextDelayMs(this.#attempt++, Math.random());
  }

  #after(delayMs: number, then: () => unknown): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(then, delayMs);
  }
}
