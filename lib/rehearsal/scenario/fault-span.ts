import { isStoreFault, type ScenarioFault } from './fault';

/** The instants that times are counted from, in seconds after the scenario's start. */
export interface FaultSpan {
  readonly failsSeconds: number;
  readonly repairedSeconds: number;
}

/**
 * From the first failure of the store to the last repair. What else goes wrong, before or after, is no reason to count
 * from there, unless the store does not fail at all.
 */
export function faultSpan(faults: readonly ScenarioFault[]): FaultSpan {
  const ofStore = faults.filter(isStoreFault);
  const counted = ofStore.length > 0 ? ofStore : faults;
  return {
    failsSeconds: Math.min(...counted.map(({ fromSeconds }) => fromSeconds)),
    repairedSeconds: Math.max(...counted.map(({ toSeconds }) => toSeconds)),
  };
}
