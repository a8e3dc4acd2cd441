import {
  type CacheableError,
  errorCachingTtl,
} from '../../../lib/rehearsal/aws/cloudfront/rules/error-caching-ttl';

const source =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/custom-error-pages-expiration.html';
const codes =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html#HTTPStatusCodes-cached-errors';
const NOW = Date.parse('2026-11-27T12:00:00Z');

const anError: CacheableError = {
  method: 'GET',
  status: 503,
  headers: {},
  origin: 'custom',
  policy: { minTtl: 0, defaultTtl: 0, maxTtl: 600 },
  cachedMethods: ['GET', 'HEAD'],
};
const disabled = { minTtl: 0, defaultTtl: 0, maxTtl: 0 };
const header = (value: string) => ({ headers: { 'cache-control': value } });
const ttl = (but: Partial<CacheableError>) => errorCachingTtl({ ...anError, ...but }, NOW).seconds;

describe(`Error caching minimum TTL (${source})`, () => {
  test.each([
    ['its default', {}, 10],
    ['the configured one', { errorCachingMinTtl: 1 }, 1],
    ['zero for a custom origin', { errorCachingMinTtl: 0 }, 0],
    ['one second at least for an S3 origin', { errorCachingMinTtl: 0, origin: 's3' }, 1],
    ['more than one second for an S3 origin', { errorCachingMinTtl: 2, origin: 's3' }, 2],
    ['itself, above a stated lifetime', header('max-age=9'), 10],
    ['itself, at a stated lifetime', header('max-age=10'), 10],
    ['a greater stated lifetime', header('max-age=11'), 11],
    ['a greater s-maxage', header('max-age=1, s-maxage=30'), 30],
    ['a later Expires', { headers: { expires: 'Fri, 27 Nov 2026 12:01:00 GMT' } }, 60],
    ['a stated lifetime up to the maximum TTL', header('max-age=600'), 600],
    ['the maximum TTL above that', header('max-age=601'), 600],
    [
      'itself above the maximum TTL',
      { ...header('max-age=60'), policy: { minTtl: 0, defaultTtl: 0, maxTtl: 5 } },
      10,
    ],
    ['itself in spite of no-store on 503', header('no-store'), 10],
    ['itself in spite of private on 500', { status: 500, ...header('private') }, 10],
    ['itself for no-store on 503, whatever lifetime stands beside it', header('no-store, max-age=60'), 10],
    [
      'itself for private on 502, whatever s-maxage says',
      { status: 502, ...header('private, s-maxage=60') },
      10,
    ],
    [
      'itself for no-cache on 500 with a later Expires',
      {
        status: 500,
        headers: { 'cache-control': 'no-cache', expires: 'Fri, 27 Nov 2026 12:01:00 GMT' },
      },
      10,
    ],
    ['the configured one for no-store', { ...header('no-store'), errorCachingMinTtl: 2 }, 2],
    ['nothing for no-store on 404', { status: 404, ...header('no-store') }, 0],
    ['nothing for no-cache on 501', { status: 501, ...header('no-cache') }, 0],
    ['nothing for private on 414', { status: 414, ...header('private') }, 0],
    ['nothing with caching disabled', { policy: disabled }, 0],
    ['itself for HEAD', { method: 'HEAD' }, 10],
    ['nothing for POST', { method: 'POST' }, 0],
    ['nothing for OPTIONS', { method: 'OPTIONS' }, 0],
    [
      'itself for OPTIONS where that is cached',
      { method: 'OPTIONS', cachedMethods: ['GET', 'HEAD', 'OPTIONS'] },
      10,
    ],
  ] as const)('is %s', (_name, but, seconds) => {
    expect(ttl(but)).toBe(seconds);
  });
});

describe(`Reason of an error's TTL (${source})`, () => {
  test.each([
    ['max-age=10', 'the error caching minimum TTL'],
    ['max-age=11', 'the origin states it'],
    ['no-store', 'the error caching minimum TTL, though the origin forbids caching'],
  ])('%s: %s', (value, because) => {
    expect(errorCachingTtl({ ...anError, ...header(value) }, NOW).because).toBe(because);
  });
});

describe(`Errors that are cached (${codes})`, () => {
  test.each([404, 414, 500, 501, 502, 503, 504])('%i always', (status) => {
    expect(ttl({ status })).toBe(10);
  });

  test.each([400, 403, 405, 412, 415])('%i only with max-age or s-maxage', (status) => {
    expect(ttl({ status })).toBe(0);
    expect(ttl({ status, ...header('max-age=30') })).toBe(30);
    expect(ttl({ status, ...header('s-maxage=30') })).toBe(30);
    expect(ttl({ status, headers: { expires: 'Fri, 27 Nov 2026 12:01:00 GMT' } })).toBe(0);
  });

  test.each([401, 416, 429])('%i never', (status) => {
    expect(ttl({ status, ...header('max-age=30') })).toBe(0);
  });
});
