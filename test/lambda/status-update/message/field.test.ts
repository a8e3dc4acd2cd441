import fc from 'fast-check';
import { field, MAX_COLUMNS } from '../../../../lambda/status-update/message/field';

describe('field of a message', () => {
  test('wraps under its text', () => {
    expect(field('NOW', `${'word '.repeat(12)}and more`)).toEqual([
      'NOW      word word word word word word word word word word word word and',
      '         more',
    ]);
  });

  test('shows a dash for no text', () => {
    expect(field('NOW', ' ')).toEqual(['NOW      -']);
  });

  test('loses no text and stays within the columns', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (text) => {
        const lines = field('NOW', text);
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(MAX_COLUMNS);
        const kept = lines.join('').slice(3).replace(/\s/g, '');
        expect(kept).toBe(text.replace(/\s/g, '') || '-');
      }),
    );
  });
});
