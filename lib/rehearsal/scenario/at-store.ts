import type { StorePaths } from '../../store-paths';
import { isStoreFault, type ScenarioFault } from './fault';
import type { Scenario } from './scenario';

/** A scenario as one store plays it: the pages that faults name are where that store keeps them. */
export const atStore = (scenario: Scenario, paths: StorePaths): Scenario => ({
  ...scenario,
  faults: scenario.faults.map((fault) => faultAt(fault, paths)),
});

const faultAt = (fault: ScenarioFault, paths: StorePaths): ScenarioFault =>
  isStoreFault(fault) && fault.paths !== undefined
    ? { ...fault, paths: fault.paths.map((path) => paths[path as keyof StorePaths] ?? path) }
    : fault;
