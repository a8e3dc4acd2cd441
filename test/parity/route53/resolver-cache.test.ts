import {
  effectiveTtlSeconds,
  freshUntil,
  isFresh,
} from '../../../lib/rehearsal/aws/route53/rules/resolver-cache';

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
    ['its own TTL for a plain record', { ttlSeconds: 300, target: '192.0.2.1' }, 300],
    ['zero when the record says so', { ttlSeconds: 0, target: '192.0.2.1' }, 0],
    ['60 seconds for an alias of a load balancer', { target: 'a-1.eu-west-1.elb.amazonaws.com' }, 60],
    ['60 seconds for an alias of an older one', { target: 'b-2.us-east-1.elb.amazonaws.com' }, 60],
    ['60 seconds for one whose region comes last', { target: 'c-3.elb.eu-west-1.amazonaws.com' }, 60],
    ['what is given for an alias of CloudFront', { target: 'd111111abcdef8.cloudfront.net' }, 17],
    ['what is given for a name like that of a load balancer', { target: 'x.elb.amazonaws.com.example' }, 17],
  ])('takes %s', (_name, record, seconds) => {
    expect(effectiveTtlSeconds(record, 17)).toBe(seconds);
  });
});
