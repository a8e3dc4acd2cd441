import { formatDistance, formatTime, localeFor } from '../../../lib/page/script/times';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
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
    expect(formatTime(NOON - 2 * HOUR, NOON, 'en-GB')).toBe('10:00');
  });

  test.each([
    ['fr', 1, /^dimanche 1er mars 2026\D+12:00$/],
    ['fr', 11, /^mercredi 11 mars 2026\D+12:00$/],
    ['en-GB', 1, /^Sunday,? 1 March 2026/],
    ['en-US', 1, /^Sunday, March 1, 2026/],
    ['pl', 1, /^niedziela, 1 marca 2026/],
    ['ru', 1, /^воскресенье, 1 марта 2026/],
  ])('in %s on day %d of a month is written as there', (locale, day, words) => {
    expect(formatTime(new Date(2026, 2, day, 12).getTime(), NOON, locale)).toMatch(words);
  });

  test.each([
    ['en', 15 * MINUTE, 'in 15 minutes'],
    ['en', MINUTE, 'in 1 minute'],
    ['en', -MINUTE, '1 minute ago'],
    ['en', 59 * MINUTE, 'in 59 minutes'],
    ['en', 60 * MINUTE, 'in 1 hour'],
    ['en', 90 * MINUTE, 'in 2 hours'],
    ['en', 0, 'now'],
    ['en', 2 * DAY - MINUTE, 'in 48 hours'],
    ['en', 2 * DAY, 'in 2 days'],
    ['en', 15 * DAY, 'in 15 days'],
    ['pl', 5 * DAY, 'za 5 dni'],
    ['fr', 15 * MINUTE, 'dans 15 minutes'],
    ['pl', MINUTE, 'za 1 minutę'],
    ['pl', 2 * MINUTE, 'za 2 minuty'],
    ['pl', 5 * MINUTE, 'za 5 minut'],
    ['ru', 21 * MINUTE, 'через 21 минуту'],
    ['ru', 15 * MINUTE, 'через 15 минут'],
    ['zh-Hans', 15 * MINUTE, '15分钟后'],
    ['zh-Hant', 15 * MINUTE, '15 分鐘後'],
  ])('in %s that is %d ms away is %s', (locale, distanceMs, words) => {
    expect(formatDistance(NOON + distanceMs, NOON, locale)).toBe(words);
  });
});
