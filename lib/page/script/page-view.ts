import { isOfferDue, isStale, newsOf, timesOf, wordsFor } from './page-news';
import type { PageSettings } from './page-settings';
import { automaticIn, messageIn, textOf, timeOf } from './page-status';
import { OFFLINE, Said, type SaidStrings } from './said';
import { formatDistance, formatTime, localeFor } from './times';
// In a circle, but as parameters the state of the watch would cost the page 200 bytes.
import { asked, failed, hostNow, paused, status, turn } from './watch-store';

declare global {
  /** Whether the page has an offer: a page without one does not carry what an offer needs. Put in by the bundler. */
  const OFFER: boolean;
}

/** An element of the page by its id. */
export const element = (id: string | number): HTMLElement =>
  document.getElementById(`us-${id}`) as HTMLElement;

/** What this page knows of its store, and its sentences. */
export const settings: PageSettings = JSON.parse(element('settings').textContent);

/** Whether shoppers pay at this address. */
export const paysHere = RegExp(settings.checkout, 'i').test(location.pathname);

/** Writes text only when it differs, so that a live region speaks of changes and of nothing else. */
const write = (id: string | number, text = ''): void => {
  const target = element(id);
  if (target.textContent !== text) {
    target.textContent = text;
  }
};

/** Shows a row of the details, unless there is nothing to say. */
const fill = (row: number, text: string): void => {
  (element(row).parentElement as HTMLElement).hidden = !text;
  write(row, text);
};

/** Shows what only works with a script, and at a checkout the warning not to pay twice. */
export const reveal = (): void => {
  element('pause').hidden = paused;
  element('warning').hidden = !paysHere;
  element('payment').hidden = paysHere;
};

/** Shows how things are, in the language that the page has now. Everything is written as text, never as markup. */
export const show = (): void => {
  const { onLine, languages } = navigator;
  const language = document.documentElement.lang;
  const said = settings.said[language] as SaidStrings;
  const locale = localeFor(language, languages);
  const nowMs = hostNow();
  const latest = status;
  const clock = (timeMs: number): string => formatTime(timeMs, nowMs, locale);

  const [heading, text] = onLine ? wordsFor(latest, nowMs, failed) : OFFLINE;
  document.title = document.title.replace(element('heading').textContent, said[heading]);
  write('heading', said[heading]);
  element('home').hidden = heading !== Said.pageHeading;
  element('checking').hidden = paused;
  write('pause', said[paused ? Said.resume : Said.pause]);

  const news = newsOf(latest);
  const message = messageIn(news, language);
  const spoken = (onLine && (message || automaticIn(news, language))) || said[text];
  // The caller hears of the answer in any case.
  write('checked', asked && element('status').textContent === spoken ? said[Said.nothingNew] : '');
  write('status', spoken);
  // A person's words in English stand below the sentence in the reader's own language.
  write('words', message ? '' : messageIn(news, 'en'));
  write('note', isStale(news, nowMs) ? said[Said.stale] : '');

  timesOf(news, nowMs, paused ? 0 : turn).forEach((timeMs, i) => {
    fill(i, timeMs ? `${clock(timeMs)} · ${formatDistance(timeMs, nowMs, locale)}` : '');
  });
  fill(6, textOf(news.x_reference));
  if (!OFFER) {
    return;
  }
  element('offer').hidden = !isOfferDue(latest, nowMs, settings.until);
  if (settings.until) {
    write('until', clock(timeOf(settings.until)));
  }
};
