import fc from 'fast-check';
import { field, MAX_COLUMNS } from '../../../../lambda/status-update/message/field';

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
