import { formatTime, localeFor } from '../../../../lib/emergency-site/page/script/times';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOON = new Date(2026, 2, 2, 12).getTime();

describe('time', () => {
  test.each([
    ['en', ['pl-PL', 'en-GB', 'en-US'], 'en-GB'],
    ['en', ['en'], 'en'],
    ['en', ['pl'], 'en'],
    ['en', ['enm-GB'], 'en'],
    ['en', ['en-US@posix', 'en-GB'], 'en-GB'],
    ['en', ['en-US@posix'], 'en'],
    ['en', [], 'en'],
  ])('in a page in %s for a shopper who prefers %j is written in %s', (language, preferred, locale) => {
    expect(localeFor(language, preferred)).toBe(locale);
  });

  test('of today has no date', () => {
    expect(formatTime(NOON - 2 * HOUR, NOON, 'en-GB')).toMatch(/^10:00 \S+$/);
  });

  test('of another day names the day', () => {
    expect(formatTime(NOON - DAY, NOON, 'en-GB')).toMatch(/^Sunday,? 1 March.* 12:00 \S+$/);
  });
});
