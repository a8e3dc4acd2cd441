import { SHOPPER_OUTCOMES, type ShopperOutcome } from '../../../lib/rehearsal/kernel/shopper-outcome';
import { rehearse } from '../../../lib/rehearsal/run/rehearse';
import { isStoreFault } from '../../../lib/rehearsal/scenario/fault';
import { builtInScenarios } from '../../../lib/rehearsal/scenario/load-scenario';
import type { Scenario } from '../../../lib/rehearsal/scenario/scenario';
import type { Contestant } from './peers';

/** What one contestant did in one scenario. */
export interface Score {
  readonly scenario: string;
  readonly contestant: string;
  /** The longest time that a shopper looked at nothing. */
  readonly longestWaitMs: number;
  /** Of the requests made while a fault lasted: how many got the store, a copy of it, or the emergency page in time. */
  readonly servedPercent: number;
  /** Requests that came to a browser's or CloudFront's own error, or to nonsense in place of the store. */
  readonly rawErrors: number;
  /** From the failure until the first message to anybody. `null`: nobody is told. */
  readonly alertMs: number | null;
}

const SERVED: readonly ShopperOutcome[] = ['served fresh', 'served stale', 'emergency page'];

/**
 * The built-in scenarios that mean the same to everybody: the store or its shoppers misbehave, and nothing else does.
 * Those that break what only some have (the functions, the topics, the emergency site, the region, single checkers) or
 * that can not happen to some (a store known by its IP address has no name that could fail) are left out.
 */
export const commonScenarios = (): readonly Scenario[] =>
  builtInScenarios().filter(
    ({ faults, topologies }) =>
      topologies.length > 1 && faults.every((fault) => isStoreFault(fault) || fault.kind === 'spike'),
  );

/** Plays one scenario through one contestant. */
export async function score({ name, assembly }: Contestant, scenario: Scenario): Promise<Score> {
  const { shoppers, verdict } = await rehearse({ assembly, scenario });
  const count = (outcomes: readonly ShopperOutcome[]) =>
    outcomes.reduce((sum, outcome) => sum + shoppers.phases.fault[outcome].count, 0);
  return {
    scenario: scenario.name,
    contestant: name,
    longestWaitMs: Math.round(verdict.times.worstWaitMs),
    servedPercent: (100 * count(SERVED)) / count(SHOPPER_OUTCOMES),
    rawErrors: verdict.requests['raw error'],
    alertMs: verdict.times.alertMs === undefined ? null : Math.round(verdict.times.alertMs),
  };
}
