import { readOriginUpdate, updatedTimeouts } from '../../../lib/rehearsal/aws/cloudfront/rules/origin-update';

const source =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/helper-functions-origin-modification.html';
const ORIGIN = {
  connectionAttempts: 1,
  connectionTimeoutMs: 2_000,
  readTimeoutMs: 60_000,
  completionTimeoutMs: undefined,
};

describe(`updateRequestOrigin (${source})`, () => {
  test.each([
    [{}, {}],
    [{ timeouts: {} }, {}],
    [{ timeouts: { readTimeout: 1 } }, { readTimeoutMs: 1_000 }],
    [{ timeouts: { readTimeout: 120 } }, { readTimeoutMs: 120_000 }],
    [{ timeouts: { connectionTimeout: 10 } }, { connectionTimeoutMs: 10_000 }],
    [{ timeouts: { responseCompletionTimeout: 90 } }, { completionTimeoutMs: 90_000 }],
    [{ timeouts: { keepAliveTimeout: 1 } }, {}],
    [{ connectionAttempts: 3 }, { connectionAttempts: 3 }],
  ])('changes what is named and leaves the rest: %j', (properties, changes) => {
    const read = readOriginUpdate(properties);
    if (read.kind === 'refused') {
      throw new Error(read.problem);
    }
    expect(updatedTimeouts(ORIGIN, read.update)).toEqual({ ...ORIGIN, ...changes });
  });

  test.each([
    [{ domainName: 'other.example' }, 'domainName is not modelled'],
    [{ timeouts: { originTimeout: 1 } }, 'timeouts.originTimeout is not modelled'],
    [{ timeouts: { readTimeout: 0 } }, /^timeouts\.readTimeout: /],
    [{ timeouts: { readTimeout: 121 } }, /^timeouts\.readTimeout: /],
    [{ timeouts: { readTimeout: 1.5 } }, /^timeouts\.readTimeout: /],
    [{ timeouts: { connectionTimeout: 11 } }, /^timeouts\.connectionTimeout: /],
    [{ timeouts: { keepAliveTimeout: 121 } }, /^timeouts\.keepAliveTimeout: /],
    [{ connectionAttempts: 4 }, /^connectionAttempts: /],
  ])('is refused by name: %j', (properties, problem) => {
    expect(readOriginUpdate(properties)).toEqual({
      kind: 'refused',
      problem: typeof problem === 'string' ? problem : expect.stringMatching(problem),
    });
  });
});
