import {
  activeFaults,
  isActive,
  strength,
} from '../../../../../lib/rehearsal/play/store/faults/active-faults';
import type { ScenarioFault } from '../../../../../lib/rehearsal/scenario/fault';

const fault: ScenarioFault = { kind: 'refuses', fromSeconds: 10, toSeconds: 100, text: '' };

describe('fault', () => {
  test.each([
    [9_999, false],
    [10_000, true],
    [99_999, true],
    [100_000, false],
  ])('is there after %i ms: %s', (sinceStartMs, expected) => {
    expect(isActive(fault, sinceStartMs)).toBe(expected);
  });

  test.each([
    [10_000, true],
    [29_999, true],
    [30_000, false],
    [59_999, false],
    [60_000, true],
    [100_000, false],
  ])('that is down for 20 s and up for 30 s is there after %i ms: %s', (sinceStartMs, expected) => {
    const flapping = { ...fault, flaps: { downSeconds: 20, upSeconds: 30 } };
    expect(isActive(flapping, sinceStartMs)).toBe(expected);
  });

  test.each([
    [10_000, 0],
    [15_000, 0.5],
    [20_000, 1],
    [50_000, 1],
  ])('with a ramp of 10 s has its strength after %i ms: %d', (sinceStartMs, expected) => {
    expect(strength({ fromSeconds: 10, rampSeconds: 10 }, sinceStartMs)).toBe(expected);
  });

  test('without a ramp is at its full strength at once', () => {
    expect(strength({ fromSeconds: 10, rampSeconds: 0 }, 10_000)).toBe(1);
  });

  test('comes with others in the order of the scenario', () => {
    const later: ScenarioFault = { ...fault, kind: 'hangs', fromSeconds: 50 };
    expect(activeFaults([later, fault], 20_000)).toEqual([fault]);
    expect(activeFaults([later, fault], 50_000)).toEqual([later, fault]);
  });
});
