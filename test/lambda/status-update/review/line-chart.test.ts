import { describeChart, lineChart } from '../../../../lambda/status-update/review/line-chart';
import { at, series } from '../helpers/reviews';

const SPAN = { fromMs: at('10:00'), toMs: at('10:10') };

describe('line chart', () => {
  test('puts time from left to right and percent from bottom to top', () => {
    const svg = lineChart([series('low', { '10:10': 100, '10:00': 0, '10:05': 50 })], SPAN);
    expect(svg).toContain('points="0,184 320,104 640,24"');
  });

  test('leaves out what lies outside its span, and keeps values on the chart', () => {
    const svg = lineChart([series('low', { '09:59': 10, '10:00': 120, '10:11': 10 })], SPAN);
    expect(svg).toContain('points="0,24"');
  });

  test('lets no name turn into markup', () => {
    expect(lineChart([{ ...series('low', {}), name: '<b>' }], SPAN)).toContain('&lt;b&gt;');
  });

  test.each([
    ['low', { '10:00': 5, '10:01': 80 }, 'answers with 5xx: 80 % at worst, at 10:01 UTC'],
    ['high', { '10:00': 5, '10:01': 80 }, 'checkers that see home healthy: 5 % at worst, at 10:00 UTC'],
    ['low', { '10:02': 80, '10:01': 80 }, 'answers with 5xx: 80 % at worst, at 10:01 UTC'],
    ['low', {}, 'answers with 5xx: no data'],
  ] as const)('is said in words (%s is good)', (good, values, words) => {
    expect(describeChart([series(good, values)])).toBe(words);
  });
});
