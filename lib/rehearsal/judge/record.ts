import type { CostItem } from '../facts/monthly-cost';
import type { RehearsalSettings } from '../facts/settings';
import type { TimedEvent } from '../kernel/event-log';
import type { Coverage } from '../record/coverage';
import type { ShopperTally } from '../record/tally';
import type { ScenarioFault } from '../scenario/fault';
import type { Scenario } from '../scenario/scenario';
import type { UnknownValues } from '../unknowns/unknown-values';
import type { PredictedTimes } from './prediction/predicted-times';
import type { Promises } from './verdict/promised';

/** What times are counted from and to. */
export interface CountedInstants {
  /** When the first failure that Route 53 is sure to notice begins; where there is none, when the store first fails. */
  readonly failsMs: number;
  /** When the store fails again, having been well since, in order. */
  readonly failsAgainMs: readonly number[];
  /** When the last failure that Route 53 is sure to notice is repaired; where there is none, the last repair. */
  readonly repairedMs: number;
  /** The repairs after that, in order. */
  readonly repairedAgainMs: readonly number[];
}

/** What was played and what happened, before anybody judges it. */
export interface RehearsalRecord {
  readonly scenario: Scenario;
  readonly seed: number;
  /** What was taken for true of what AWS gives no number for. */
  readonly unknowns: UnknownValues;
  readonly settings: RehearsalSettings;
  /** The scenario's start, which reports count from. */
  readonly startMs: number;
  /** When the store first fails; without a fault of the store, when the first fault begins. */
  readonly failsMs: number;
  /** When the store's last fault ends; without one, when the last fault ends. */
  readonly repairedMs: number;
  /** What times are counted from and to. */
  readonly counted: CountedInstants;
  readonly endMs: number;
  /** Everything from the start on but what shoppers did, in order. */
  readonly events: readonly TimedEvent[];
  /** The faults that nobody and nothing ever met, as when a path is misspelt. */
  readonly unfelt: readonly ScenarioFault[];
  readonly shoppers: ShopperTally;
  /** What this stack can promise. */
  readonly promises: Promises;
  readonly coverage: Coverage;
  /** What the stack costs a month while nothing happens. */
  readonly cost: readonly CostItem[];
  /** What arithmetic on the template says about the times. */
  readonly predicted: PredictedTimes;
}
