import {
  formatAllowed,
  formatDuration,
  formatLoss,
  formatOffset,
  formatRisk,
} from '../../../lib/rehearsal/report/format';

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

describe('what would have passed', () => {
  test.each([
    [0, 0, 'messages', 'at most 0'],
    [0, 7, 'messages', 'at most 7'],
    [1, 1, 'messages', 'exactly 1'],
    [1, 2, 'messages', '1 to 2'],
    [20_000, 32_000, 'ms', '20.0 s to 32.0 s'],
  ] as const)('from %i to %i %s is %s', (atLeast, atMost, unit, text) => {
    expect(formatAllowed({ atLeast, atMost, unit })).toBe(text);
  });
});

describe('risk of a budget', () => {
  const finding = {
    kind: 'budget',
    what: 'x',
    measured: 1,
    atLeast: 0,
    unit: 'ms',
    changedBy: [] as string[],
  } as const;

  test.each([
    [180_000, 179_999, true, ''],
    [180_000, 180_000, true, ''],
    [180_000, 180_100, true, ', may take 180.1 s'],
    [180_000, 217_000, false, ''],
    [180_000, null, true, ''],
  ])('is told when %i ms are allowed and arithmetic allows %s', (atMost, mayReach, passed, text) => {
    expect(formatRisk({ ...finding, atMost, mayReach, passed })).toBe(text);
  });
});

describe('loss', () => {
  test.each([
    [null, 'about 9.4 minutes of sales, by the share of requests kept out'],
    [
      { amount: 1843.4, currency: 'EUR' },
      'about 9.4 minutes of sales, by the share of requests kept out, an estimated €1,843',
    ],
    [
      { amount: 0.4, currency: 'PLN' },
      'about 9.4 minutes of sales, by the share of requests kept out, an estimated PLN\u00a00',
    ],
  ])('is worded as the estimate that it is: %j', (money, text) => {
    expect(formatLoss({ minutes: 9.39, money })).toBe(text);
  });

  test('is shown beside what slowness alone would have cost', () => {
    const money = (amount: number) => ({ amount, currency: 'EUR' });
    const whenOpen = { minutes: 0.04, money: money(3.6) };
    expect(formatLoss({ minutes: 9.39, money: money(845.1), whenOpen })).toBe(
      'about 9.4 minutes of sales, by the share of requests kept out, an estimated €845; had the store stayed open: about 0.0 minutes of sales, by the share of requests kept out, an estimated €4',
    );
  });
});
