import { deliveryRetryDelay, failedDeliveryMs } from '../../../lib/rehearsal/sns/rules/delivery-retries';

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
