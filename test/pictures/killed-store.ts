import { VirtualClock } from '../../lib/rehearsal/kernel/clock/virtual-clock';
import { type ControlState, readControlState } from '../../lib/rehearsal/live/control/control-state';
import { SimulatedStore } from '../../lib/rehearsal/play/store/simulated-store';
import { readBlueprint } from '../../lib/rehearsal/play/world/blueprint';
import { buildWorld } from '../../lib/rehearsal/play/world/world';
import { isStoreFault } from '../../lib/rehearsal/scenario/fault';
import { ORIGIN_REFUSES } from '../rehearsal/helpers/origin-refuses';

const MINUTE_MS = 60_000;
const BEGIN_MS = Date.parse('2026-11-27T09:00:00Z');
/** Long enough for every alarm to have data. */
const WELL_MS = 6 * MINUTE_MS;
const KILLED_MS = BEGIN_MS + WELL_MS;

/**
 * What the control page shows three minutes after somebody has killed the store: the world of a live rehearsal, but on a
 * virtual clock, so that it is the same each time.
 */
export async function killedStore(assembly: string): Promise<ControlState> {
  const clock = new VirtualClock(BEGIN_MS);
  const world = await buildWorld({
    assembly: readBlueprint(assembly),
    clock,
    seed: 1,
    hostStore: (addresses, example) =>
      new SimulatedStore(addresses, example, {
        faults: ORIGIN_REFUSES.faults.filter(isStoreFault),
        startMs: KILLED_MS,
        random: () => 0.5,
      }),
  });
  try {
    await clock.runUntil(KILLED_MS);
    world.log.record({ kind: 'fault', phase: 'starts', text: "the store's process ended (killed)" });
    await clock.runUntil(KILLED_MS + 3 * MINUTE_MS);
    const nobody = async () => undefined;
    return readControlState({
      world,
      store: { running: false, pid: undefined, kill: nobody, restart: nobody },
      shopUrl: 'http://127.0.0.1:8080/',
      speed: 10,
      openedMs: KILLED_MS - MINUTE_MS,
    });
  } finally {
    await world.close();
  }
}
