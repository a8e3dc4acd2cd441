import fc from 'fast-check';
import {
  isCachedMethod,
  isCachingDisabled,
  objectTtl,
} from '../../../lib/rehearsal/aws/cloudfront/rules/cache-policy';

const source =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html#ExpirationDownloadDist';
const NOW = Date.parse('2026-11-27T12:00:00Z');

const noMinimum = { minTtl: 0, defaultTtl: 60, maxTtl: 600 };
const minimum = { minTtl: 10, defaultTtl: 60, maxTtl: 600 };
const greatMinimum = { minTtl: 100, defaultTtl: 60, maxTtl: 600 };
const disabled = { minTtl: 0, defaultTtl: 0, maxTtl: 0 };
const maxAge = (seconds: number) => ({ 'cache-control': `max-age=${seconds}` });
const expires = { expires: 'Fri, 27 Nov 2026 12:01:30 GMT' };

describe(`TTL (${source})`, () => {
  test.each([
    ['max-age below the maximum TTL', noMinimum, maxAge(599), 599],
    ['max-age at the maximum TTL', noMinimum, maxAge(600), 600],
    ['max-age above the maximum TTL', noMinimum, maxAge(601), 600],
    ['max-age of zero', noMinimum, maxAge(0), 0],
    ['max-age below the minimum TTL', minimum, maxAge(9), 10],
    ['max-age at the minimum TTL', minimum, maxAge(10), 10],
    ['max-age above the minimum TTL', minimum, maxAge(11), 11],
    ['s-maxage', noMinimum, { 'cache-control': 'max-age=5, s-maxage=50' }, 50],
    ['Expires', noMinimum, expires, 90],
    ['Expires above the maximum TTL', { ...noMinimum, maxTtl: 30 }, expires, 30],
    ['Expires below the minimum TTL', greatMinimum, expires, 100],
    ['no header', noMinimum, {}, 60],
    ['no header and a greater minimum TTL', greatMinimum, {}, 100],
    ['no-store', noMinimum, { 'cache-control': 'no-store' }, 0],
    ['no-cache with max-age', noMinimum, { 'cache-control': 'no-cache, max-age=60' }, 0],
    ['private with a minimum TTL', minimum, { 'cache-control': 'private' }, 10],
    ['Vary: * with max-age', noMinimum, { ...maxAge(60), vary: '*' }, 0],
    ['Vary: * with a minimum TTL', minimum, { ...maxAge(60), vary: '*' }, 60],
    ['max-age, whatever else varies', noMinimum, { ...maxAge(60), vary: 'Cookie, Accept-Language' }, 60],
    ['max-age with caching disabled', disabled, maxAge(600), 0],
    ['no header with caching disabled', disabled, {}, 0],
  ])('follows %s', (_name, policy, headers, seconds) => {
    expect(objectTtl(policy, headers, NOW).seconds).toBe(seconds);
  });

  test('stays between the minimum and the maximum TTL whatever the origin states', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(1_000), fc.nat(1_000), (age, one, other) => {
        const policy = { minTtl: Math.min(one, other), defaultTtl: 60, maxTtl: Math.max(one, other) };
        const { seconds } = objectTtl(policy, maxAge(age), NOW);
        expect(seconds).toBeGreaterThanOrEqual(policy.minTtl);
        expect(seconds).toBeLessThanOrEqual(policy.maxTtl);
      }),
    );
  });
});

describe('Disabled caching (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cache-key-understand-cache-policy.html)', () => {
  test.each([
    ['all TTLs are zero', disabled, true],
    ['the maximum TTL is above zero', { ...disabled, maxTtl: 1 }, false],
    ['every TTL is above zero', minimum, false],
  ])('when %s', (_name, policy, expected) => {
    expect(isCachingDisabled(policy)).toBe(expected);
  });
});

describe('Cached methods (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html)', () => {
  test.each([
    ['GET', [], true],
    ['HEAD', [], true],
    ['OPTIONS', ['GET', 'HEAD'], false],
    ['OPTIONS', ['GET', 'HEAD', 'OPTIONS'], true],
    ['POST', ['GET', 'HEAD', 'OPTIONS'], false],
  ])('%s with %j: %s', (method, cachedMethods, expected) => {
    expect(isCachedMethod(method, cachedMethods)).toBe(expected);
  });
});
