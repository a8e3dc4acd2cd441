import { needsConfirmation } from '../../../lib/rehearsal/aws/sns/rules/confirmation';

const source = 'https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html';

describe(`Confirmation of a subscription (${source})`, () => {
  test.each([
    ['email', true],
    ['email-json', true],
    ['http', true],
    ['https', true],
    ['lambda', false],
    ['sms', false],
    ['sqs', false],
  ] as const)('is needed over %s: %s', (protocol, needed) => {
    expect(needsConfirmation(protocol)).toBe(needed);
  });
});
