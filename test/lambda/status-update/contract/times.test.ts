import { clockTime, dateTime, duration, timeSeenFrom } from '../../../../lambda/status-update/contract/times';

const WINTER = Date.parse('2025-03-01T23:35:59Z');
const SUMMER = Date.parse('2025-07-01T10:35:00Z');

describe('time in a message', () => {
  test.each([
    ['UTC alone', SUMMER, undefined, '10:35 UTC'],
    ['standard time', WINTER, 'Europe/Warsaw', '23:35 UTC (00:35 Europe/Warsaw)'],
    ['daylight saving time', SUMMER, 'Europe/Warsaw', '10:35 UTC (12:35 Europe/Warsaw)'],
    ['a zone with half an hour', SUMMER, 'Asia/Kolkata', '10:35 UTC (16:05 Asia/Kolkata)'],
    ['UTC alone for a zone the runtime does not know', SUMMER, 'Mars/Olympus', '10:35 UTC'],
  ])('shows %s', (_, epochMs, timeZone, text) => {
    expect(clockTime(epochMs, timeZone)).toBe(text);
  });

  test.each([
    ['2025-03-01T00:00:00Z', '23:35 UTC'],
    ['2025-02-28T23:59:59Z', '2025-03-01 23:35 UTC'],
    ['2025-03-02T00:00:00Z', '2025-03-01 23:35 UTC'],
  ])('seen from %s is %s', (now, text) => {
    expect(timeSeenFrom(Date.parse(now), WINTER)).toBe(text);
  });

  test('shows the UTC date when asked to', () => {
    expect(dateTime(WINTER, 'Europe/Warsaw')).toBe('2025-03-01 23:35 UTC (00:35 Europe/Warsaw)');
  });
});

describe('duration in a message', () => {
  test.each([
    [-1, 'under 1 min'],
    [59_999, 'under 1 min'],
    [60_000, '1 min'],
    [3_599_999, '59 min'],
    [3_600_000, '1 h 0 min'],
    [90_000_000, '25 h 0 min'],
  ])('of %i ms is %s', (ms, text) => {
    expect(duration(ms)).toBe(text);
  });
});
