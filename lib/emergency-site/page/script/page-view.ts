import { isOfferDue, newsOf, referenceOf, timesOf, wordsFor } from './page-news';
import type { PageSettings } from './page-settings';
import { isFresh, messageIn, timeOf, updatedMs } from './page-status';
import { Said, type SaidStrings } from './said';
import { isOpening } from './should-probe';
import { formatDistance, formatTime, localeFor } from './times';
// In a circle, but as parameters the state of the watch would cost the page 200 bytes.
import { asked, failed, hostNow, paused, status, turn } from './watch-store';

/** An element of the page by its id. */
export const element = (id: string | number): HTMLElement =>
  document.getElementById(`us-${id}`) as HTMLElement;

/** What this page knows of its store, and its sentences. */
export const settings: PageSettings = JSON.parse(element('settings').textContent);

/** Writes text only when it differs, so that a live region speaks of changes and of nothing else. */
const write = (id: string | number, text = ''): void => {
  const target = element(id);
  if (target.textContent !== text) target.textContent = text;
};

/** Shows what only works with a script, and at a checkout the warning not to pay twice. */
export const reveal = (): void => {
  const elsewhere = !RegExp(settings.checkout, 'i').test(location.pathname);
  element('auto').hidden = false;
  element('warning').hidden = elsewhere;
  element('payment').hidden = !elsewhere;
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

  const [heading, text] = wordsFor(latest, nowMs, failed);
  document.title = document.title.replace(element('heading').textContent, said[heading]);
  write('heading', said[heading]);
  element('lead').hidden = heading !== Said.heading;
  element('home').hidden = heading !== Said.pageHeading;
  write('pause', said[paused ? Said.resume : Said.pause]);
  write('checked', asked ? said[Said.stillClosed] : '');

  const news = newsOf(latest);
  const message = messageIn(news, language);
  const english = onLine && !message && messageIn(news, 'en');
  const stale = !isFresh(news, nowMs) && updatedMs(news);
  const spoken = message || english || said[paused && isOpening(latest) ? Said.openWhilePaused : text];
  element('status').lang = english ? 'en' : language;
  write('status', onLine ? spoken : said[Said.offline]);
  write('note', stale ? said[Said.stale] : english ? said[Said.onlyInEnglish] : '');

  timesOf(news, nowMs, paused ? 0 : turn).forEach((timeMs, i) => {
    write(i, timeMs ? `${clock(timeMs)} (${formatDistance(timeMs, nowMs, locale)})` : '');
  });
  write(5, referenceOf(news.x_reference));
  const offer: HTMLElement | null = element('offer');
  if (offer) offer.hidden = !isOfferDue(latest, nowMs, settings.until);
  if (settings.until) write('until', clock(timeOf(settings.until)));
};
