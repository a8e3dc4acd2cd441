import type { Money, RehearsalBudgets } from './understudy-props';

/**
 * What a rehearsal holds a stack to unless its props say otherwise: fast health checks (10 s x 3), records of at
 * most 60 s, a read timeout of 9 s and one-minute alarms make each of them reachable, with little to spare.
 */
export const DEFAULT_BUDGETS: RehearsalBudgets = {
  detectSeconds: 45,
  switchSeconds: 100,
  firstPageSeconds: 100,
  worstWaitSeconds: 11,
  alertSeconds: 180,
  recoveredSeconds: 300,
};

/** Where the stack keeps its rehearsal settings: a key of the template's `Metadata`. */
export const REHEARSAL_METADATA_KEY = 'Understudy';

/** The rehearsal settings in the template. */
export interface RehearsalMetadata {
  readonly schema: 1;
  readonly topology: 'edge' | 'dns';
  readonly domainName: string;
  readonly budgets: RehearsalBudgets;
  /** @default - outages have no price */
  readonly revenuePerMinute?: Money;
}
