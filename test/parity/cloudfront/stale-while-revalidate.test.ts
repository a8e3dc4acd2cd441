import { staleWhileRevalidate } from '../../../lib/rehearsal/aws/cloudfront/rules/stale-while-revalidate';

const source =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html#stale-content';
const policy = { minTtl: 0, defaultTtl: 0, maxTtl: 3_600 };
const object = (header: string) => ({
  storedAtMs: 0,
  ttlSeconds: 60,
  headers: { 'cache-control': header },
});

describe(`stale-while-revalidate (${source})`, () => {
  test.each([
    ['before it expires', 59_999, false],
    ['when it expires', 60_000, true],
    ['just before the time is over', 89_999, true],
    ['when the time is over', 90_000, true],
    ['after the time', 90_001, false],
  ])('answers with an object %s', (_name, nowMs, expected) => {
    expect(staleWhileRevalidate(object('max-age=60, stale-while-revalidate=30'), policy, nowMs)).toBe(
      expected,
    );
  });

  test.each([
    ['max-age=60', policy, false],
    ['max-age=60, stale-while-revalidate=0', policy, false],
    ['max-age=60, stale-while-revalidate=30', { ...policy, maxTtl: 0 }, false],
  ])('does not with %s and %j', (header, ttls, expected) => {
    expect(staleWhileRevalidate(object(header), ttls, 60_001)).toBe(expected);
  });

  test.each([
    [70_000, true],
    [70_001, false],
  ])('lasts no longer than the maximum TTL: %i ms', (nowMs, expected) => {
    const short = { ...policy, maxTtl: 10 };
    expect(staleWhileRevalidate(object('stale-while-revalidate=30'), short, nowMs)).toBe(expected);
  });
});
