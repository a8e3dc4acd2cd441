import { type ControlState, readControlState } from '../../lib/rehearsal/live/control/control-state';
import { isStoreFault } from '../../lib/rehearsal/scenario/fault';
import { ORIGIN_REFUSES } from '../rehearsal/helpers/origin-refuses';
import { duringOutage } from './outage';

const MINUTE_MS = 60_000;

/** What the control page shows three minutes after somebody has killed the store, as in a live rehearsal. */
export const killedStore = (assembly: string): Promise<ControlState> =>
  duringOutage(assembly, ORIGIN_REFUSES.faults.filter(isStoreFault), async ({ world, clock, killedMs }) => {
    world.log.record({ kind: 'fault', phase: 'starts', text: "the store's process ended (killed)" });
    await clock.runUntil(killedMs + 3 * MINUTE_MS);
    const nobody = async () => undefined;
    return readControlState({
      world,
      store: { running: false, pid: undefined, kill: nobody, restart: nobody },
      shopUrl: 'http://127.0.0.1:8080/',
      speed: 10,
      openedMs: killedMs - MINUTE_MS,
    });
  });
