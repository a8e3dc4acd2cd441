import {
  DEFAULT_HTTP_RETRIES,
  deliveryRetryDelay,
  failedDeliveryMs,
  httpRetryPolicy,
} from '../../../lib/rehearsal/aws/sns/rules/delivery-retries';

const source = 'https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html';

describe(`Delivery retries (${source})`, () => {
  test.each([
    ['https', 0, 20_000],
    ['https', 2, 20_000],
    ['https', 3, undefined],
    ['http', 2, 20_000],
    ['http', 3, undefined],
    ['email', 0, 10_000],
    ['email', 1, 10_000],
    ['email', 2, 10_000],
    ['email', 11, 600_000],
    ['email', 12, 600_000],
    ['email', 49, 600_000],
    ['email', 50, undefined],
    ['email-json', 49, 600_000],
    ['sms', 49, 600_000],
    ['sms', 50, undefined],
    ['lambda', 0, 0],
    ['lambda', 2, 0],
    ['lambda', 3, 1_000],
    ['lambda', 4, 1_000],
    ['lambda', 5, 1_000],
    ['lambda', 14, 20_000],
    ['lambda', 15, 20_000],
    ['lambda', 100_014, 20_000],
    ['lambda', 100_015, undefined],
    ['sqs', 100_015, undefined],
  ] as const)('waits over %s before retry %i for %s ms', (protocol, retry, delayMs) => {
    expect(deliveryRetryDelay(protocol, retry)).toBe(delayMs);
  });

  const policy = { ...DEFAULT_HTTP_RETRIES, minDelayTarget: 5, maxDelayTarget: 20 };
  const delays = (but: Partial<typeof DEFAULT_HTTP_RETRIES>) => {
    const found = Array.from({ length: 12 }, (_, retry) =>
      deliveryRetryDelay('https', retry, { ...policy, ...but }),
    );
    return found.slice(0, found.indexOf(undefined)).map((delayMs) => (delayMs ?? 0) / 1000);
  };

  test.each([
    ['none', { numRetries: 0 }, []],
    ['one, at the minimum delay', { numRetries: 1 }, [5]],
    ['by equal steps', { numRetries: 4 }, [5, 10, 15, 20]],
    ['by equal factors', { numRetries: 3, backoffFunction: 'exponential' }, [5, 10, 20]],
    [
      'in four phases',
      { numRetries: 8, numNoDelayRetries: 1, numMinDelayRetries: 2, numMaxDelayRetries: 3 },
      [0, 5, 5, 5, 20, 20, 20, 20],
    ],
    ['without a backoff', { numRetries: 3, numMinDelayRetries: 1, numMaxDelayRetries: 2 }, [5, 20, 20]],
  ] as const)('over HTTPS follow a delivery policy: %s', (_name, but, expected) => {
    expect(delays(but)).toEqual(expected);
  });

  test('over other protocols do not', () => {
    expect(deliveryRetryDelay('email', 0, { ...policy, numRetries: 0 })).toBe(10_000);
  });

  const ofTopic = { ...policy, numRetries: 1 };
  const own = { ...policy, numRetries: 2 };
  test.each([
    ['nobody', {}, undefined, 3],
    ['the topic', { policy: ofTopic }, undefined, 1],
    ['the subscription', {}, own, 2],
    ['the subscription, over the topic', { policy: ofTopic }, own, 2],
    ['the topic, which allows no other', { policy: ofTopic, disableSubscriptionOverrides: true }, own, 1],
    ['nobody, the topic allowing no other', { disableSubscriptionOverrides: true }, own, 3],
  ])('over HTTPS are those of %s', (_name, topic, subscription, numRetries) => {
    const found = httpRetryPolicy({ disableSubscriptionOverrides: false, ...topic }, subscription);
    expect(found.numRetries).toBe(numRetries);
  });

  test('never waits less than before in the backoff phase', () => {
    const delays = Array.from({ length: 10 }, (_, index) => deliveryRetryDelay('email', 2 + index) ?? 0);
    expect(delays).toEqual(delays.toSorted((a, b) => a - b));
  });

  test.each([
    ['https', 15_000],
    ['http', 15_000],
    ['email', 0],
    ['lambda', 0],
  ] as const)('takes a failed delivery over %s for %i ms', (protocol, elapsedMs) => {
    expect(failedDeliveryMs(protocol)).toBe(elapsedMs);
  });
});
