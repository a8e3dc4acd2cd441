import { mitigationOf } from '../../../../lambda/status-update/review/milestones';
import { at, series, simpleReviewDue } from '../helpers/reviews';

const fromMs = at('09:42');

describe('mitigation at the edge', () => {
  test.each([
    ['the first minute with errors', { '09:57': 0, '09:58': 30, '09:59': 90 }, '09:58'],
    ['also one after the alarm', { '10:05': 90 }, '10:05'],
    ['no minute of long before', { '09:41': 90, '10:05': 90 }, '10:05'],
    ['unknown without errors', { '09:57': 1 }, undefined],
  ])('is %s', (_what, errors: Readonly<Record<string, number>>, expected) => {
    const evidence = { series: [series('high', { '09:50': 0 }), series('low', errors)] };
    const { atMs, otherwise } = mitigationOf(simpleReviewDue(), evidence, { topology: 'edge', fromMs });
    expect(atMs).toBe(expected && at(expected));
    expect(otherwise).toBe('no failing response was measured');
  });
});

describe('mitigation by DNS', () => {
  test.each([
    ['the end of the first minute that failed', { '09:57': 100, '09:58': 0, '09:59': 0 }, '09:59'],
    ['no minute of long before', { '09:41': 0 }, undefined],
    ['unknown while the health check passed', { '09:58': 100 }, undefined],
  ])('is %s', (_what, values: Readonly<Record<string, number>>, expected) => {
    const evidence = { series: [], storeHealth: series('high', values) };
    const { atMs, otherwise } = mitigationOf(simpleReviewDue(), evidence, { topology: 'dns', fromMs });
    expect(atMs).toBe(expected && at(expected));
    expect(otherwise).toBe('not measured');
  });

  test('is none for what Route 53 does not switch', () => {
    const slow = { scope: { kind: 'slow' as const, labels: ['origin'] } };
    const evidence = { series: [], storeHealth: series('high', { '09:58': 0 }) };
    const { atMs, otherwise } = mitigationOf(slow, evidence, { topology: 'dns', fromMs });
    expect(atMs).toBeUndefined();
    expect(otherwise).toBe('nothing was switched');
  });
});
