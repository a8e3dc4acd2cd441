import { matchCacheBehavior } from '../../../lib/rehearsal/aws/cloudfront/rules/match-behavior';

const source =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesPathPattern';

function matched(patterns: readonly string[], path: string): string {
  const behaviors = patterns.map((pathPattern) => ({ pathPattern }));
  return matchCacheBehavior({ behaviors, defaultBehavior: { pathPattern: 'default' } }, path).behavior
    .pathPattern;
}

describe(`Cache behaviors (${source})`, () => {
  test.each([
    ['/images/sample.gif', 'images/*'],
    ['/images/sample.jpg', 'images/*.jpg'],
    ['/sample.gif', '*.gif'],
    ['/sample.png', 'default'],
    ['/', 'default'],
  ])('are tried in order: %s meets %s', (path, expected) => {
    expect(matched(['images/*.jpg', 'images/*', '*.gif'], path)).toBe(expected);
  });

  test('let the first match win over a more specific one', () => {
    expect(matched(['/*', '/understudy/*'], '/understudy/index.html')).toBe('/*');
  });

  test.each([
    ['/a/b', '/a/b*'],
    ['/a/b/..', '/a*'],
    ['/a//b', '/a/b*'],
    ['/a/./b', '/a/b*'],
    ['/x/../a/b', '/a/b*'],
    ['/../a/b', '/a/b*'],
    ['/.well-known', '/.well-known'],
    ['//', '/'],
  ])('see the normalized path: %s meets %s', (path, expected) => {
    expect(matched(['/a/b*', '/a*', '/.well-known', '/'], path)).toBe(expected);
  });

  test('say why', () => {
    const behaviors = [{ pathPattern: '/understudy/*' }];
    expect(matchCacheBehavior({ behaviors, defaultBehavior: 'default' }, '/understudy/a').because).toBe(
      '/understudy/* is the first path pattern that matches',
    );
    expect(matchCacheBehavior({ behaviors, defaultBehavior: 'default' }, '/cart')).toEqual({
      behavior: 'default',
      because: 'no other path pattern matches',
    });
  });
});
