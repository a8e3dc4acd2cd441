import * as fc from 'fast-check';
import { pathPatternsOverlap } from '../../lib/validation/path-pattern';

const pattern = fc.string({ unit: fc.constantFrom('/', 'a', 'b', '*', '?'), maxLength: 8 });
const path = fc.string({ unit: fc.constantFrom('/', 'a', 'b'), maxLength: 8 });

/** The same question put to the regular expression engine. */
function matches(candidate: string, subject: string): boolean {
  return new RegExp(`^${candidate.replaceAll('?', '.').replaceAll('*', '.*')}$`).test(subject);
}

describe('path patterns', () => {
  test.each<[string, string, boolean]>([
    ['/static/*', '/static/app.css', true],
    ['/static/*', '/static', false],
    ['/static/*', '/static/', true],
    ['*.css', '/static/app.css', true],
    ['*.css', '/static/*', true],
    ['/a?', '/a', false],
    ['/a?', '/ab', true],
    ['/a?', '/abc', false],
    ['/Static/*', '/static/app.css', false],
    ['/*', '/', true],
    ['', '', true],
    ['', '*', true],
  ])('%j and %j have a path in common: %j', (one, other, overlap) => {
    expect(pathPatternsOverlap(one, other)).toBe(overlap);
  });

  test('match exactly the paths that a regular expression of the same meaning matches', () => {
    fc.assert(fc.property(pattern, path, (p, q) => pathPatternsOverlap(p, q) === matches(p, q)));
  });

  test('overlap in both directions or not at all', () => {
    fc.assert(
      fc.property(pattern, pattern, (p, q) => pathPatternsOverlap(p, q) === pathPatternsOverlap(q, p)),
    );
  });

  test('overlap whenever some path matches both', () => {
    fc.assert(
      fc.property(pattern, pattern, path, (p, q, subject) => {
        fc.pre(matches(p, subject) && matches(q, subject));
        return pathPatternsOverlap(p, q);
      }),
    );
  });

  test('of the greatest length are compared in a moment, however many stars they have', () => {
    expect(pathPatternsOverlap('*a'.repeat(127), `${'*a'.repeat(126)}*b`)).toBe(false);
  });
});
