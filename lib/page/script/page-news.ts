import { FRESH_FOR_MS, isFresh, type PageMode, type PageStatus, timeOf, updatedMs } from './page-status';
import { type PageTexts, Said, UNKNOWN, WORDS } from './said';

/** Longer than the function and the page take to bring an update that came in time. */
const OVERDUE_AFTER_MS = 2 * 60_000;

/**
 * The heading and the text, where the status itself has none. A status that says "normal" is to be believed although
 * the page failed: then only this page did.
 */
export const wordsFor = (status: PageStatus, nowMs: number, probeFailed: boolean): PageTexts =>
  status.x_mode === 'normal' && probeFailed
    ? isFresh(status, nowMs)
      ? [Said.pageHeading, Said.page]
      : UNKNOWN
    : (WORDS[status.x_mode as PageMode] ?? UNKNOWN);

/** A status as far as it has news: that of an open store has none. */
export const newsOf = (status: PageStatus): PageStatus => (status.x_mode === 'normal' ? {} : status);

/**
 * The shopper's turn, expected back, next update, last update, since when, and expected back if that is over: in epoch
 * milliseconds, and 0 or NaN for what is not known. What lies ahead comes first. A turn that has come is not told,
 * because the page takes it; nor is an update that should have come, because a next one in the past reads like a mistake.
 */
export const timesOf = (news: PageStatus, nowMs: number, turnMs: number): readonly number[] => {
  const expectedMs = timeOf(news.x_expected_back_at);
  const ahead = (timeMs: number): number => (timeMs > nowMs ? timeMs : 0);
  return [
    ahead(turnMs),
    ahead(expectedMs),
    ahead(timeOf(news.x_next_update_at)),
    timeOf(news.x_told_at) || updatedMs(news),
    timeOf(news.x_since),
    ahead(expectedMs) ? 0 : expectedMs,
  ];
};

/** Whether shoppers wait for news that will not come: the file has stopped, or an update that was promised is 2 minutes late. */
export const isStale = (news: PageStatus, nowMs: number): boolean =>
  nowMs - updatedMs(news) >= FRESH_FOR_MS || nowMs - timeOf(news.x_next_update_at) >= OVERDUE_AFTER_MS;

/** Whether to thank shoppers for waiting: only in an outage that was declared just now, and that is no exercise. */
export const isOfferDue = (status: PageStatus, nowMs: number, until?: string): boolean =>
  status.x_mode === 'emergency' && !status.x_drill && isFresh(status, nowMs) && !(timeOf(until) <= nowMs);
