import { PATIENCE } from '../../../../lambda/status-update/adapters/aws-ports';

/** After which Lambda stops the function; the template's test holds the function to it. */
const TIMEOUT_MS = 30_000;

describe('patience with AWS', () => {
  test('leaves time to keep what was decided although CloudWatch hangs twice and SNS once', () => {
    const { maxAttempts, timeoutMs } = PATIENCE;
    expect(3 * maxAttempts * timeoutMs).toBeLessThan(TIMEOUT_MS);
  });
});
