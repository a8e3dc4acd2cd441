import {
  NOTHING_MORE,
  type OriginRequestPolicy,
  originProtocol,
  originRequest,
} from '../../../lib/rehearsal/aws/cloudfront/rules/origin-request';

const source =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/origin-request-understand-origin-request-policy.html';
const NONE = { kind: 'none' } as const;
const ALL = { kind: 'all' } as const;
const BY_PATH = { headers: NONE, cookies: NONE, queryStrings: NONE };
const only = (...names: readonly string[]) => ({ kind: 'whitelist', names }) as const;

const viewer = {
  path: '/teapot?color=blue&size=2&color=red',
  headers: {
    host: 'shop.example',
    'user-agent': 'Firefox',
    'accept-language': 'de',
    cookie: 'basket=1; theme=dark',
  },
};
const sent = (
  originRequestPolicy: OriginRequestPolicy,
  cachePolicy: Parameters<typeof originRequest>[0]['cachePolicy'] = BY_PATH,
) => originRequest({ cachePolicy, originRequestPolicy }, viewer, 'origin.example');

describe(`Origin request (${source})`, () => {
  test('has the path, the name of the origin and the user agent of CloudFront, and nothing more', () => {
    expect(sent(NOTHING_MORE)).toEqual({
      path: '/teapot',
      headers: { host: 'origin.example', 'user-agent': 'Amazon CloudFront' },
    });
  });

  test('has everything of the viewer with AllViewer', () => {
    expect(sent({ headers: ALL, cookies: ALL, queryStrings: ALL })).toEqual(viewer);
  });

  test('has everything but the host with AllViewerExceptHostHeader', () => {
    const headers = { kind: 'allExcept', names: ['host'] } as const;
    expect(sent({ headers, cookies: ALL, queryStrings: ALL })).toEqual({
      ...viewer,
      headers: { ...viewer.headers, host: 'origin.example' },
    });
  });

  test.each([
    ['a header', { headers: only('accept-language') }, { 'accept-language': 'de' }],
    ['the host', { headers: only('host') }, { host: 'shop.example' }],
    ['one cookie', { cookies: only('theme') }, { cookie: 'theme=dark' }],
    ['all cookies but one', { cookies: { kind: 'allExcept', names: ['theme'] } }, { cookie: 'basket=1' }],
    ['the cookie header, which is not forwarded by name', { headers: only('cookie') }, {}],
    ['a header that the viewer did not send', { headers: only('origin') }, {}],
  ] as const)('forwards what the origin request policy names: %s', (_name, policy, expected) => {
    const { headers } = sent({ ...NOTHING_MORE, ...policy });
    expect(headers).toEqual({ host: 'origin.example', 'user-agent': 'Amazon CloudFront', ...expected });
  });

  test.each([
    ['no query string', NONE, '/teapot'],
    ['every query string', ALL, '/teapot?color=blue&size=2&color=red'],
    ['one query string, as often as it comes', only('color'), '/teapot?color=blue&color=red'],
    ['a query string that is not there', only('page'), '/teapot'],
  ] as const)('forwards %s', (_name, queryStrings, path) => {
    expect(sent({ ...NOTHING_MORE, queryStrings }).path).toBe(path);
  });

  test('forwards what the cache key has, and what the origin request policy adds to it', () => {
    const cachePolicy = { headers: only('host'), cookies: only('basket'), queryStrings: only('size') };
    const policy = { headers: NONE, cookies: only('theme'), queryStrings: only('color') };
    expect(sent(policy, cachePolicy)).toEqual({
      path: viewer.path,
      headers: {
        host: 'shop.example',
        'user-agent': 'Amazon CloudFront',
        cookie: 'basket=1; theme=dark',
      },
    });
  });
});

describe('Origin protocol (https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CustomOriginConfig.html)', () => {
  test.each([
    ['http-only', 'http', 'http'],
    ['http-only', 'https', 'http'],
    ['match-viewer', 'http', 'http'],
    ['match-viewer', 'https', 'https'],
    ['https-only', 'http', 'https'],
    ['https-only', 'https', 'https'],
  ] as const)('with %s, for a viewer who uses %s, is %s', (policy, viewers, expected) => {
    expect(originProtocol(policy, viewers)).toBe(expected);
  });
});
