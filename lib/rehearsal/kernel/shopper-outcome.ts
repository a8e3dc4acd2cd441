/**
 * What one request of a shopper came to.
 * - `served fresh`: the store's own answer, or a copy that CloudFront may still use
 * - `served stale`: an expired copy, or one from the bucket, in place of the store
 * - `emergency page`: the emergency page, or the answer that it gives to programs
 * - `raw error`: a browser's or CloudFront's own error, or nonsense in place of the page
 * - `gave up`: nothing to be seen for more than `PATIENCE_MS`, or `PAYING_PATIENCE_MS` of a form, or of
 *   a return from paying, that the store answered, whatever would have come later
 * - `POST lost`: a POST that the store did not answer, whatever the shopper saw instead
 */
export const SHOPPER_OUTCOMES = [
  'served fresh',
  'served stale',
  'emergency page',
  'raw error',
  'gave up',
  'POST lost',
] as const;

/** One of {@link SHOPPER_OUTCOMES}. */
export type ShopperOutcome = (typeof SHOPPER_OUTCOMES)[number];
