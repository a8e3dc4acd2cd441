import { seededRandom } from '../kernel/clock/random';
import { MINUTE_MS } from '../kernel/clock/units';
import { VirtualClock } from '../kernel/clock/virtual-clock';
import type { ScenarioFault } from '../scenario/fault';
import { Population, type PopulationOptions } from './shoppers/population';
import type { Disruptions, ScenarioTime } from './staging/disruptions';
import { ShopSessions } from './store/shop-sessions';
import { SimulatedStore, type StoreTroubles } from './store/simulated-store';
import type { HostStore } from './world/hosts';
import { buildWorld, type World, type WorldOptions } from './world/world';

/** When every rehearsal begins; any instant would do. */
const BEGIN_MS = Date.parse('2026-11-27T09:00:00Z');
/** How long the store runs well before anything happens: long enough for every alarm to have data. */
const WARM_UP_MS = 6 * MINUTE_MS;
/** The instant that the seconds of a scenario count from. */
export const START_MS = BEGIN_MS + WARM_UP_MS;

/** Set the chances of the store and of its shoppers apart from the rest of the world's. */
const STORE_SEED = 1_000_003;
const SHOPPERS_SEED = 2_000_003;
const SESSIONS_SEED = 3_000_017;

/** What can go wrong in a world, and how much its store can take. */
export interface StagedWorldOptions
  extends Pick<WorldOptions, 'assembly' | 'seed' | 'staysOpen' | 'unknowns'>,
    Pick<StoreTroubles, 'faults' | 'capacity'> {
  /** What is wrong with AWS's own services. */
  readonly disruptions: (time: ScenarioTime) => Disruptions;
  /** Gathers the faults that somebody or something met. */
  readonly felt: Set<ScenarioFault>;
}

/** A world on a virtual clock, and the clock that moves it. */
export interface StagedWorld {
  readonly world: World;
  readonly clock: VirtualClock;
}

/**
 * Builds the world that rehearsals play in, {@link START_MS} still to come: the store runs well until then.
 * @throws RehearsalError when the assembly can't be rehearsed
 */
export async function buildStagedWorld({
  assembly,
  seed,
  staysOpen,
  unknowns,
  disruptions,
  ...store
}: StagedWorldOptions): Promise<StagedWorld> {
  const clock = new VirtualClock(BEGIN_MS);
  const time = { startMs: START_MS, nowMs: () => clock.nowMs, felt: store.felt };
  const world = await buildWorld({
    assembly,
    clock,
    seed,
    hostStore: storeFor(seed, store),
    disruptions: disruptions(time),
    ...(staysOpen !== undefined && { staysOpen }),
    ...(unknowns !== undefined && { unknowns }),
  });
  return { world, clock };
}

const storeFor =
  (seed: number, store: Pick<StoreTroubles, 'faults' | 'capacity' | 'felt'>): HostStore =>
  (addresses, example) =>
    new SimulatedStore(addresses, example, {
      ...store,
      startMs: START_MS,
      random: seededRandom(seed + STORE_SEED),
      sessions: new ShopSessions(seededRandom(seed + SESSIONS_SEED)),
    });

/** Lets shoppers come to a world from now on. @param options with the seed of the world */
export function bringShoppers(world: World, options: PopulationOptions): Population {
  const population = new Population(
    { ...world, ...world.settings },
    { ...options, seed: options.seed + SHOPPERS_SEED },
  );
  population.begin();
  return population;
}
