import { isStoreFault, type ScenarioFault, type StoreFault } from './fault';
import { STAGES } from './fault-stages';

/**
 * The fault behind which another one can't be met from its beginning to its end, because no exchange gets that far.
 * @returns undefined when there is none, or when several hide it piece by piece
 */
export const hiddenBy = (fault: ScenarioFault, faults: readonly ScenarioFault[]): StoreFault | undefined =>
  isStoreFault(fault) ? faults.filter(isStoreFault).find((other) => hides(other, fault)) : undefined;

/** A client that skips certificate validation isn't stopped by an expired one; one that connects by IP needs no DNS. */
const hides = (other: StoreFault, fault: StoreFault): boolean =>
  STAGES[other.kind] < STAGES[fault.kind] &&
  other.kind !== 'certificate expired' &&
  other.kind !== 'name fails' &&
  other.paths === undefined &&
  other.methods === undefined &&
  other.flaps === undefined &&
  other.fromSeconds <= fault.fromSeconds &&
  other.toSeconds >= fault.toSeconds;
