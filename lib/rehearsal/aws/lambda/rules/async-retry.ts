/** An asynchronous invocation that has failed. */
export interface FailedInvocation {
  /** How often it has been retried so far, from 0. */
  readonly retries: number;
  /** Since the event came to Lambda, in milliseconds. */
  readonly ageMs: number;
  /** From 0 to 2. @default 2 */
  readonly maximumRetryAttempts?: number;
  /** Seconds, from 60 to 21,600. @default 21600 */
  readonly maximumEventAgeSeconds?: number;
}

/** What Lambda does with the event. */
export type RetryDecision =
  | { readonly kind: 'retry'; readonly delayMs: number; readonly because: string }
  /** To the dead-letter queue and the on-failure destination. */
  | { readonly kind: 'discard'; readonly because: string };

const DELAYS_MS = [60_000, 120_000] as const;
const MAXIMUM_AGE_SECONDS = 21_600;

/**
 * Decides whether Lambda runs a function again whose asynchronous invocation ended in an error. Emulation: an event
 * that would be too old by the next attempt is given up at once.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-configuring.html
 */
export function asyncRetry(invocation: FailedInvocation): RetryDecision {
  const { retries, ageMs, maximumRetryAttempts = 2, maximumEventAgeSeconds } = invocation;
  // Two more attempts unless fewer are asked for: a minute after the first failure, two minutes after the second.
  const delayMs = DELAYS_MS[retries];
  if (retries >= maximumRetryAttempts || delayMs === undefined) {
    return { kind: 'discard', because: `failed ${retries + 1} times` };
  }
  // An event that has waited for longer than its maximum age is discarded.
  const limitMs = (maximumEventAgeSeconds ?? MAXIMUM_AGE_SECONDS) * 1000;
  return ageMs + delayMs > limitMs
    ? { kind: 'discard', because: 'the event is too old for another attempt' }
    : { kind: 'retry', delayMs, because: `attempt ${retries + 1} failed` };
}
