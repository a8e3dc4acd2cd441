import fc from 'fast-check';
import { matchesPathPattern } from '../../../lib/rehearsal/aws/cloudfront/rules/match-path-pattern';

const source =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesPathPattern';

describe(`Path pattern (${source})`, () => {
  test.each([
    ['*.jpg', '/logo.jpg', true],
    ['*.jpg', '/images/products/logo.jpg', true],
    ['*.jpg', '/LOGO.JPG', false],
    ['*.jpg', '/logo.jpg.html', false],
    ['images/*.jpg', '/images/a.jpg', true],
    ['images/*.jpg', '/images/product1/a.jpg', true],
    ['images/*.jpg', '/images/.jpg', true],
    ['images/*.jpg', '/images/sample.gif', false],
    ['images/*.jpg', '/old/images/a.jpg', false],
    ['images/*', '/images/', true],
    ['images/*', '/images', false],
    ['a*.jpg', '/apple.jpg', true],
    ['a*.jpg', '/abra/cadabra/magic.jpg', true],
    ['a*.jpg', '/banana.jpg', false],
    ['a??.jpg', '/at.jpg', false],
    ['a??.jpg', '/ant.jpg', true],
    ['a??.jpg', '/ants.jpg', false],
    ['*.doc*', '/a.doc', true],
    ['*.doc*', '/a.docx', true],
    ['*.doc?', '/a.doc', false],
    ['*.doc?', '/a.docx', true],
    ['/understudy/*', '/understudy/index.html', true],
    ['understudy/*', '/understudy/index.html', true],
    ['/*product.jpg', '/a/product.jpg', true],
    ['*product.jpg', '/a/product.jpg', true],
    ['/robots.txt', '/robots.txt', true],
    ['/robots.txt', '/robots1txt', false],
    ['*', '/', true],
    ['*a*a*', '/xaxa', true],
    ['*a*a*', '/xax', false],
    ['/a**', '/a', true],
    ['/a+$', '/a+$', true],
  ])('%s against %s: %s', (pattern, path, expected) => {
    expect(matchesPathPattern(pattern, path)).toBe(expected);
  });

  test('agrees with the regular expression of the pattern', () => {
    const text = (letters: readonly string[]) =>
      fc.array(fc.constantFrom(...letters), { maxLength: 12 }).map((found) => `/${found.join('')}`);
    fc.assert(
      fc.property(text(['a', 'b', '/', '*', '?']), text(['a', 'b', '/']), (pattern, path) => {
        const expression = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`);
        expect(matchesPathPattern(pattern, path)).toBe(expression.test(path));
      }),
    );
  });

  test('takes no longer for many asterisks', () => {
    expect(matchesPathPattern(`${'*a'.repeat(100)}b`, `/${'a'.repeat(5_000)}`)).toBe(false);
  });
});
