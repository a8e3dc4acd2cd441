import { checkEnvironmentSize } from '../../lib/status-updates/environment';

const LIMIT = 4_096;
/** `SYMPTOMS` and its empty JSON array. */
const FIXED = 'SYMPTOMS[]'.length;

describe('environment of the status-update function', () => {
  test.each([LIMIT - 1, LIMIT])('is accepted with %i bytes', (bytes) => {
    expect(() => checkEnvironmentSize({ A: 'x'.repeat(bytes - FIXED - 1) }, [])).not.toThrow();
  });

  test('fails when it is larger than Lambda accepts', () => {
    expect(() => checkEnvironmentSize({ A: 'x'.repeat(LIMIT - FIXED) }, [])).toThrow(
      "healthChecks.endpoints: do not fit into the status-update function's environment, got 4097 bytes for 0 alarms; at most 4096 bytes, so watch fewer endpoints or shorten their names",
    );
  });
});
