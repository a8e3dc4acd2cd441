import fc from 'fast-check';
import { field, listField, MAX_COLUMNS } from '../../../../lambda/status-update/message/field';

describe('field of a message', () => {
  const WORDS = `${'word '.repeat(12)}and more than that`;
  test.each([
    [1, ['NOW      word word word word word word word word word word word word a..']],
    [
      2,
      ['NOW      word word word word word word word word word word word word and', '         more than that'],
    ],
  ])('wraps under its text into at most %i lines', (maxLines, lines) => {
    expect(field('NOW', WORDS, maxLines)).toEqual(lines);
  });

  test('shows a dash for no text', () => {
    expect(field('NOW', ' ')).toEqual(['NOW      -']);
  });

  test('loses no text when it may be long, and stays within the columns', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400, size: 'max' }), (text) => {
        const lines = field('NOW', text, 1_000);
        expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(MAX_COLUMNS);
        const kept = lines.join('').slice(3).replace(/\s/g, '');
        expect(kept).toBe(text.replace(/\s/g, '') || '-');
      }),
      { numRuns: 30 },
    );
  });

  const CONTACTS = ['hosting +48 22 123 45 67', 'payments +48 22 765 43 21', 'DNS provider +1 202 555 0100'];
  test.each([
    [1, ['Contacts hosting +48 22 123 45 67 | payments +48 22 765 43 21 | ..']],
    [
      2,
      [
        'Contacts hosting +48 22 123 45 67 | payments +48 22 765 43 21 |',
        '         DNS provider +1 202 555 0100',
      ],
    ],
  ])('of a list wraps between its parts, of which it tears none, into at most %i lines', (max, lines) => {
    expect(listField('Contacts', CONTACTS, max)).toEqual(lines);
  });

  test('of a list wraps a part that is longer than a line', () => {
    expect(listField('Deploy', [WORDS], 2)).toEqual(field('Deploy', WORDS, 2));
    expect(listField('Deploy', [WORDS], 1)).toEqual(field('Deploy', WORDS, 1));
  });

  test('of a list stays within its lines whatever its parts', () => {
    const parts = fc.array(fc.string({ unit: 'binary', maxLength: 100, size: 'max' }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 4 }), (list, max) => {
        const lines = listField('Contacts', list, max);
        expect(lines.length).toBeLessThanOrEqual(max);
        expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(MAX_COLUMNS);
      }),
    );
  });

  test('stays within its lines whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400, size: 'max' }),
        fc.integer({ min: 1, max: 4 }),
        (text, max) => {
          const lines = field('NOW', text, max);
          expect(lines.length).toBeLessThanOrEqual(max);
          expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(MAX_COLUMNS);
        },
      ),
      { numRuns: 30 },
    );
  });
});
