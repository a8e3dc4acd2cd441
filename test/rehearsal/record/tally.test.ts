import { answeredBy, countSince } from '../../../lib/rehearsal/record/tally';
import { aTally } from '../helpers/a-tally';

const SPAN = { startMs: 10_000, failsMs: 20_000, repairedMs: 30_000 };

describe('tally of shoppers', () => {
  test.each([
    [9_999, undefined],
    [10_000, 'before'],
    [19_999, 'before'],
    [20_000, 'fault'],
    [29_999, 'fault'],
    [30_000, 'after'],
  ] as const)('counts a request of %i ms in its phase: %s', (atMs, phase) => {
    const { phases, totals } = aTally(SPAN, [{ atMs, outcome: 'raw error' }]);
    const counted = (['before', 'fault', 'after'] as const).filter(
      (name) => phases[name]['raw error'].count > 0,
    );
    expect(counted).toEqual(phase === undefined ? [] : [phase]);
    expect(totals['raw error']).toBe(counted.length);
  });

  test('keeps the first and the last request of each outcome', () => {
    const { phases, waits } = aTally(SPAN, [
      { atMs: 20_000, outcome: 'emergency page', waitMs: 5 },
      { atMs: 21_000, outcome: 'emergency page', waitMs: 700 },
      { atMs: 22_000, outcome: 'emergency page', waitMs: 6 },
      { atMs: 23_000, outcome: 'served stale', waitMs: 8 },
    ]);
    expect(phases.fault['emergency page']).toMatchObject({
      count: 3,
      first: { atMs: 20_000 },
      last: { atMs: 22_000 },
    });
    expect(phases.fault['raw error']).toEqual({ count: 0 });
    expect(waits.fault).toMatchObject({ count: 4, maxMs: 700 });
    expect(waits.after.count).toBe(0);
  });

  test.each([
    [10_000, 3],
    [12_000, 2],
    [12_001, 1],
    [13_000, 1],
    [99_000, 0],
  ])('counts whole seconds since %i ms: %i', (sinceMs, count) => {
    const tally = aTally(SPAN, [
      { atMs: 10_500, outcome: 'raw error' },
      { atMs: 12_500, outcome: 'gave up' },
      { atMs: 13_500, outcome: 'raw error' },
      { atMs: 14_500, outcome: 'served fresh' },
    ]);
    expect(countSince(tally, sinceMs, ['raw error', 'gave up'])).toBe(count);
  });

  test.each([
    [10_000, 10_000],
    [12_000, 12_000],
    [12_001, 21_000],
    [21_000, 21_000],
    [21_001, 22_000],
  ])('knows when whoever asked before %i ms had an answer, to the second: %i ms', (atMs, expected) => {
    const tally = aTally(SPAN, [
      { atMs: 12_500, outcome: 'gave up', waitMs: 8_000 },
      { atMs: 21_500, outcome: 'served fresh', waitMs: 0 },
    ]);
    expect(answeredBy(tally, atMs)).toBe(expected);
  });
});
