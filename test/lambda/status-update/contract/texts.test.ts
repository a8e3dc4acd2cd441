import { spokenTextsSchema, textsSchema } from '../../../../lambda/status-update/contract/texts';

const accepts = (texts: object) => textsSchema.safeParse(texts).success;

describe('texts', () => {
  test.each([
    ['pl', true],
    ['zh-Hant', true],
    ['es-419', true],
    ['PL', false],
    ['p', false],
    ['polski', false],
    ['x y<script>', false],
    ['', false],
  ])('may have the language tag %j: %s', (tag, allowed) => {
    expect(accepts({ en: 'words', [tag]: 'words' })).toBe(allowed);
  });

  test.each([
    [{}, false],
    [{ pl: 'bez angielskiego' }, false],
    [{ en: '' }, false],
    [{ en: 'x'.repeat(500) }, true],
    [{ en: 'x'.repeat(501) }, false],
    [{ en: 'x', pl: 'x'.repeat(501) }, false],
  ])('have English and 1 to 500 characters each: %#', (texts, allowed) => {
    expect(accepts(texts)).toBe(allowed);
  });

  test.each([
    [20, true],
    [21, false],
  ])('exist in so many languages: %i is %s', (languages, allowed) => {
    const tags = [
      'en',
      ...Array.from({ length: languages - 1 }, (_, index) => `x${String.fromCharCode(97 + index)}`),
    ];
    expect(accepts(Object.fromEntries(tags.map((tag) => [tag, 'words'])))).toBe(allowed);
  });

  test.each([
    ['line\nbreak', false],
    ['tab\tulator', false],
    ['\u0007', false],
    ['\u009b31m', false],
    ['line\u2028separator', false],
    ['Zażółć – 漢字 👋', true],
  ])('can be said with the characters in %j: %s', (text, allowed) => {
    expect(spokenTextsSchema.safeParse({ en: text }).success).toBe(allowed);
    expect(spokenTextsSchema.safeParse({ en: 'words', pl: text }).success).toBe(allowed);
    expect(accepts({ en: text })).toBe(true);
  });

  test.each([
    [35, true],
    [36, false],
  ])('can be said with a tag of %i characters: %s', (length, allowed) => {
    const tag = `x${'-abcdefgh'.repeat(9)}`.slice(0, length).replace(/^x/, 'xx').slice(0, length);
    expect(spokenTextsSchema.safeParse({ en: 'x', [tag]: 'x' }).success).toBe(allowed);
  });
});
