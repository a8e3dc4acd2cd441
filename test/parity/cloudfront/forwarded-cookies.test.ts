import {
  acceptedHeaders,
  forwardsCookies,
} from '../../../lib/rehearsal/aws/cloudfront/rules/forwarded-cookies';
import type { NameSelection } from '../../../lib/rehearsal/aws/cloudfront/rules/name-selection';

const source = 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Cookies.html';

const NONE: NameSelection = { kind: 'none' };
const ALL: NameSelection = { kind: 'all' };
const SOME: NameSelection = { kind: 'whitelist', names: ['language'] };
const policies = (key: NameSelection, more: NameSelection) => ({
  cachePolicy: { headers: { kind: 'none' }, cookies: key, queryStrings: NONE } as const,
  originRequestPolicy: { headers: NONE, cookies: more, queryStrings: NONE },
});

describe(`Set-Cookie of an origin's response (${source})`, () => {
  test.each([
    ['no cookies are forwarded', NONE, NONE, false],
    ['the cache policy forwards all', ALL, NONE, true],
    ['the cache policy forwards some', SOME, NONE, true],
    ['the origin request policy forwards all', NONE, ALL, true],
    [
      'the origin request policy forwards all but some',
      NONE,
      { kind: 'allExcept', names: ['a'] } as const,
      true,
    ],
  ])('reaches viewers where %s: %s', (_where, key, more, expected) => {
    const headers = { 'set-cookie': 'session=1', 'content-type': 'text/html' };
    expect(forwardsCookies(policies(key, more))).toBe(expected);
    expect(acceptedHeaders(policies(key, more), headers)).toEqual(
      expected ? headers : { 'content-type': 'text/html' },
    );
  });

  test('is all that goes', () => {
    const headers = { vary: 'Cookie' };
    expect(acceptedHeaders(policies(NONE, NONE), headers)).toBe(headers);
  });
});
