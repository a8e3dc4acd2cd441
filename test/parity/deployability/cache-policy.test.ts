import { CACHE_POLICY_LIMITS } from '../../../lib/rehearsal/aws/deployability/cache-policy';
import { UNKNOWN } from '../../../lib/rehearsal/aws/deployability/limit';
import { refused } from '../helpers/refused';

const source = 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachePolicyConfig.html';
const NO_KEY = {
  CookiesConfig: { CookieBehavior: 'none' },
  HeadersConfig: { HeaderBehavior: 'none' },
  QueryStringsConfig: { QueryStringBehavior: 'none' },
};
const policy = (
  [MinTTL, DefaultTTL, MaxTTL]: readonly unknown[],
  but: Readonly<Record<string, unknown>> = {},
  Comment: unknown = '',
) =>
  refused(CACHE_POLICY_LIMITS, {
    CachePolicyConfig: {
      ...{ Comment, MinTTL, DefaultTTL, MaxTTL },
      ParametersInCacheKeyAndForwardedToOrigin: { ...NO_KEY, ...but },
    },
  });

describe(`Cache policy that CloudFront refuses (${source})`, () => {
  test.each([
    [2, 1, 3],
    [1, 3, 2],
    [3, undefined, 2],
    ['2', '1', '3'],
  ])('fails when its TTLs are out of order: %s, %s, %s', (...ttls) => {
    expect(policy(ttls)[0]).toMatch(/^CachePolicyConfig: CloudFront refuses it .*; put them in order$/);
  });

  test.each([
    [0, 0, 0],
    [1, 1, 1],
    ['0', '10', '20'],
    [UNKNOWN, 5, 1_000],
    [0, UNKNOWN, UNKNOWN],
  ])('is taken with TTLs in order: %s, %s, %s', (...ttls) => {
    expect(policy(ttls)).toEqual([]);
  });

  test.each([
    ['CookieBehavior', { CookiesConfig: { CookieBehavior: 'all' } }, 'all'],
    ['HeaderBehavior', { HeadersConfig: { HeaderBehavior: 'whitelist' } }, 'whitelist'],
    ['QueryStringBehavior', { QueryStringsConfig: { QueryStringBehavior: 'all' } }, 'all'],
  ])('fails when it keeps nothing and has a key: %s', (parameter, key, got) => {
    expect(policy([0, 0, 0], key)).toEqual([
      `CachePolicyConfig.${parameter}: CloudFront refuses it ("The parameter ${parameter} is invalid for policy with caching disabled."), got "${got}"; use the managed policy CachingDisabled and an origin request policy`,
    ]);
    expect(policy([0, 0, 1], key)).toEqual([]);
    expect(policy([0, 0, UNKNOWN], key)).toEqual([]);
  });

  test.each([
    [128, 0],
    [129, 1],
  ])('has a comment of 128 characters at most: %i', (length, mistakes) => {
    expect(policy([0, 0, 1], {}, 'c'.repeat(length))).toHaveLength(mistakes);
  });
});
