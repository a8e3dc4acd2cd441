import fc from 'fast-check';
import { toAscii, toGsm, truncate } from '../../../../lambda/status-update/contract/ascii';

describe('ASCII form', () => {
  test.each([
    ['keeps plain text', 'checkout down', 'checkout down'],
    ['spells out letters that do not decompose', 'płatności w Łodzi – Straße', 'platnosci w Lodzi - Strasse'],
    ['drops accents', 'café à la crème', 'cafe a la creme'],
    ['ends header injection', 'down\r\nBcc: everybody', 'down Bcc: everybody'],
    ['drops control characters', 'a\u0000b\u001b[31m\u007f', 'ab[31m'],
    ['drops emoji', 'down 🔥 now', 'down now'],
    ['points to the body when nothing is left', '結帳失敗', 'see message body'],
    ['points to the body when only signs are left', 'касса!', 'see message body'],
  ])('%s', (_, text, ascii) => {
    expect(toAscii(text)).toBe(ascii);
  });

  test('is printable whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(toAscii(text)).toMatch(/^[\x20-\x7e]+$/);
      }),
    );
  });
});

describe('GSM form', () => {
  test('has no character that counts twice or is missing from the alphabet', () => {
    expect(toGsm('[a] {b} c^d~e|f\\g`h')).toBe('(a) (b) c-d-e-f-g-h');
  });
});

describe('truncated text', () => {
  test.each([
    ['abcdef', 7, 'abcdef'],
    ['abcdef', 6, 'abcdef'],
    ['abcdef', 5, 'abc..'],
    ['ab cdef', 5, 'ab..'],
  ])('%s at %i characters is %s', (text, length, truncated) => {
    expect(truncate(text, length)).toBe(truncated);
  });
});
