import type { PageSettings } from './page-settings';
import type { PageStatus } from './page-status';
import { formatTime, localeFor } from './times';

const PAYMENT_PATH = /checkout|payment/i;

const element = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`${id}: not in the page`);
  return found;
};

/** Writes text only when it differs, so that a live region speaks of changes and of nothing else. */
const write = (target: HTMLElement, text: string, language = ''): void => {
  if (target.textContent === text) return;
  target.lang = language;
  target.textContent = text;
};

const withChildren = (name: string, ...children: readonly (Node | string)[]): HTMLElement => {
  const created = document.createElement(name);
  created.append(...children);
  return created;
};

/** The parts of the page that change. Everything is written as text, never as markup. */
export class PageView {
  readonly #settings: PageSettings;
  readonly #locale: string;
  readonly #status = element('us-status');
  readonly #times = element('us-times');
  readonly #checked = element('us-checked');
  readonly #pause = element('us-pause');

  constructor(settings: PageSettings) {
    this.#settings = settings;
    this.#locale = localeFor(settings.language, navigator.languages);
  }

  /** Shows what only works with a script, and at a checkout the warning not to pay twice. */
  reveal(path: string): void {
    element('us-auto').hidden = false;
    if (!PAYMENT_PATH.test(path)) return;
    element('us-payment-warning').hidden = false;
    element('us-payment').hidden = true;
  }

  onCheckNow(listener: () => void): void {
    element('us-check').addEventListener('click', listener);
  }

  onPause(listener: () => void): void {
    this.#pause.addEventListener('click', listener);
  }

  showPaused(paused: boolean): void {
    const { pause, resume } = this.#settings.strings;
    write(this.#pause, paused ? resume : pause);
  }

  showOffline(): void {
    write(this.#status, this.#settings.strings.offline);
  }

  /** Takes back "offline" and leaves everything else as it is. */
  showOnline(): void {
    const { offline, closed } = this.#settings.strings;
    if (this.#status.textContent === offline) write(this.#status, closed);
  }

  showStatus(status: PageStatus, nowMs: number, paused: boolean): void {
    const { closed, opening, openWhilePaused } = this.#settings.strings;
    if (status.mode === 'normal') write(this.#status, paused ? openWhilePaused : opening);
    else write(this.#status, status.message ?? closed, status.messageLanguage);
    this.#showTimes(status, nowMs);
  }

  /** Answers a shopper who asked; polls of the page itself stay silent. */
  showChecked(nowMs: number): void {
    const time = formatTime(nowMs, nowMs, this.#locale);
    write(this.#checked, this.#settings.strings.checkedStillClosed.replace('{time}', time));
  }

  clearChecked(): void {
    write(this.#checked, '');
  }

  #showTimes(status: PageStatus, nowMs: number): void {
    const { since, updated, nextUpdate } = this.#settings.strings;
    const due =
      status.nextUpdateMs !== undefined && status.nextUpdateMs > nowMs ? status.nextUpdateMs : undefined;
    const rows = [
      ...this.#row(since, status.sinceMs, nowMs),
      ...this.#row(updated, status.updatedMs, nowMs),
      ...this.#row(nextUpdate, due, nowMs),
    ];
    this.#times.replaceChildren(...rows);
    this.#times.hidden = status.mode === 'normal' || rows.length === 0;
  }

  #row(label: string, timeMs: number | undefined, nowMs: number): readonly HTMLElement[] {
    if (timeMs === undefined) return [];
    const time = withChildren('time', formatTime(timeMs, nowMs, this.#locale));
    time.setAttribute('datetime', new Date(timeMs).toISOString());
    return [withChildren('div', withChildren('dt', label), withChildren('dd', time))];
  }
}
