import type { StorePaths } from '../../../failover/store-paths';
import { isStoreFault, type ScenarioFault } from '../../scenario/fault';
import type { Scenario } from '../../scenario/scenario';

/**
 * A scenario as one store plays it: the pages that faults name are where that store keeps them. Faults of nothing but
 * pages that it does not have are left out.
 */
export const atStore = (scenario: Scenario, paths: StorePaths): Scenario => ({
  ...scenario,
  faults: scenario.faults.flatMap((fault) => faultAt(fault, paths)),
});

/** A fault as one store has it; none where it is of nothing but pages that the store does not have. */
export function faultAt(fault: ScenarioFault, paths: StorePaths): readonly ScenarioFault[] {
  if (!isStoreFault(fault) || fault.paths === undefined) {
    return [fault];
  }
  const there = fault.paths.flatMap((path) =>
    path.startsWith('/') ? [path] : (paths[path as keyof StorePaths] ?? []),
  );
  return there.length === 0 ? [] : [{ ...fault, paths: there }];
}
