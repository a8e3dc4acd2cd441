import type { NameSelection } from '../../../lib/rehearsal/aws/cloudfront/rules/name-selection';
import { collapsesRequests } from '../../../lib/rehearsal/aws/cloudfront/rules/request-collapsing';

const source =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html#request-custom-traffic-spikes';
const NOW = Date.parse('2026-11-27T12:00:00Z');

const NONE: NameSelection = { kind: 'none' };
const ALL: NameSelection = { kind: 'all' };
const behavior = ({
  key = NONE,
  more = NONE,
  minTtl = 0,
}: {
  key?: NameSelection;
  more?: NameSelection;
  minTtl?: number;
}) => ({
  cachePolicy: {
    minTtl,
    defaultTtl: 0,
    maxTtl: 60,
    headers: { kind: 'none' } as const,
    cookies: key,
    queryStrings: NONE,
  },
  originRequestPolicy: { headers: NONE, cookies: more, queryStrings: NONE },
});
const PLAIN = behavior({});
const MINIMUM = behavior({ minTtl: 1 });
const says = (cacheControl: string) => ({ 'cache-control': cacheControl });

describe(`simultaneous requests for one object (${source})`, () => {
  test.each([
    ['an object that may be kept', PLAIN, says('max-age=60'), true],
    ['an object of which nothing is said', PLAIN, {}, true],
    ['a cache policy that forwards cookies', behavior({ key: ALL }), says('max-age=60'), false],
    ['an origin request policy that forwards cookies', behavior({ more: ALL }), says('max-age=60'), false],
    ['private', PLAIN, says('private'), false],
    ['no-store', PLAIN, says('no-store'), false],
    ['no-cache', PLAIN, says('no-cache'), false],
    ['max-age=0', PLAIN, says('max-age=0'), false],
    ['max-age=1', PLAIN, says('max-age=1'), true],
    ['s-maxage=0', PLAIN, says('max-age=60, s-maxage=0'), false],
    ['no-store and a minimum TTL', MINIMUM, says('no-store'), true],
    ['max-age=0 and a minimum TTL', MINIMUM, says('max-age=0'), true],
  ])('are collapsed with %s: %s', (_with, cacheBehavior, headers, expected) => {
    expect(collapsesRequests({ behavior: cacheBehavior, headers }, NOW)).toBe(expected);
  });
});
