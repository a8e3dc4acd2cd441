import { countOne, dailyId } from '../../../../lambda/status-update/incident/daily-number';

const LATE = Date.parse('2025-03-01T23:59:59.999Z');

describe('id', () => {
  test.each([
    ['counts on within a day', { day: '20250301', count: 6 }, LATE, 'INC-20250301-07'],
    ['starts over on a new UTC day', { day: '20250301', count: 6 }, LATE + 1, 'INC-20250302-01'],
    ['starts with 01', { day: '', count: 0 }, LATE, 'INC-20250301-01'],
    ['grows past two digits', { day: '20250301', count: 99 }, LATE, 'INC-20250301-100'],
  ])('%s', (_, counter, nowMs, id) => {
    expect(dailyId('INC', countOne(counter, nowMs))).toBe(id);
  });
});
