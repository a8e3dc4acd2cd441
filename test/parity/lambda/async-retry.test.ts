import { asyncRetry } from '../../../lib/rehearsal/aws/lambda/rules/async-retry';

const source = 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html';
const HOURS = 3_600_000;

describe(`Asynchronous invocation that fails (${source})`, () => {
  test.each([
    ['a minute after the first failure', 0, undefined, 60_000],
    ['two minutes after the second', 1, undefined, 120_000],
    ['never after the third', 2, undefined, undefined],
    ['once with one retry', 0, 1, 60_000],
    ['not twice with one retry', 1, 1, undefined],
    ['never without retries', 0, 0, undefined],
  ])('is tried again %s', (_name, retries, maximumRetryAttempts, delayMs) => {
    const decision = asyncRetry({ retries, ageMs: 0, maximumRetryAttempts });
    expect(decision).toMatchObject(delayMs === undefined ? { kind: 'discard' } : { kind: 'retry', delayMs });
  });

  test.each([
    ['just young enough', 59_999, 120, 'retry'],
    ['exactly at its maximum age', 60_000, 120, 'retry'],
    ['too old', 60_001, 120, 'discard'],
    ['just younger than six hours by default', 6 * HOURS - 60_000, undefined, 'retry'],
    ['older than six hours by default', 6 * HOURS - 59_999, undefined, 'discard'],
  ])('is tried again only if by then it is not too old: %s', (_name, ageMs, maximumEventAgeSeconds, kind) => {
    expect(asyncRetry({ retries: 0, ageMs, maximumEventAgeSeconds }).kind).toBe(kind);
  });

  test('says why it is given up', () => {
    expect(asyncRetry({ retries: 2, ageMs: 0 }).because).toBe('failed 3 times');
    expect(asyncRetry({ retries: 0, ageMs: 6 * HOURS }).because).toBe(
      'the event is too old for another attempt',
    );
  });
});
