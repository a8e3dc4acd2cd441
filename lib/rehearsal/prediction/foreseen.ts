import { isStoreFault, type ScenarioFault } from '../scenario/fault';
import type { Scenario } from '../scenario/scenario';
import { type StoreFailure, storeFailure } from './store-failure';

/** What of a scenario predictions are made from. */
export type Foreseen = Pick<Scenario, 'faults' | 'shoppers' | 'capacity'> & Partial<Pick<Scenario, 'people'>>;

/** A failure whose course follows from the template alone. */
export interface ForeseenFailure {
  readonly failure: StoreFailure;
  readonly lastsMs: number;
  /** Who can be relied on to tell people: functions and alarms, alarms alone, or nobody. */
  readonly tellers: 'all' | 'alarms' | 'none';
  /** Whether whatever runs in the stack's region, such as its bucket, answers. */
  readonly regionRuns: boolean;
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
 * The one failure of the store, wherever it lies in the play, and what else goes wrong beside it.
 * @returns undefined where the course depends on more than the template, which nobody can predict
 */
export function foresee({ faults, capacity, people = [] }: Foreseen): ForeseenFailure | undefined {
  const [fault, ...more] = faults.filter(isStoreFault);
  const others = faults.filter((other) => !isStoreFault(other)).map(({ kind }) => kind);
  const failure = fault && more.length === 0 ? storeFailure(fault) : undefined;
  if (fault === undefined || failure === undefined || capacity !== undefined) return undefined;
  if (!others.every((kind) => HARMLESS.has(kind))) return undefined;
  // Planned work mutes messages; endpoints that are down or unconfirmed, and a region that is down, swallow them.
  const isPlanned = people.some(({ kind }) => kind === 'maintenance open');
  const isSilent = isPlanned || others.some((kind) => SILENCING.has(kind));
  return {
    failure,
    lastsMs: (fault.toSeconds - fault.fromSeconds) * 1000,
    tellers: isSilent ? 'none' : others.includes('functions fail') ? 'alarms' : 'all',
    regionRuns: !others.includes('region lost'),
  };
}
