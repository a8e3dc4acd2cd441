import { isStoreFault, type ScenarioFault, type StoreFault } from '../../scenario/fault';
import { liesApart } from '../../scenario/fault-span';
import type { Scenario } from '../../scenario/scenario';
import { flapsOf, lastsMs, type StoreFailure, storeFailure } from './store-failure';

/** What of a scenario predictions are made from. */
export type PredictionInput = Pick<Scenario, 'faults' | 'shoppers' | 'capacity'> &
  Partial<Pick<Scenario, 'people'>>;

/** A failure whose course follows from the template alone. */
export interface PredictableFailure {
  readonly failure: StoreFailure;
  /** Without a break, from its beginning on. */
  readonly lastsMs: number;
  /** Who can be relied on to tell people: functions and alarms, alarms alone, or nobody. */
  readonly tellers: 'all' | 'alarms' | 'none';
  /** Whether whatever runs in the stack's region, such as its bucket, answers. */
  readonly regionRuns: boolean;
  /** Whether the store fails before, for too short a time to switch anything. */
  readonly failsBefore: boolean;
  /** Whether the store fails again: by the same fault, or for too short a time to switch anything. */
  readonly failsAgain: boolean;
}

/** What Route 53 makes of faults. */
export interface Noticing {
  /** Whether it is sure to notice a fault that is alone. */
  readonly isNoticed: (fault: StoreFault) => boolean;
  /** Whether it is sure to notice none of several. */
  readonly noneNoticed: (faults: readonly StoreFault[]) => boolean;
}

/** Other faults that leave a single failure of the store its course. */
const HARMLESS: ReadonlySet<ScenarioFault['kind']> = new Set([
  'functions fail',
  'endpoints down',
  'unconfirmed',
  'region lost',
]);

/** Faults that keep messages from people. */
const SILENCING: ReadonlySet<ScenarioFault['kind']> = new Set([
  'endpoints down',
  'unconfirmed',
  'region lost',
]);

/**
 * The one failure of the store that times are counted from, wherever it lies in the play, and what else goes wrong
 * beside it.
 * @returns undefined where the course depends on more than the template, which nobody can predict
 */
export function predictableFailure(
  { faults, capacity, people = [] }: PredictionInput,
  noticing: Noticing,
): PredictableFailure | undefined {
  const ofStore = faults.filter(isStoreFault);
  const fault = countedFault(ofStore, noticing);
  const others = faults.filter((other) => !isStoreFault(other)).map(({ kind }) => kind);
  const failure = fault && storeFailure(fault);
  if (fault === undefined || failure === undefined || capacity !== undefined) {
    return undefined;
  }
  if (!others.every((kind) => HARMLESS.has(kind))) {
    return undefined;
  }
  // Planned work mutes messages; endpoints that are down or unconfirmed, and a region that is down, swallow them.
  const isPlanned = people.some(({ kind }) => kind === 'maintenance open');
  const isSilent = isPlanned || others.some((kind) => SILENCING.has(kind));
  return {
    failure,
    lastsMs: lastsMs(fault),
    tellers: isSilent ? 'none' : others.includes('functions fail') ? 'alarms' : 'all',
    regionRuns: !others.includes('region lost'),
    failsBefore: ofStore.some(({ fromSeconds }) => fromSeconds < fault.fromSeconds),
    failsAgain:
      flapsOf(fault) !== undefined || ofStore.some(({ fromSeconds }) => fromSeconds > fault.fromSeconds),
  };
}

/** The only one; or, of several that lie apart, the only one that Route 53 can notice. */
function countedFault(
  faults: readonly StoreFault[],
  { isNoticed, noneNoticed }: Noticing,
): StoreFault | undefined {
  if (faults.length <= 1) {
    return faults[0];
  }
  const at = faults.findIndex(isNoticed);
  const noticed = faults[at];
  const others = faults.filter((_, index) => index !== at);
  if (noticed === undefined || !noneNoticed(others)) {
    return undefined;
  }
  return others.every((other) => liesApart(other, noticed)) ? noticed : undefined;
}
