import fc from 'fast-check';
import { parsePageStatus } from '../../../../lib/emergency-site/page/script/page-status';

const parse = (fields: Readonly<Record<string, unknown>>, language = 'en') =>
  parsePageStatus(JSON.stringify({ x_mode: 'emergency', ...fields }), language);

describe('page status', () => {
  test('has what the page shows', () => {
    expect(
      parse({
        page: { updated_at: '2026-03-02T10:00:00Z' },
        x_since: '2026-03-02T09:00:00Z',
        x_next_update_at: '2026-03-02T10:15:00Z',
        x_messages: { en: 'We are on it.' },
        x_release: { spread_seconds: 120 },
      }),
    ).toEqual({
      mode: 'emergency',
      updatedMs: Date.UTC(2026, 2, 2, 10),
      sinceMs: Date.UTC(2026, 2, 2, 9),
      nextUpdateMs: Date.UTC(2026, 2, 2, 10, 15),
      message: 'We are on it.',
      spreadSeconds: 120,
    });
  });

  test.each([['normal'], ['degraded'], ['emergency']])('knows the mode %s', (mode) => {
    expect(parse({ x_mode: mode })?.mode).toBe(mode);
  });

  test.each([
    '',
    'null',
    '7',
    '"normal"',
    '[]',
    '{}',
    '{"x_mode":"party"}',
    '{"x_mode":["normal"]}',
    '{"x_mode":"normal"',
  ])('is undefined when the text is %s', (text) => {
    expect(parsePageStatus(text, 'en')).toBeUndefined();
  });

  test.each([
    ['pl', { pl: 'Pracujemy.', en: 'Working.' }, { message: 'Pracujemy.' }],
    ['pl', { en: 'Working.' }, { message: 'Working.', messageLanguage: 'en' }],
    ['en', { pl: 'Pracujemy.' }, {}],
    ['en', { en: 7 }, {}],
    ['en', { en: '  ' }, {}],
    ['en', 'Working.', {}],
  ])('in %s from the messages %j speaks %j', (language, messages, expected) => {
    const { message, messageLanguage } = parse({ x_messages: messages }, language) ?? {};
    expect(JSON.parse(JSON.stringify({ message, messageLanguage }))).toEqual(expected);
  });

  test.each([499, 500])('keeps a message of %d characters', (length) => {
    expect(parse({ x_messages: { en: 'x'.repeat(length) } })?.message).toHaveLength(length);
  });

  test('cuts a longer message at 500 characters', () => {
    expect(parse({ x_messages: { en: 'x'.repeat(501) } })?.message).toHaveLength(500);
  });

  test.each([
    [undefined, 30],
    ['60', 30],
    [-1, 5],
    [4, 5],
    [5, 5],
    [900, 900],
    [901, 900],
  ])('takes the spread %p as %d seconds', (spread, seconds) => {
    expect(parse({ x_release: { spread_seconds: spread } })?.spreadSeconds).toBe(seconds);
  });

  test('never throws, whatever the file holds', () => {
    fc.assert(fc.property(fc.json(), (text) => void parsePageStatus(text, 'en')));
    fc.assert(fc.property(fc.string(), (text) => void parsePageStatus(text, 'en')));
  });
});
