import { isFresh, type PageMode, type PageStatus, timeOf, updatedMs } from './page-status';
import { CLOSED, Said, WORDS, type Words } from './said';

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
 * what is not known or should have happened already.
 */
export const timesOf = (news: PageStatus, nowMs: number, turnMs: number): readonly number[] => [
  timeOf(news.x_since),
  updatedMs(news),
  ...[timeOf(news.x_next_update_at), timeOf(news.x_expected_back_at), turnMs].map((timeMs) =>
    timeMs > nowMs ? timeMs : 0,
  ),
];

/** Whether to thank shoppers for waiting: only in an outage that was declared just now, and that is no exercise. */
export const isOfferDue = (status: PageStatus, nowMs: number, until?: string): boolean =>
  status.x_mode === 'emergency' && !status.x_drill && isFresh(status, nowMs) && !(timeOf(until) <= nowMs);

/** What shoppers can name when they ask about this; undefined when there is nothing of that form. */
export const referenceOf = (reference: unknown): string | undefined =>
  /^\w{3}-[\d-]{1,20}$/.exec(reference as string)?.[0];
