import { viewerProtocol } from '../../../lib/rehearsal/aws/cloudfront/rules/viewer-protocol';

const source =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html';

describe(`Viewer protocol policy (${source})`, () => {
  test.each([
    ['allow-all', 'http', 'GET', { kind: 'serve' }],
    ['allow-all', 'https', 'GET', { kind: 'serve' }],
    ['redirect-to-https', 'https', 'POST', { kind: 'serve' }],
    ['redirect-to-https', 'http', 'GET', { kind: 'redirect', status: 301 }],
    ['redirect-to-https', 'http', 'HEAD', { kind: 'redirect', status: 301 }],
    ['redirect-to-https', 'http', 'POST', { kind: 'redirect', status: 307 }],
    ['redirect-to-https', 'http', 'OPTIONS', { kind: 'redirect', status: 307 }],
    ['https-only', 'https', 'GET', { kind: 'serve' }],
    ['https-only', 'http', 'GET', { kind: 'refuse', status: 403 }],
    ['https-only', 'http', 'POST', { kind: 'refuse', status: 403 }],
  ] as const)('%s, asked over %s with %s: %j', (policy, protocol, method, expected) => {
    expect(viewerProtocol(policy, protocol, method)).toMatchObject(expected);
  });
});
