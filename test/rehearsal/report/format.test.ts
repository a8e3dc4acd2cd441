import { formatDuration, formatOffset } from '../../../lib/rehearsal/report/format';

describe('times in a report', () => {
  test.each([
    [0, '+0:00.0'],
    [49, '+0:00.0'],
    [50, '+0:00.1'],
    [59_949, '+0:59.9'],
    [59_950, '+1:00.0'],
    [60_000, '+1:00.0'],
    [764_600, '+12:44.6'],
    [-1_000, '-0:01.0'],
  ])('%i ms after the start is %s', (ms, text) => {
    expect(formatOffset(ms)).toBe(text);
  });

  test.each([
    [undefined, 'never'],
    [0, '0.0 s'],
    [28_114, '28.1 s'],
  ])('a duration of %s ms is %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
});
