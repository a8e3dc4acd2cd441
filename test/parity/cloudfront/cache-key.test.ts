import {
  type CacheKeyPolicy,
  type CacheKeyRequest,
  cacheKey,
} from '../../../lib/rehearsal/aws/cloudfront/rules/cache-key';

const source =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cache-key-understand-cache-policy.html';

const none: CacheKeyPolicy = {
  headers: { kind: 'none' },
  cookies: { kind: 'none' },
  queryStrings: { kind: 'none' },
};
const request: CacheKeyRequest = {
  method: 'GET',
  path: '/product/42',
  queryString: 'color=red&utm=mail',
  headers: { cookie: 'session=1; lang=de', accept: 'text/html', host: 'www.example.com' },
};
const withQuery = (queryString: string) => ({ ...request, queryString });
const withCookie = (cookie: string) => ({ ...request, headers: { ...request.headers, cookie } });
const withHeader = (name: string, value: string) => ({
  ...request,
  headers: { ...request.headers, [name]: value },
});

type Row = readonly [name: string, policy: CacheKeyPolicy, other: CacheKeyRequest];

describe(`Cache key (${source})`, () => {
  test.each<Row>([
    ['HEAD', none, { ...request, method: 'HEAD' }],
    ['another query string, with none in the key', none, withQuery('color=blue')],
    ['another cookie, with none in the key', none, withCookie('session=2')],
    ['another header, with none in the key', none, withHeader('accept', 'image/webp')],
    [
      'a parameter that is not listed',
      { ...none, queryStrings: { kind: 'whitelist', names: ['color'] } },
      withQuery('color=red&utm=ad'),
    ],
    [
      'a parameter that is excepted',
      { ...none, queryStrings: { kind: 'allExcept', names: ['utm'] } },
      withQuery('utm=ad&color=red'),
    ],
    [
      'a cookie that is not listed',
      { ...none, cookies: { kind: 'whitelist', names: ['lang'] } },
      withCookie('lang=de; session=2'),
    ],
    [
      'a cookie that is excepted',
      { ...none, cookies: { kind: 'allExcept', names: ['session'] } },
      withCookie('lang=de'),
    ],
    [
      'a header that is not listed',
      { ...none, headers: { kind: 'whitelist', names: ['Accept'] } },
      withHeader('x-trace', '1'),
    ],
    [
      'an asterisk, which is a literal name',
      { ...none, queryStrings: { kind: 'whitelist', names: ['*'] } },
      withQuery('color=blue'),
    ],
  ])('is the same for %s', (_name, policy, other) => {
    expect(cacheKey(policy, other)).toBe(cacheKey(policy, request));
  });

  test.each<Row>([
    ['OPTIONS', none, { ...request, method: 'OPTIONS' }],
    ['another path', none, { ...request, path: '/product/43' }],
    ['a path in other letters', none, { ...request, path: '/Product/42' }],
    [
      'another value of a listed parameter',
      { ...none, queryStrings: { kind: 'whitelist', names: ['color'] } },
      withQuery('color=blue&utm=mail'),
    ],
    [
      'one parameter more, with all in the key',
      { ...none, queryStrings: { kind: 'all' } },
      withQuery('color=red&utm=mail&page=2'),
    ],
    ['no parameters, with all in the key', { ...none, queryStrings: { kind: 'all' } }, withQuery('')],
    [
      'a parameter that is not excepted',
      { ...none, queryStrings: { kind: 'allExcept', names: ['utm'] } },
      withQuery('color=blue'),
    ],
    [
      'another value of a listed cookie',
      { ...none, cookies: { kind: 'whitelist', names: ['lang'] } },
      withCookie('session=1; lang=fr'),
    ],
    [
      'another cookie, with all in the key',
      { ...none, cookies: { kind: 'all' } },
      withCookie('session=2; lang=de'),
    ],
    [
      'another value of a listed header',
      { ...none, headers: { kind: 'whitelist', names: ['Accept'] } },
      withHeader('accept', 'image/webp'),
    ],
  ])('differs for %s', (_name, policy, other) => {
    expect(cacheKey(policy, other)).not.toBe(cacheKey(policy, request));
  });

  test('does not mix up its parts', () => {
    const policy: CacheKeyPolicy = { ...none, queryStrings: { kind: 'all' }, cookies: { kind: 'all' } };
    const inQuery = { ...request, queryString: 'a=1', headers: {} };
    const inCookie = { ...request, queryString: '', headers: { cookie: 'a=1' } };
    expect(cacheKey(policy, inQuery)).not.toBe(cacheKey(policy, inCookie));
  });
});
