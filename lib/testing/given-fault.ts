import type { z } from 'zod';
import type { StorePaths } from '../failover/store-paths';
import { RehearsalError } from '../rehearsal/kernel/errors';
import { faultAt } from '../rehearsal/play/staging/at-store';
import { readGiven } from '../rehearsal/run/read-given';
import { FAULT, isStoreFault, type ScenarioFault, type StoreFault } from '../rehearsal/scenario/fault';

type Untimed<F> = F extends unknown ? Omit<F, 'fromSeconds' | 'toSeconds'> : never;

/** A fault of a scenario file without its times: it begins at once and lasts until it is mended. */
export type FaultInput = Untimed<z.input<typeof FAULT>>;

/** A way for the store itself to fail: it refuses connections, is slow, answers with errors and the like. */
export type StoreFaultInput = Extract<FaultInput, { kind: StoreFault['kind'] }>;

/** In place of the times, which are set when the fault is opened. */
const UNTIMED = { fromSeconds: 0, toSeconds: 1 };

const TIMES = ['fromSeconds', 'toSeconds'];

/**
 * Reads a fault as somebody wrote it.
 * @param where what was called, for messages
 * @param paths where the store keeps its pages
 * @throws RehearsalError INVALID_OPTION
 */
export function readFault(given: FaultInput, where: string, paths: StorePaths): ScenarioFault {
  const timed = Object.keys(given ?? {}).find((key) => TIMES.includes(key));
  if (timed !== undefined) {
    throw invalid(where, `${timed}: is not known here; a fault begins at once and lasts until mend()`);
  }
  const value = typeof given === 'object' && given !== null ? { ...given, ...UNTIMED } : given;
  const [fault] = faultAt(readGiven(FAULT, { value, where, hidden: TIMES }), paths);
  if (fault !== undefined) {
    return fault;
  }
  throw invalid(where, 'paths: the store has none of these pages; write a path, which begins with a slash');
}

/**
 * The same, of a fault of the store itself.
 * @throws RehearsalError INVALID_OPTION for faults of AWS's services and of the crowd, too
 */
export function readStoreFault(given: StoreFaultInput, where: string, paths: StorePaths): StoreFault {
  const fault = readFault(given, where, paths);
  if (isStoreFault(fault)) {
    return fault;
  }
  throw invalid(where, `kind: must be a fault of the store, got ${JSON.stringify(fault.kind)}; use inject`);
}

const invalid = (where: string, mistake: string): RehearsalError =>
  new RehearsalError('INVALID_OPTION', `${where}: ${mistake}`);
