import {
  isOfferDue,
  isPageOnly,
  newsOf,
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
    [undefined, false, false, 'heading', 'closed'],
    ['emergency', false, false, 'heading', 'closed'],
    ['degraded', false, false, 'heading', 'closed'],
    ['maintenance', false, false, 'maintenanceHeading', 'maintenance'],
    ['recovering', false, false, 'openingHeading', 'recovering'],
    ['recovering', true, false, 'openingHeading', 'openWhilePaused'],
    ['normal', false, false, 'openingHeading', 'opening'],
    ['normal', true, false, 'openingHeading', 'openWhilePaused'],
    ['normal', false, true, 'heading', 'closed'],
  ] as const)('%s, paused: %s, probe failed: %s, are %s and %s', (mode, paused, failed, heading, text) => {
    const status = mode && statusOf(mode);
    expect(wordsFor(status, paused, failed)).toEqual([Said[heading], Said[text]]);
  });
});

describe('failure of this page only', () => {
  test.each([
    ['a fresh normal status and a failed probe', statusOf('normal'), true, true],
    ['a normal status before the probe', statusOf('normal'), false, false],
    ['an old normal status', statusOf('normal', OLD), true, false],
    ['an emergency', statusOf('emergency'), true, false],
    ['no status', undefined, true, false],
  ])('with %s', (_case, status, failed, expected) => {
    expect(isPageOnly(status, NOW, failed)).toBe(expected);
  });
});

describe('news', () => {
  const messages = { x_messages: { en: 'We are on it.' } };

  test('is what people wrote', () => {
    expect(newsOf(statusOf('emergency', messages), ['pl', 'en'])).toEqual(['We are on it.', 'en']);
  });

  test('is not that the store is open', () => {
    expect(newsOf(statusOf('normal', messages), ['en'])).toBeUndefined();
  });
});

describe('times of a status', () => {
  test('are since, last update, next update and expected back', () => {
    const status = statusOf('emergency', {
      x_since: at(NOW - 60 * MINUTE),
      x_next_update_at: at(NOW + 15 * MINUTE),
      x_expected_back_at: at(NOW + 30 * MINUTE),
    });
    expect(timesOf(status, NOW)).toEqual([NOW - 60 * MINUTE, NOW, NOW + 15 * MINUTE, NOW + 30 * MINUTE]);
  });

  test.each([
    [1, NOW + 1],
    [0, Number.NaN],
    [-1, Number.NaN],
  ])('leave out what should have happened %d ms from now', (ms, expected) => {
    const status = statusOf('emergency', {
      x_next_update_at: at(NOW + ms),
      x_expected_back_at: at(NOW + ms),
    });
    expect(timesOf(status, NOW).slice(2)).toEqual([expected, expected]);
  });

  test.each([[undefined], [statusOf('normal')]])('are none for %j', (status) => {
    expect(timesOf(status, NOW)).toEqual([]);
  });
});

describe('offer', () => {
  test.each([
    ['an outage declared just now', statusOf('emergency'), undefined, true],
    ['no status', undefined, undefined, false],
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
