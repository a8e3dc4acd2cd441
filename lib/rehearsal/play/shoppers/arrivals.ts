import type { Random } from '../../kernel/clock/random';
import { MINUTE_MS } from '../../kernel/clock/units';
import type { ScenarioFault } from '../../scenario/fault';
import { isActive, strength } from '../store/faults/active-faults';

/** A wait until the next shopper comes is drawn again after this long, because by then it may be busier. */
const LOOK_AHEAD_MS = 1_000;

/** When to look again, and whether somebody comes then. */
export interface Arrival {
  readonly afterMs: number;
  readonly comes: boolean;
}

/**
 * Draws the next arrival of a Poisson process, in which the past says nothing about the wait.
 * @param perMinute the mean at this moment, at least 0
 */
export function nextArrival(perMinute: number, random: Random): Arrival {
  const waitMs =
    perMinute === 0 ? Number.POSITIVE_INFINITY : (-Math.log(1 - random()) * MINUTE_MS) / perMinute;
  return waitMs > LOOK_AHEAD_MS ? { afterMs: LOOK_AHEAD_MS, comes: false } : { afterMs: waitMs, comes: true };
}

/** How many times as many shoppers as usual come at an instant. Spikes that overlap multiply. */
export function spikeFactor(faults: readonly ScenarioFault[], sinceStartMs: number): number {
  let factor = 1;
  for (const fault of faults) {
    if (fault.kind !== 'spike' || !isActive(fault, sinceStartMs)) {
      continue;
    }
    factor *= 1 + (fault.times - 1) * strength(fault, sinceStartMs);
  }
  return factor;
}
