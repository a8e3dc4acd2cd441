import { type MaybePromise, thenNow } from '../../../kernel/maybe-promise';
import type { Exchange, ResponseExchange } from '../../../kernel/network/exchange';
import { type OriginFailure, type OriginResult, responded, unavailable } from './origin-result';

/** How long CloudFront puts up with a custom origin. */
export interface OriginTimeouts {
  /** From 1 to 3. */
  readonly connectionAttempts: number;
  /** From 1,000 to 10,000. */
  readonly connectionTimeoutMs: number;
  /** The response timeout, from 1,000 to 120,000. */
  readonly readTimeoutMs: number;
  /** The response completion timeout, at least the response timeout. @default - no limit */
  readonly completionTimeoutMs?: number;
}

type Outcome =
  | { readonly kind: 'response'; readonly response: ResponseExchange; readonly durationMs: number }
  | { readonly kind: 'unavailable'; readonly failure: OriginFailure; readonly durationMs: number };

/**
 * Asks a custom origin as often as its settings and the method allow. Emulation: AWS does not say whether its time
 * limits include the last instant; here they do, and the time for TLS is part of connecting.
 *
 * @param exchangeAt What an attempt that starts that many milliseconds after the first one would meet.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html#DownloadDistValuesOriginResponseTimeout
 */
export const originAttempts = (
  timeouts: OriginTimeouts,
  method: string,
  exchangeAt: (elapsedMs: number) => MaybePromise<Exchange>,
): MaybePromise<OriginResult> => attemptFrom({ timeouts, method, exchangeAt }, 1, 0);

interface Effort {
  readonly timeouts: OriginTimeouts;
  readonly method: string;
  readonly exchangeAt: (elapsedMs: number) => MaybePromise<Exchange>;
}

/** The attempt of this number, counted from 1, and those after it. */
function attemptFrom(effort: Effort, attempts: number, startsMs: number): MaybePromise<OriginResult> {
  const { timeouts, method } = effort;
  return thenNow(effort.exchangeAt(startsMs), (exchange) => {
    const outcome = attemptOnce(timeouts, exchange);
    const elapsedMs = startsMs + outcome.durationMs;
    const limitMs = timeouts.completionTimeoutMs ?? Number.POSITIVE_INFINITY;
    // The response completion timeout spans all attempts and their connecting; when it runs out, the status is 504.
    // Emulation: also when part of the response has already reached the viewer.
    if (elapsedMs > limitMs) {
      return unavailable('completion-timeout', attempts, limitMs);
    }
    if (outcome.kind === 'response') {
      return responded(outcome.response, attempts, elapsedMs);
    }
    return attempts >= timeouts.connectionAttempts || !isRetried(outcome.failure, method)
      ? unavailable(outcome.failure, attempts, elapsedMs)
      : attemptFrom(effort, attempts + 1, elapsedMs);
  });
}

function isRetried(failure: OriginFailure, method: string): boolean {
  switch (failure) {
    // The connection attempts count for every method: no request has been sent yet.
    case 'connect-refused':
    case 'connect-timeout':
      return true;
    // A custom origin that does not respond is asked again, up to the connection attempts, for GET and HEAD only; for
    // other methods CloudFront drops the connection and leaves it at that.
    // Emulation: the same is taken for a dropped connection.
    case 'response-timeout':
    case 'reset':
      return method === 'GET' || method === 'HEAD';
    // Emulation: AWS does not say whether a failed name look-up or handshake is repeated; here it is not.
    default:
      return false;
  }
}

function attemptOnce(timeouts: OriginTimeouts, exchange: Exchange): Outcome {
  switch (exchange.kind) {
    case 'dns-failure':
      return failed('dns-failure', exchange.elapsedMs);
    case 'connect-refused':
    case 'connect-timeout':
    // CloudFront validates the origin's certificate, so any TLS failure counts.
    case 'tls-failure':
      return exchange.elapsedMs > timeouts.connectionTimeoutMs
        ? failed('connect-timeout', timeouts.connectionTimeoutMs)
        : failed(exchange.kind, exchange.elapsedMs);
    case 'reset':
      return exchange.elapsedMs > timeouts.readTimeoutMs
        ? failed('response-timeout', timeouts.readTimeoutMs)
        : failed('reset', exchange.elapsedMs);
    case 'no-response':
    case 'response':
      return afterConnecting(timeouts, exchange);
  }
}

function afterConnecting(
  { connectionTimeoutMs, readTimeoutMs }: OriginTimeouts,
  exchange: Extract<Exchange, { kind: 'no-response' | 'response' }>,
): Outcome {
  const { connectMs } = exchange;
  if (connectMs > connectionTimeoutMs) {
    return failed('connect-timeout', connectionTimeoutMs);
  }
  if (exchange.kind === 'no-response') {
    return failed('response-timeout', connectMs + readTimeoutMs);
  }
  const { firstByteMs, bodyMs } = exchange;
  // The response timeout is the longest wait for the first packet, and between packets. Emulation: the body arrives
  // steadily, so a slow body never meets it, only the response completion timeout.
  return firstByteMs > readTimeoutMs
    ? failed('response-timeout', connectMs + readTimeoutMs)
    : { kind: 'response', response: exchange, durationMs: connectMs + firstByteMs + bodyMs };
}

const failed = (failure: OriginFailure, durationMs: number): Outcome => ({
  kind: 'unavailable',
  failure,
  durationMs,
});
