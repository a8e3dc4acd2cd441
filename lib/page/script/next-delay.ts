const BASE_MS = 15_000;

/** The longest wait between two polls. */
export const DELAY_CAP_MS = 60_000;

/**
 * How long to wait before the next poll: exponential backoff with equal jitter, so that waiting shoppers neither
 * poll in step nor hurry. `attempt` counts polls that changed nothing, from 0; `random` is from 0 up to 1.
 */
export const nextDelayMs = (attempt: number, random: number): number =>
  (Math.min(DELAY_CAP_MS, BASE_MS * 2 ** attempt) * (1 + random)) / 2;

/** How long who may have paid has to read the warning, before the page leads them to where they could pay again. */
export const WARNING_MS = 30_000;

/**
 * How long after the news that the store opens a shopper goes back: anywhere in the window, so that the crowd that
 * waited does not arrive together. `random` is from 0 up to 1.
 */
export const releaseDelayMs = (spreadSeconds: number, random: number): number =>
  random * spreadSeconds * 1_000;
