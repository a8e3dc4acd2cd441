import { isOfferDue, isPageOnly, newsOf, timesOf, wordsFor } from './page-news';
import type { PageSettings } from './page-settings';
import { isFresh, type PageStatus, timeOf, updatedMs } from './page-status';
import { Said } from './said';
import { formatDistance, formatTime, localeFor } from './times';

/** Everything the page shows depends on, at one moment. */
export interface Moment {
  /** Undefined before the first answer, and when there never was a usable one. */
  readonly status?: PageStatus;
  /** By the host's clock, in epoch milliseconds. */
  readonly now: number;
  readonly paused: boolean;
  /** Whether this page was asked for, and failed, since the status said that the store opens. */
  readonly failed: boolean;
  /** When it is this shopper's turn, by the host's clock; 0 when that is not known. */
  readonly turn: number;
  /** Whether to tell a shopper who asked that the store is still closed; polls of the page itself stay silent. */
  readonly asked: boolean;
}

/** An element of the page by its id. */
export const element = (id: string): HTMLElement => document.getElementById(`us-${id}`) as HTMLElement;

/** Writes text only when it differs, so that a live region speaks of changes and of nothing else. */
const write = (id: string, text: string, language = ''): void => {
  const target = element(id);
  if (target.textContent === text) return;
  target.lang = language;
  target.textContent = text;
};

/** Shows what only works with a script, and at a checkout the warning not to pay twice. */
export const reveal = ({ checkout }: PageSettings): void => {
  const paying = RegExp(checkout, 'i').test(location.pathname);
  element('auto').hidden = false;
  element('warning').hidden = !paying;
  element('payment').hidden = paying;
};

/** Shows a moment, in the language the page has then. Everything is written as text, never as markup. */
export const show = ({ own, said: all, until }: PageSettings, moment: Moment): void => {
  const { status, now, paused, failed, turn, asked } = moment;
  const language = document.documentElement.lang;
  const locale = localeFor(language, navigator.languages);
  const said = all[language] ?? [];
  const say = (what: Said, value = ''): string => (said[what] ?? '').replace(/{.*}/, () => value);
  const clock = (timeMs: number): string => formatTime(timeMs, now, locale);

  const heading = element('heading').textContent ?? '';
  const pageOnly = isPageOnly(status, now, failed);
  const [title, text] = pageOnly ? [Said.pageHeading, Said.page] : wordsFor(status, paused, failed);
  const [message, spoken = ''] = newsOf(status, [language, own, 'en']) ?? [];
  document.title = document.title.replace(heading, () => say(title));
  write('heading', say(title));
  write('pause', say(paused ? Said.resume : Said.pause));
  if (!navigator.onLine) write('status', say(Said.offline));
  else write('status', message ?? say(text), spoken);
  element('lead').hidden = title !== Said.heading;
  element('home').hidden = !pageOnly;
  write('checked', asked ? say(Said.checkedStillClosed, clock(now)) : '');

  const foreign = spoken && spoken !== language;
  const stale = status && status.x_mode !== 'normal' && !isFresh(status, now) && updatedMs(status);
  const languageName = (): string => new Intl.DisplayNames(locale, { type: 'language' }).of(spoken) ?? spoken;
  if (stale) write('note', say(Said.stale, clock(stale)));
  else write('note', foreign ? say(Said.onlyIn, languageName()) : '');

  const times = timesOf(status, now);
  [...element('times').children].forEach((row, i, { length }) => {
    const timeMs = i < length - 1 ? times[i] : turn > now && !paused && turn;
    (row as HTMLElement).hidden = !timeMs;
    const time = row.querySelector('time');
    if (!timeMs || !time) return;
    time.dateTime = new Date(timeMs).toISOString();
    time.textContent = `${clock(timeMs)} (${formatDistance(timeMs, now, locale)})`;
  });
  const offer: HTMLElement | null = element('offer');
  if (offer) offer.hidden = !isOfferDue(status, now, until);
  if (until) write('until', clock(timeOf(until)));
};
