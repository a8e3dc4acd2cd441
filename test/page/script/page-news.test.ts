import { isOfferDue, isStale, newsOf, timesOf, wordsFor } from '../../../lib/page/script/page-news';
import type { PageMode, PageStatus } from '../../../lib/page/script/page-status';
import { Said } from '../../../lib/page/script/said';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 2, 2, 10);
const at = (ms: number): string => new Date(ms).toISOString();

const statusOf = (mode: PageMode, fields: Readonly<Record<string, unknown>> = {}): PageStatus => ({
  x_mode: mode,
  page: { updated_at: at(NOW) },
  ...fields,
});
const OLD = { page: { updated_at: at(NOW - 15 * MINUTE) } };

describe('words for a status', () => {
  test.each([
    [{}, false, 'heading', 'unknown'],
    [statusOf('emergency'), false, 'heading', 'unknown'],
    [statusOf('degraded'), false, 'pageHeading', 'unknown'],
    [statusOf('degraded'), true, 'pageHeading', 'unknown'],
    [statusOf('maintenance'), false, 'maintenanceHeading', 'maintenance'],
    [statusOf('recovering'), false, 'openingHeading', 'recovering'],
    [statusOf('recovering'), true, 'openingHeading', 'recovering'],
    [statusOf('waiting_room'), false, 'waitingHeading', 'recovering'],
    [statusOf('normal'), false, 'openingHeading', 'opening'],
    [statusOf('normal'), true, 'pageHeading', 'page'],
    [statusOf('normal', OLD), true, 'heading', 'unknown'],
  ] as const)('%j, probe failed: %s, are %s and %s', (status, failed, heading, text) => {
    expect(wordsFor(status, NOW, failed)).toEqual([Said[heading], Said[text]]);
  });
});

describe('news', () => {
  test('is what the status says', () => {
    expect(newsOf(statusOf('recovering'))).toEqual(statusOf('recovering'));
  });

  test('is not that the store is open', () => {
    expect(newsOf(statusOf('normal'))).toEqual({});
  });
});

describe('news that shoppers wait for and that does not come', () => {
  const within = (changes: Readonly<Record<string, unknown>>): boolean =>
    isStale(statusOf('emergency', changes), NOW);

  test.each([
    [15 * MINUTE - 1, false],
    [15 * MINUTE, true],
  ])('is that of a file which is %d ms old: %s', (ageMs, stale) => {
    expect(within({ page: { updated_at: at(NOW - ageMs) } })).toBe(stale);
  });

  test.each([
    [2 * MINUTE - 1, false],
    [2 * MINUTE, true],
    [-MINUTE, false],
  ])('is that of an update which is %d ms late: %s', (lateMs, stale) => {
    expect(within({ x_next_update_at: at(NOW - lateMs) })).toBe(stale);
  });

  test('is none where there is no news', () => {
    expect(isStale({}, NOW)).toBe(false);
  });
});

describe('times of a status', () => {
  const since = at(NOW - 60 * MINUTE);
  const timesWith = (changes: Readonly<Record<string, unknown>>, turnMs = 0) =>
    timesOf(statusOf('emergency', { x_since: since, ...changes }), NOW, turnMs);

  test('are what lies ahead, the turn first, then the last update and since when', () => {
    const next = { x_next_update_at: at(NOW + 15 * MINUTE), x_expected_back_at: at(NOW + 30 * MINUTE) };
    expect(timesWith(next, NOW + 5 * MINUTE)).toEqual([
      NOW + 5 * MINUTE,
      NOW + 30 * MINUTE,
      NOW + 15 * MINUTE,
      NOW,
      NOW - 60 * MINUTE,
      0,
    ]);
  });

  test.each([
    [1, NOW + 1],
    [0, 0],
    [-1, 0],
  ])('leave out a turn and a next update that are %d ms from now', (ms, expected) => {
    const times = timesWith({ x_next_update_at: at(NOW + ms) }, NOW + ms);
    expect([times[0], times[2]]).toEqual([expected, expected]);
  });

  test.each([
    [1, NOW + 1, 0],
    [0, 0, NOW],
    [-1, 0, NOW - 1],
  ])('have a return that was expected %d ms from now last once it is over', (ms, ahead, over) => {
    const times = timesWith({ x_expected_back_at: at(NOW + ms) });
    expect([times[1], times[5]]).toEqual([ahead, over]);
  });

  test.each([
    [at(NOW - 20 * MINUTE), NOW - 20 * MINUTE],
    ['soon', NOW],
    [null, NOW],
    [undefined, NOW],
  ])(
    'have the last update from when shoppers were told something, %p, else from the file',
    (told, expected) => {
      expect(timesOf(statusOf('emergency', { x_told_at: told }), NOW, 0)[3]).toBe(expected);
    },
  );

  test('are none where there is no news', () => {
    expect(timesOf({}, NOW, 0).filter(Boolean)).toEqual([]);
  });
});

describe('offer', () => {
  test.each([
    ['an outage declared just now', statusOf('emergency'), undefined, true],
    ['no status', {}, undefined, false],
    ['an old status', statusOf('emergency', OLD), undefined, false],
    ['an exercise', statusOf('emergency', { x_drill: true }), undefined, false],
    ['maintenance', statusOf('maintenance'), undefined, false],
    ['an open store', statusOf('normal'), undefined, false],
    ['a store that lets shoppers in', statusOf('recovering'), undefined, false],
    ['an offer that still holds', statusOf('emergency'), at(NOW + 1), true],
    ['an offer that just ended', statusOf('emergency'), at(NOW), false],
  ])('is shown with %s', (_case, status, until, due) => {
    expect(isOfferDue(status, NOW, until)).toBe(due);
  });
});
