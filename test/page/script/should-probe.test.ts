import type { PageMode, PageStatus } from '../../../lib/page/script/page-status';
import { isOpening, shouldProbe } from '../../../lib/page/script/should-probe';

const MINUTE = 60_000;
const NOW = 1_772_445_600_000;

const statusOf = (mode: PageMode, ageMs?: number): PageStatus => ({
  x_mode: mode,
  page: ageMs === undefined ? {} : { updated_at: new Date(NOW - ageMs).toISOString() },
});

describe('probe of the store', () => {
  test.each([
    ['normal', statusOf('normal', 0), [true, true, true, true]],
    ['normal, but old', statusOf('normal', 60 * MINUTE), [true, true, true, true]],
    ['recovering', statusOf('recovering', 0), [true, true, true, true]],
    ['waiting_room', statusOf('waiting_room', 0), [true, true, true, true]],
    ['an emergency of just now', statusOf('emergency', 0), [false, false, false, false]],
    ['an emergency, just fresh', statusOf('emergency', 15 * MINUTE - 1), [false, false, false, false]],
    ['an emergency, just old', statusOf('emergency', 15 * MINUTE), [false, false, false, true]],
    ['an emergency without a time', statusOf('emergency'), [false, false, false, true]],
    ['maintenance', statusOf('maintenance', 0), [false, false, false, false]],
    ['degraded', statusOf('degraded', 0), [false, false, false, true]],
    ['missing', {}, [false, false, false, true]],
  ])('with a status that is %s follows the first four polls: %j', (_case, status, expected) => {
    expect([1, 2, 3, 4].map((poll) => shouldProbe(status, poll, NOW))).toEqual(expected);
  });
});

describe('status', () => {
  test.each([
    ['normal', true],
    ['recovering', true],
    ['waiting_room', true],
    ['degraded', false],
    ['maintenance', false],
    ['emergency', false],
    [undefined, false],
  ] as const)('%s lets shoppers in: %s', (mode, opening) => {
    expect(isOpening({ x_mode: mode })).toBe(opening);
  });
});
