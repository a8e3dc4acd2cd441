import { VirtualClock } from '../../lib/rehearsal/kernel/clock/virtual-clock';
import { SimulatedStore } from '../../lib/rehearsal/play/store/simulated-store';
import { prepareAssembly } from '../../lib/rehearsal/play/world/prepared-assembly';
import { buildWorld, type World } from '../../lib/rehearsal/play/world/world';
import type { StoreFault } from '../../lib/rehearsal/scenario/fault';

const BEGIN_MS = Date.parse('2026-11-27T09:00:00Z');
/** Well for long enough that every alarm has data. */
const KILLED_MS = BEGIN_MS + 6 * 60_000;

/** An outage of the example's store, on a virtual clock, so that it is the same each time. */
export interface Outage {
  /** When the store dies. */
  readonly killedMs: number;
  readonly world: World;
  readonly clock: VirtualClock;
}

/**
 * Lets somebody look at a world in which the store dies.
 * @param faults their seconds count from its death
 */
export async function duringOutage<T>(
  assembly: string,
  faults: readonly StoreFault[],
  look: (outage: Outage) => Promise<T>,
): Promise<T> {
  const clock = new VirtualClock(BEGIN_MS);
  const world = await buildWorld({
    assembly: prepareAssembly(assembly),
    clock,
    seed: 1,
    hostStore: (addresses, example) =>
      new SimulatedStore(addresses, example, { faults, startMs: KILLED_MS, random: () => 0.5 }),
  });
  try {
    await clock.runUntil(KILLED_MS);
    return await look({ killedMs: KILLED_MS, world, clock });
  } finally {
    await world.close();
  }
}
