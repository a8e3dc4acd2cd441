import { findMistakes } from '../../lib/validation/validate-props';
import { dnsProps, edgeProps } from '../helpers/store-props';

const named = (...paths: string[]): string[] =>
  findMistakes({ ...dnsProps(), documents: Object.fromEntries(paths.map((path) => [path, ''])) });

describe('documents of the store', () => {
  test.each(['/robots.txt', '/sitemap-1.xml', '/.well-known/apple-app-site-association', '/a..b'])(
    'may be named %s',
    (path) => expect(named(path)).toEqual([]),
  );

  test.each([
    '',
    '/',
    'robots.txt',
    '/static/',
    '//a',
    '/*',
    '/a?b',
    '/a b',
    '/a%20b',
    '/a+b',
    '/../a',
    '/./a',
    '/a/..',
  ])('fail when one is named "%s"', (path) => {
    expect(named(path)).toEqual([
      `documents: must be named by paths of files, got ${JSON.stringify(path)}; write one as /robots.txt, with letters, digits and . _ - ~ $ @ :`,
    ]);
  });

  test.each([
    [255, 0],
    [256, 1],
  ])('may have a path of %d characters: %d mistakes', (length, mistakes) => {
    expect(named(`/${'a'.repeat(length - 1)}`)).toHaveLength(mistakes);
  });

  test('fail when there are more than twenty', () => {
    const paths = Array.from({ length: 21 }, (_, i) => `/${i}.txt`);
    expect(named(...paths.slice(1))).toEqual([]);
    expect(named(...paths)).toEqual(['documents: must be at most 20, got 21; name what machines ask for']);
  });

  test('fail when one would stand in for the emergency site', () => {
    expect(named('/understudy/status.json')).toEqual([
      'documents: must not match /understudy/*, got "/understudy/status.json"; that is where the emergency site lives',
    ]);
  });

  test('fail when one would stand in for a watched page', () => {
    expect(named('/checkout')).toEqual([
      'documents: must not match /checkout, got "/checkout"; a watched page is live, so it has no copy',
    ]);
  });

  test('fail when one would overwrite what is mirrored', () => {
    const documents = { '/static/logo.svg': '<svg/>' };
    expect(findMistakes({ ...edgeProps({ mirroredPathPatterns: ['/static/*'] }), documents })).toEqual([
      'documents: must not match /static/*, got "/static/logo.svg"; a deployment would overwrite what is mirrored there, so name it once',
    ]);
  });
});
