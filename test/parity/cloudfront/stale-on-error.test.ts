import { responded, unavailable } from '../../../lib/rehearsal/aws/cloudfront/rules/origin-result';
import { staleOnError } from '../../../lib/rehearsal/aws/cloudfront/rules/stale-on-error';
import { aResponse } from '../helpers/exchanges';

const source =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html#stale-content';
const codes = 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html';

const policy = { minTtl: 0, defaultTtl: 0, maxTtl: 600 };
const unreachable = unavailable('connect-timeout', 1, 3_000);
const status = (code: number) => responded(aResponse({ status: code }), 1, 60);

/** What becomes of an object that expired `expiredForMs` ago, stored with the given Cache-Control. */
function decide(
  cacheControl: string,
  expiredForMs: number,
  origin = unreachable as Parameters<typeof staleOnError>[0]['origin'],
) {
  const object = { storedAtMs: 1_000_000, ttlSeconds: 60, headers: { 'cache-control': cacheControl } };
  return staleOnError({ object, policy, origin }, 1_060_000 + expiredForMs);
}

describe(`Expired object (${codes})`, () => {
  test.each([
    ['an origin that can not be reached', unreachable, 'stale'],
    ['status 500', status(500), 'stale'],
    ['status 503', status(503), 'stale'],
    ['status 599', status(599), 'stale'],
    ['status 499', status(499), 'error'],
    ['status 404', status(404), 'error'],
  ] as const)('after %s: %s', (_name, origin, kind) => {
    expect(decide('max-age=60', 1_000, origin).kind).toBe(kind);
  });

  test('is served for the error caching minimum TTL before the origin is asked again', () => {
    const object = { storedAtMs: 0, ttlSeconds: 60, headers: {} };
    const request = { object, policy, origin: unreachable };
    expect(staleOnError(request, 61_000)).toEqual({
      kind: 'stale',
      seconds: 10,
      because: 'the object is in the cache, and connect-timeout after 1 attempt',
    });
    expect(staleOnError({ ...request, errorCachingMinTtl: 2 }, 61_000)).toMatchObject({ seconds: 2 });
  });

  test('is not there with caching disabled', () => {
    const object = { storedAtMs: 0, ttlSeconds: 0, headers: {} };
    const disabled = { minTtl: 0, defaultTtl: 0, maxTtl: 0 };
    expect(staleOnError({ object, policy: disabled, origin: unreachable }, 0).kind).toBe('error');
  });
});

describe(`Stale content (${source})`, () => {
  test.each([
    ['within stale-if-error', 'stale-if-error=30', 29_999, 'stale'],
    ['at the end of stale-if-error', 'stale-if-error=30', 30_000, 'stale'],
    ['after stale-if-error', 'stale-if-error=30', 30_001, 'error'],
    ['at the maximum TTL', 'max-age=60', 600_000, 'stale'],
    ['after the maximum TTL', 'max-age=60', 600_001, 'error'],
    ['after the maximum TTL, in spite of stale-if-error', 'stale-if-error=86400', 600_001, 'error'],
    ['with stale-if-error of zero', 'stale-if-error=0', 0, 'error'],
  ])('%s', (_name, cacheControl, expiredForMs, kind) => {
    expect(decide(cacheControl, expiredForMs).kind).toBe(kind);
  });

  test.each([
    ['an origin that can not be reached', unreachable, 0, 'stale'],
    ['an origin that answers 503', status(503), 0, 'error'],
    ['an origin that answers 503, with a minimum TTL', status(503), 1, 'stale'],
  ] as const)('that forbids caching, after %s', (_name, origin, minTtl, kind) => {
    const object = { storedAtMs: 0, ttlSeconds: minTtl, headers: { 'cache-control': 'no-store' } };
    expect(staleOnError({ object, policy: { ...policy, minTtl }, origin }, 5_000).kind).toBe(kind);
  });
});
