import { FRESH_FOR_MS, isFresh, type PageMode, type PageStatus, timeOf, updatedMs } from './page-status';
import { CLOSED, Said, WORDS, type Words } from './said';

/** Longer than the function and the page take to bring an update that came in time. */
const OVERDUE_AFTER_MS = 2 * 60_000;

/**
 * The heading and the text, where the status itself has none. A status that says "normal" is to be believed although
 * the page failed: then only this page did.
 */
export const wordsFor = (status: PageStatus, nowMs: number, probeFailed: boolean): Words =>
  status.x_mode === 'normal' && probeFailed
    ? isFresh(status, nowMs)
      ? [Said.pageHeading, Said.page]
      : CLOSED
    : (WORDS[status.x_mode as PageMode] ?? CLOSED);

/** A status as far as it has news: that of an open store has none. */
export const newsOf = (status: PageStatus): PageStatus => (status.x_mode === 'normal' ? {} : status);

/**
 * Since when, last update, next update, expected back and the shopper's turn: in epoch milliseconds, and 0 or NaN for
 * what is not known. What should have happened already stays: how long ago that was is the truth about it. A turn does
 * not, because the page takes it.
 */
export const timesOf = (news: PageStatus, nowMs: number, turnMs: number): readonly number[] => [
  timeOf(news.x_since),
  timeOf(news.x_told_at) || updatedMs(news),
  timeOf(news.x_next_update_at),
  timeOf(news.x_expected_back_at),
  turnMs > nowMs ? turnMs : 0,
];

/** Whether shoppers wait for news in vain: the file has stopped, or an update that was promised is 2 minutes late. */
export const isStale = (news: PageStatus, nowMs: number): boolean =>
  nowMs - updatedMs(news) >= FRESH_FOR_MS || nowMs - timeOf(news.x_next_update_at) >= OVERDUE_AFTER_MS;

/** Whether to thank shoppers for waiting: only in an outage that was declared just now, and that is no exercise. */
export const isOfferDue = (status: PageStatus, nowMs: number, until?: string): boolean =>
  status.x_mode === 'emergency' && !status.x_drill && isFresh(status, nowMs) && !(timeOf(until) <= nowMs);
