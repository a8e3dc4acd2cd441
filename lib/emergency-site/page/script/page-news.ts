import { isFresh, messageOf, type PageStatus, timeOf, updatedMs } from './page-status';
import { Said } from './said';

/** Whether a status that says "normal" is to be believed, although this page failed: then only this page did. */
export const isPageOnly = (
  status: PageStatus | undefined,
  nowMs: number,
  probeFailed: boolean,
): status is PageStatus => status?.x_mode === 'normal' && probeFailed && isFresh(status, nowMs);

/** Which heading and which text go with a status that says nothing itself. */
export const wordsFor = (
  status: PageStatus | undefined,
  paused: boolean,
  probeFailed: boolean,
): readonly [heading: Said, text: Said] => {
  const mode = status?.x_mode;
  if (mode === 'maintenance') return [Said.maintenanceHeading, Said.maintenance];
  if (mode === 'normal' && probeFailed) return [Said.heading, Said.closed];
  if (mode !== 'normal' && mode !== 'recovering') return [Said.heading, Said.closed];
  if (paused) return [Said.openingHeading, Said.openWhilePaused];
  return [Said.openingHeading, mode === 'normal' ? Said.opening : Said.recovering];
};

/** The message of a status; an open store's is not news. */
export const newsOf = (status: PageStatus | undefined, languages: readonly string[]) =>
  status && status.x_mode !== 'normal' ? messageOf(status, languages) : undefined;

/**
 * Since when, last update, next update, expected back: in epoch milliseconds, and NaN for what the status does not say
 * or what should have happened already.
 */
export const timesOf = (status: PageStatus | undefined, nowMs: number): readonly number[] => {
  if (!status || status.x_mode === 'normal') return [];
  const future = [status.x_next_update_at, status.x_expected_back_at].map(timeOf);
  return [
    timeOf(status.x_since),
    updatedMs(status),
    ...future.map((timeMs) => (timeMs > nowMs ? timeMs : Number.NaN)),
  ];
};

/** Whether to thank shoppers for waiting: only in an outage that was declared just now, and that is no exercise. */
export const isOfferDue = (status: PageStatus | undefined, nowMs: number, until?: string): boolean =>
  status?.x_mode === 'emergency' &&
  status.x_drill !== true &&
  isFresh(status, nowMs) &&
  !(timeOf(until) <= nowMs);
