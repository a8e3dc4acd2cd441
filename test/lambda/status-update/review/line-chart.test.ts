import { describeChart, lineChart } from '../../../../lambda/status-update/review/line-chart';
import { at, series } from '../helpers/reviews';

const SPAN = { fromMs: at('10:00'), toMs: at('10:10') };
const MARKS = { fault: { fromMs: at('10:02'), toMs: at('10:07') }, messages: [] };

describe('line chart', () => {
  test('puts time from left to right and percent from bottom to top', () => {
    const svg = lineChart([series('low', { '10:10': 100, '10:00': 0, '10:05': 50 })], SPAN, MARKS);
    expect(svg).toContain('points="0,194 180,114 360,34"');
  });

  test('leaves out what lies outside its span, and keeps values on the chart', () => {
    const svg = lineChart([series('low', { '09:59': 10, '10:00': 120, '10:11': 10 })], SPAN, MARKS);
    expect(svg).toContain('points="0,34"');
  });

  test('shades the time of the fault, and marks each message by its number', () => {
    const messages = [
      { update: 1, atMs: at('10:03') },
      { update: 2, atMs: at('10:10') },
    ];
    const svg = lineChart([series('low', {})], SPAN, { ...MARKS, messages });
    expect(svg).toContain('<rect x="72" y="34" width="180" height="160" ');
    expect(
      [...svg.matchAll(/<path d="M(\d+) 34V194".*?<text x="(\d+)" [^>]*>(\d)</g)].map((m) => m.slice(1)),
    ).toEqual([
      ['108', '108', '1'],
      ['360', '356', '2'],
    ]);
  });

  test('keeps a fault that lasts longer than the span on the chart', () => {
    const fault = { fromMs: at('09:00'), toMs: at('11:00') };
    expect(lineChart([], SPAN, { fault, messages: [] })).toContain('<rect x="0" y="16" width="360" ');
  });

  test('dates both of its ends', () => {
    const svg = lineChart([], SPAN, MARKS);
    expect(svg).toContain('>2025-03-01 10:00 UTC<');
    expect(svg).toContain('>2025-03-01 10:10 UTC<');
  });

  test('lets no name turn into markup', () => {
    expect(lineChart([{ ...series('low', {}), name: '<b>' }], SPAN, MARKS)).toContain('&lt;b&gt;');
  });

  test.each([
    ['low', { '10:00': 5, '10:01': 80 }, 'responses with 5xx: 80 % at worst, at 10:01 UTC'],
    ['high', { '10:00': 5, '10:01': 80 }, 'checkers that see home healthy: 5 % at worst, at 10:00 UTC'],
    ['low', { '10:02': 80, '10:01': 80 }, 'responses with 5xx: 80 % at worst, at 10:01 UTC'],
    ['low', {}, 'responses with 5xx: no data'],
  ] as const)('is said in words (%s is good)', (good, values, words) => {
    expect(describeChart([series(good, values)], MARKS)).toBe(`${words}; shaded from 10:02 UTC to 10:07 UTC`);
  });

  test('says in words when messages went out', () => {
    const messages = [{ update: 1, atMs: at('10:03') }];
    expect(describeChart([], { ...MARKS, messages })).toBe(
      'shaded from 10:02 UTC to 10:07 UTC; message 1 at 10:03 UTC',
    );
  });
});
