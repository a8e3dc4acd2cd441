import {
  effectiveTtlSeconds,
  freshUntil,
  isFresh,
} from '../../../lib/rehearsal/route53/rules/resolver-cache';

const source =
  'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-choosing-alias-non-alias.html';

describe(`Resolver cache (${source})`, () => {
  test.each([
    ['just before its TTL ends', 60, 1_059_999, true],
    ['when its TTL ends', 60, 1_060_000, false],
    ['after its TTL', 60, 1_060_001, false],
    ['at once, with a TTL of zero', 0, 1_000_000, false],
  ])('judges an answer %s', (_name, ttlSeconds, nowMs, fresh) => {
    expect(isFresh(freshUntil(1_000_000, ttlSeconds), nowMs)).toBe(fresh);
  });

  test.each([
    ['before its minimum is over', 1_299_999, true],
    ['when its minimum is over', 1_300_000, false],
  ])('lets a resolver that overstays the TTL use an answer %s', (_name, nowMs, fresh) => {
    expect(isFresh(freshUntil(1_000_000, 60, 300), nowMs)).toBe(fresh);
  });

  test('changes nothing where the minimum is below the TTL', () => {
    expect(freshUntil(1_000_000, 60, 59)).toBe(freshUntil(1_000_000, 60));
  });

  test.each([
    ['its own TTL for a plain record', { ttlSeconds: 300 }, 300],
    ['zero when the record says so', { ttlSeconds: 0 }, 0],
    ["the target's 60 seconds for an alias", {}, 60],
  ])('takes %s', (_name, record, seconds) => {
    expect(effectiveTtlSeconds(record)).toBe(seconds);
  });
});
