import { VirtualClock } from './clock/virtual-clock';
import type { CostItem } from './cost/monthly-cost';
import type { TimedEvent } from './event-log';
import type { Scenario } from './scenario/scenario';
import { sendShoppers } from './shoppers/shoppers';
import { SimulatedStore } from './store/simulated-store';
import { judgeRehearsal, type Verdict } from './verdict/verdict';
import type { Coverage } from './world/coverage';
import type { RehearsalSettings } from './world/settings';
import { buildWorld } from './world/world';

/** When every rehearsal begins; any instant would do. */
const BEGIN_MS = Date.parse('2026-11-27T09:00:00Z');
/** How long the store runs well before anything happens: long enough for every alarm to have data. */
const WARM_UP_MS = 6 * 60_000;

/** What to rehearse. */
export interface RehearsalOptions {
  /** A cloud assembly, such as `cdk.out`. */
  readonly assembly: string;
  readonly scenario: Scenario;
  /** The same seed gives the same rehearsal. @default 1 */
  readonly seed?: number;
}

/** What came of it. */
export interface RehearsalResult {
  readonly scenario: Scenario;
  readonly settings: RehearsalSettings;
  /** The scenario's start, which reports count from. */
  readonly startMs: number;
  /** Everything from the start on, in order. */
  readonly events: readonly TimedEvent[];
  readonly verdict: Verdict;
  readonly coverage: Coverage;
  /** What the stack costs a month while nothing happens. */
  readonly cost: readonly CostItem[];
}

/**
 * Plays a scenario through an assembly on a virtual clock.
 * @throws RehearsalError when the assembly can't be rehearsed; a missed budget is part of the verdict instead
 */
export async function rehearse({ assembly, scenario, seed = 1 }: RehearsalOptions): Promise<RehearsalResult> {
  const clock = new VirtualClock(BEGIN_MS);
  const startMs = BEGIN_MS + WARM_UP_MS;
  const stores: SimulatedStore[] = [];
  const world = await buildWorld({
    assembly,
    clock,
    seed,
    hostStore: (addresses, example) => {
      const store = new SimulatedStore(addresses, example);
      stores.push(store);
      return store;
    },
  });
  try {
    const { fault } = scenario;
    clock.at(startMs + fault.fromSeconds * 1000, () => {
      world.log.record({ kind: 'fault', phase: 'starts', text: fault.text });
      for (const store of stores) store.break(fault.kind);
    });
    clock.at(startMs + fault.toSeconds * 1000, () => {
      world.log.record({ kind: 'fault', phase: 'ends', text: 'the store is repaired' });
      for (const store of stores) store.repair();
    });
    sendShoppers({ domainName: world.settings.domainName, ...world });
    await clock.runUntil(startMs + scenario.endSeconds * 1000);
    const events = world.log.events.filter(({ atMs }) => atMs >= startMs);
    const { settings, coverage, cost } = world;
    return {
      scenario,
      settings,
      startMs,
      events,
      coverage,
      cost,
      verdict: judgeRehearsal(events, settings.budgets),
    };
  } finally {
    await world.close();
  }
}
