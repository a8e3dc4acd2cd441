import { isCall } from '../../../../lambda/status-update/incident/call';
import { calls, minutes, play, type Wake } from '../helpers/play';
import { CHECKOUT_DOWN, SEARCH_DOWN, STORE_DOWN } from '../helpers/symptoms';

const MINUTE_MS = 60_000;
const NOW = Date.parse('2025-03-01T10:00:00Z');
const calledBefore = (minutes: number) => ({
  raised: false,
  nowMs: NOW,
  calledAtMs: NOW - minutes * MINUTE_MS,
});

describe('phones', () => {
  test.each(['opened', 'relapsed', 'resolved'] as const)('ring when an incident is %s', (kind) => {
    expect(isCall(kind, calledBefore(1))).toBe(true);
  });

  test.each(['recovered', 'said', 'retracted', 'nudge'] as const)(
    'are left alone when it is %s, however long they were',
    (kind) => {
      expect(isCall(kind, calledBefore(600))).toBe(false);
    },
  );

  test.each([true, false])('ring for a change whose severity is raised: %s', (raised) => {
    expect(isCall('changed', { ...calledBefore(1), raised })).toBe(raised);
  });

  test.each([
    [28.99, false],
    [29, true],
    [45, true],
  ])('ring again for what goes on %d minutes after the last time: %s', (minutes, rings) => {
    expect(isCall('still', calledBefore(minutes))).toBe(rings);
    expect(isCall('unstable', calledBefore(minutes))).toBe(rings);
  });

  test('ring as an outage begins, every half hour, and when it is over, though it is told more often', () => {
    const hour: Wake[] = [
      [0, [STORE_DOWN, 'ALARM']],
      ...minutes(1, 61),
      [62, [STORE_DOWN, 'OK']],
      ...minutes(63, 68),
    ];
    expect(play(hour)).toHaveLength(7);
    expect(calls(hour)).toEqual(['0 opened', '30 still', '60 still', '67 resolved']);
  });

  test('ring when less than a store becomes a whole store, and not for one more page', () => {
    const worse: Wake[] = [
      [0, [CHECKOUT_DOWN, 'ALARM']],
      [1, [SEARCH_DOWN, 'ALARM']],
      [2, [STORE_DOWN, 'ALARM']],
    ];
    expect(calls(worse)).toEqual(['0 opened', '2 changed']);
  });

  test('ring for what goes on when they have never rung', () => {
    expect(isCall('still', { raised: false, nowMs: NOW })).toBe(true);
  });
});
