import fc from 'fast-check';
import {
  hasEasedForGood,
  isNudgeDue,
  isUpdateDue,
  nextUpdateAt,
  resolvedBy,
} from '../../../../lambda/status-update/incident/cadence';

const MINUTE_MS = 60_000;
const TEN = Date.parse('2025-03-01T10:00:00Z');
const severity = fc.constantFrom('SEV1', 'SEV2', 'SEV3');

describe('next update', () => {
  test.each([
    ['SEV1', 0, 15],
    ['SEV1', 1, 16],
    ['SEV1', MINUTE_MS, 16],
    ['SEV2', 0, 30],
    ['SEV3', 0, 60],
  ] as const)('of %s told %i ms past the tick is promised %i minutes after it', (level, pastMs, minutes) => {
    expect(nextUpdateAt(level, TEN + pastMs)).toBe(TEN + minutes * MINUTE_MS);
  });

  test('is due when it can no longer wait for the next tick', () => {
    expect(isUpdateDue(TEN, TEN - MINUTE_MS)).toBe(false);
    expect(isUpdateDue(TEN, TEN - MINUTE_MS + 1)).toBe(true);
    expect(isUpdateDue(TEN, TEN + 1)).toBe(true);
  });

  test('comes no later than promised, whatever the phase of the schedule', () => {
    fc.assert(
      fc.property(severity, fc.nat(10 * MINUTE_MS), fc.nat(MINUTE_MS - 1), (level, toldMs, phaseMs) => {
        const promisedMs = nextUpdateAt(level, TEN + toldMs);
        let tickMs = TEN + phaseMs;
        while (tickMs <= TEN + toldMs || !isUpdateDue(promisedMs, tickMs)) {
          tickMs += MINUTE_MS;
        }
        expect(tickMs).toBeLessThanOrEqual(promisedMs);
      }),
    );
  });
});

describe('resolution', () => {
  test('comes no later than promised, whatever the phase of the schedule', () => {
    fc.assert(
      fc.property(fc.nat(10 * MINUTE_MS), fc.nat(MINUTE_MS - 1), (wellMs, phaseMs) => {
        let tickMs = TEN + phaseMs;
        while (tickMs - (TEN + wellMs) < 5 * MINUTE_MS) {
          tickMs += MINUTE_MS;
        }
        expect(tickMs).toBeLessThanOrEqual(resolvedBy(TEN + wellMs, 5 * MINUTE_MS));
      }),
    );
  });
});

describe('nudge', () => {
  test.each([
    [3 * MINUTE_MS, false],
    [3 * MINUTE_MS - 1, true],
    [2 * MINUTE_MS, true],
    [0, true],
  ])('with %i ms to go is due: %s', (leftMs, due) => {
    expect(isNudgeDue(TEN, TEN - leftMs)).toBe(due);
  });
});

describe('improvement', () => {
  test.each([
    [5 * MINUTE_MS - 1, false],
    [5 * MINUTE_MS, true],
  ])('that has held for %i ms is told on its own: %s', (heldMs, told) => {
    expect(hasEasedForGood(TEN, TEN + heldMs)).toBe(told);
  });
});
