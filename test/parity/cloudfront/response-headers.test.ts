import {
  responseHeadersPolicyApplies,
  withPolicyHeaders,
} from '../../../lib/rehearsal/aws/cloudfront/rules/response-headers';

const source =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html';
const frame = (override: boolean) => ({ name: 'x-frame-options', value: 'DENY', override });

describe(`Response headers policy (${source})`, () => {
  test.each([
    [
      'adds a header',
      [frame(false)],
      [],
      { server: 'nginx' },
      { server: 'nginx', 'x-frame-options': 'DENY' },
    ],
    [
      "keeps the origin's without override",
      [frame(false)],
      [],
      { 'x-frame-options': 'SAMEORIGIN' },
      { 'x-frame-options': 'SAMEORIGIN' },
    ],
    [
      "replaces the origin's with override",
      [frame(true)],
      [],
      { 'x-frame-options': 'SAMEORIGIN' },
      { 'x-frame-options': 'DENY' },
    ],
    ['removes a header', [], ['server'], { server: 'nginx', etag: '1' }, { etag: '1' }],
    ['removes a header that is not there', [], ['server'], { etag: '1' }, { etag: '1' }],
    [
      'sets what it also removes',
      [frame(false)],
      ['x-frame-options'],
      { 'x-frame-options': 'SAMEORIGIN' },
      { 'x-frame-options': 'DENY' },
    ],
  ])('%s', (_name, set, remove, headers, expected) => {
    expect(withPolicyHeaders({ set, remove }, headers)).toEqual(expected);
  });

  test.each([
    [{}, true],
    [{ isCustomErrorPage: true }, false],
    [{ madeByCloudFront: true }, false],
  ])('applies to a response with %j: %s', (but, expected) => {
    const plain = { isCustomErrorPage: false, madeByCloudFront: false };
    expect(responseHeadersPolicyApplies({ ...plain, ...but })).toBe(expected);
  });
});
