import type { Protocol } from '../subscriber';

/** How often SNS tries again, and after how long: four phases, one after the other. */
interface RetryPhases {
  /** Retries at once. */
  readonly immediate: number;
  readonly preBackoff: { readonly retries: number; readonly delayMs: number };
  readonly backoff: {
    readonly retries: number;
    readonly fromMs: number;
    readonly toMs: number;
    /** The delays grow by equal steps. @default false, by equal factors */
    readonly isLinear?: boolean;
  };
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

/** How SNS retries over HTTP and HTTPS: a delivery policy's `healthyRetryPolicy`, its delays in seconds. */
export interface HttpRetryPolicy {
  /** All of them, from 0 to 100. */
  readonly numRetries: number;
  readonly numNoDelayRetries: number;
  readonly numMinDelayRetries: number;
  readonly numMaxDelayRetries: number;
  readonly minDelayTarget: number;
  readonly maxDelayTarget: number;
  readonly backoffFunction: 'linear' | 'arithmetic' | 'geometric' | 'exponential';
}

/** Without a delivery policy of their own: three retries, 20 seconds apart. */
export const DEFAULT_HTTP_RETRIES: HttpRetryPolicy = {
  numRetries: 3,
  numNoDelayRetries: 0,
  numMinDelayRetries: 0,
  numMaxDelayRetries: 0,
  minDelayTarget: 20,
  maxDelayTarget: 20,
  backoffFunction: 'linear',
};

// What the other phases leave of the retries is for the backoff.
function httpPhases(policy: HttpRetryPolicy): RetryPhases {
  const { numRetries, numNoDelayRetries, numMinDelayRetries, numMaxDelayRetries } = policy;
  const [minMs, maxMs] = [policy.minDelayTarget * 1000, policy.maxDelayTarget * 1000];
  const left = numRetries - numNoDelayRetries - numMinDelayRetries - numMaxDelayRetries;
  return {
    immediate: numNoDelayRetries,
    preBackoff: { retries: numMinDelayRetries, delayMs: minMs },
    backoff: {
      retries: left,
      fromMs: minMs,
      toMs: maxMs,
      isLinear: policy.backoffFunction === 'linear',
    },
    postBackoff: { retries: numMaxDelayRetries, delayMs: maxMs },
  };
}

const PHASES: Readonly<Record<Protocol, (policy: HttpRetryPolicy) => RetryPhases>> = {
  email: () => PEOPLE,
  'email-json': () => PEOPLE,
  http: httpPhases,
  https: httpPhases,
  lambda: () => MANAGED,
  sms: () => PEOPLE,
  sqs: () => MANAGED,
};

/**
 * How long SNS waits before it tries a delivery again. Emulation: without the jitter that AWS adds, and with equal
 * factors between the delays of the backoff phase unless that is linear: AWS gives the other curves as a picture only.
 *
 * @param retry Counts the retries of one message, from 0.
 * @param policy Of HTTP and HTTPS; other protocols have their own.
 * @returns milliseconds, undefined once SNS gives up: the message then goes to the subscription's dead-letter queue.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html
 */
export function deliveryRetryDelay(
  protocol: Protocol,
  retry: number,
  policy = DEFAULT_HTTP_RETRIES,
): number | undefined {
  const { immediate, preBackoff, backoff, postBackoff } = PHASES[protocol](policy);
  let left = retry - immediate;
  if (left < 0) {
    return 0;
  }
  if (left < preBackoff.retries) {
    return preBackoff.delayMs;
  }
  left -= preBackoff.retries;
  if (left < backoff.retries) {
    return backoffDelay(backoff, left);
  }
  left -= backoff.retries;
  return left < postBackoff.retries ? postBackoff.delayMs : undefined;
}

function backoffDelay({ retries, fromMs, toMs, isLinear }: RetryPhases['backoff'], retry: number): number {
  const progress = retries === 1 ? 0 : retry / (retries - 1);
  return Math.round(isLinear ? fromMs + (toMs - fromMs) * progress : fromMs * (toMs / fromMs) ** progress);
}

/**
 * The retries of an HTTP or HTTPS subscription: its own, unless the topic's must not be overridden, else the topic's.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html#creating-delivery-policy
 */
export function httpRetryPolicy(
  topic: { readonly policy?: HttpRetryPolicy; readonly disableSubscriptionOverrides: boolean },
  subscription: HttpRetryPolicy | undefined,
): HttpRetryPolicy {
  const own = topic.disableSubscriptionOverrides ? undefined : subscription;
  return own ?? topic.policy ?? DEFAULT_HTTP_RETRIES;
}

/**
 * How long a failed delivery takes. An HTTP endpoint has 15 seconds to answer. Emulation: an endpoint that is down
 * never answers, and elsewhere a failure shows at once.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/SendMessageToHttp.prepare.html
 */
export const failedDeliveryMs = (protocol: Protocol): number =>
  protocol === 'http' || protocol === 'https' ? 15_000 : 0;
