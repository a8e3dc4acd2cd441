import type { Protocol } from '../subscriber';

/** How often SNS tries again, and after how long: four phases, one after the other. */
interface RetryPhases {
  /** Retries at once. */
  readonly immediate: number;
  readonly preBackoff: { readonly retries: number; readonly delayMs: number };
  readonly backoff: { readonly retries: number; readonly fromMs: number; readonly toMs: number };
  readonly postBackoff: { readonly retries: number; readonly delayMs: number };
}

/** AWS's own endpoints: 100,015 retries over 23 days. */
const MANAGED: RetryPhases = {
  immediate: 3,
  preBackoff: { retries: 2, delayMs: 1_000 },
  backoff: { retries: 10, fromMs: 1_000, toMs: 20_000 },
  postBackoff: { retries: 100_000, delayMs: 20_000 },
};

/** E-mail and text messages: 50 retries over more than six hours. */
const PEOPLE: RetryPhases = {
  immediate: 0,
  preBackoff: { retries: 2, delayMs: 10_000 },
  backoff: { retries: 10, fromMs: 10_000, toMs: 600_000 },
  postBackoff: { retries: 38, delayMs: 600_000 },
};

/** HTTP and HTTPS without a delivery policy of their own: three retries, 20 seconds apart. */
const HTTP: RetryPhases = {
  immediate: 0,
  preBackoff: { retries: 3, delayMs: 20_000 },
  backoff: { retries: 0, fromMs: 0, toMs: 0 },
  postBackoff: { retries: 0, delayMs: 0 },
};

const PHASES: Readonly<Record<Protocol, RetryPhases>> = {
  email: PEOPLE,
  'email-json': PEOPLE,
  http: HTTP,
  https: HTTP,
  lambda: MANAGED,
  sms: PEOPLE,
  sqs: MANAGED,
};

/**
 * How long SNS waits before it tries a delivery again. Emulation: without the jitter that AWS adds, and with equal
 * factors between the delays of the backoff phase, whose curve AWS does not give.
 *
 * @param retry Counts the retries of one message, from 0.
 * @returns milliseconds, undefined once SNS gives up: the message then goes to the subscription's dead-letter queue.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html
 */
export function deliveryRetryDelay(protocol: Protocol, retry: number): number | undefined {
  const { immediate, preBackoff, backoff, postBackoff } = PHASES[protocol];
  let left = retry - immediate;
  if (left < 0) return 0;
  if (left < preBackoff.retries) return preBackoff.delayMs;
  left -= preBackoff.retries;
  if (left < backoff.retries) {
    const factor = (backoff.toMs / backoff.fromMs) ** (left / (backoff.retries - 1));
    return Math.round(backoff.fromMs * factor);
  }
  left -= backoff.retries;
  return left < postBackoff.retries ? postBackoff.delayMs : undefined;
}

/**
 * How long a failed delivery takes. An HTTP endpoint has 15 seconds to answer. Emulation: an endpoint that is down
 * never answers, and elsewhere a failure shows at once.
 * @see https://docs.aws.amazon.com/sns/latest/dg/SendMessageToHttp.prepare.html
 */
export const failedDeliveryMs = (protocol: Protocol): number =>
  protocol === 'http' || protocol === 'https' ? 15_000 : 0;
