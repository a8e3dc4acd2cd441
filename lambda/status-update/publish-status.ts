import type { Ports } from './ports';
import type { Store } from './settings';
import { statusJson } from './status-document';

/** Writers that overtake each other settle after one more write; the schedule heals the rest. */
const MAX_WRITES = 3;

/** Writes `status.json` from the newest state, again if the state changed meanwhile, so that the last writer is right. */
export async function publishStatus({ store, statusFile, now }: Ports, about: Store): Promise<void> {
  let state = await store.load();
  for (let writes = 0; writes < MAX_WRITES; writes += 1) {
    await statusFile.write(statusJson(state, about, now()));
    const newest = await store.load();
    if (newest.sequence === state.sequence) {
      return;
    }
    state = newest;
  }
}
