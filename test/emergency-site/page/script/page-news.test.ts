import {
  isOfferDue,
  newsOf,
  referenceOf,
  timesOf,
  wordsFor,
} from '../../../../lib/emergency-site/page/script/page-news';
import type { PageMode, PageStatus } from '../../../../lib/emergency-site/page/script/page-status';
import { Said } from '../../../../lib/emergency-site/page/script/said';

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
    [{}, false, 'heading', 'closed'],
    [statusOf('emergency'), false, 'heading', 'closed'],
    [statusOf('degraded'), false, 'heading', 'closed'],
    [statusOf('maintenance'), false, 'maintenanceHeading', 'maintenance'],
    [statusOf('recovering'), false, 'openingHeading', 'recovering'],
    [statusOf('recovering'), true, 'openingHeading', 'recovering'],
    [statusOf('waiting_room'), false, 'waitingHeading', 'recovering'],
    [statusOf('normal'), false, 'openingHeading', 'opening'],
    [statusOf('normal'), true, 'pageHeading', 'page'],
    [statusOf('normal', OLD), true, 'heading', 'closed'],
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

describe('reference', () => {
  test.each([
    ['INC-20260302-01', 'INC-20260302-01'],
    ['MNT-20260302-12', 'MNT-20260302-12'],
    [`INC-${'1'.repeat(20)}`, `INC-${'1'.repeat(20)}`],
    [`INC-${'1'.repeat(21)}`, undefined],
    ['INC-', undefined],
    ['INC-20260302-01 call +48 600 000 000', undefined],
    ['call +48 600 000 000', undefined],
    ['', undefined],
    [undefined, undefined],
    [null, undefined],
    [20260302, undefined],
    [{ id: 1 }, undefined],
  ])('%p is shown as %p', (value, shown) => {
    expect(referenceOf(value)).toBe(shown);
  });
});

describe('times of a status', () => {
  test('are since, last update, next update, expected back and the turn', () => {
    const status = statusOf('emergency', {
      x_since: at(NOW - 60 * MINUTE),
      x_next_update_at: at(NOW + 15 * MINUTE),
      x_expected_back_at: at(NOW + 30 * MINUTE),
    });
    expect(timesOf(status, NOW, NOW + 5 * MINUTE)).toEqual([
      NOW - 60 * MINUTE,
      NOW,
      NOW + 15 * MINUTE,
      NOW + 30 * MINUTE,
      NOW + 5 * MINUTE,
    ]);
  });

  test.each([
    [1, NOW + 1],
    [0, 0],
    [-1, 0],
  ])('leave out what should have happened %d ms from now', (ms, expected) => {
    const status = statusOf('emergency', {
      x_next_update_at: at(NOW + ms),
      x_expected_back_at: at(NOW + ms),
    });
    expect(timesOf(status, NOW, NOW + ms).slice(2)).toEqual([expected, expected, expected]);
  });

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
