import { selectedPairs, selects } from '../../../lib/rehearsal/aws/cloudfront/rules/name-selection';

const source =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cache-key-understand-cache-policy.html';
const NAMES = ['a', 'b*'];

describe(`Names that a policy selects (${source})`, () => {
  test.each([
    [{ kind: 'none' }, 'a', false],
    [{ kind: 'all' }, 'a', true],
    [{ kind: 'whitelist', names: NAMES }, 'a', true],
    [{ kind: 'whitelist', names: NAMES }, 'A', false],
    [{ kind: 'whitelist', names: NAMES }, 'bc', false],
    [{ kind: 'whitelist', names: NAMES }, 'b*', true],
    [{ kind: 'whitelist', names: [] }, 'a', false],
    [{ kind: 'allExcept', names: NAMES }, 'a', false],
    [{ kind: 'allExcept', names: NAMES }, 'c', true],
    [{ kind: 'allExcept', names: [] }, 'a', true],
  ] as const)('%j has %s: %s', (selection, name, expected) => {
    expect(selects(selection, name)).toBe(expected);
  });

  test('keeps the order, repeated names and names without a value', () => {
    const pairs = 'b=2; a=1;a;;c=a;a=3';
    expect(selectedPairs([{ kind: 'whitelist', names: ['a'] }], pairs, ';')).toEqual(['a=1', 'a', 'a=3']);
    expect(selectedPairs([{ kind: 'all' }], pairs, ';')).toEqual(['b=2', 'a=1', 'a', 'c=a', 'a=3']);
    expect(selectedPairs([{ kind: 'none' }], pairs, ';')).toEqual([]);
  });
});
