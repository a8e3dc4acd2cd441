import { fitState } from './incident/fit-state';
import type { StateStore } from './ports';
import type { IncidentState } from './state/incident-state';

/** Each lost race means that somebody else got on, so a few tries are enough even when all alarms change at once. */
const MAX_TRIES = 25;

/**
 * Reads, changes and writes the state as one step: when somebody else wrote in between, it starts over from theirs.
 * `change` returns the state it was given when there is nothing to write. Returns what `change` made.
 *
 * @throws Error when it lost the race 25 times
 */
export async function updateState(
  store: StateStore,
  change: (before: IncidentState) => Promise<IncidentState> | IncidentState,
): Promise<IncidentState> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const before = await store.load();
    const changed = await change(before);
    const after = changed === before ? before : fitState(changed);
    if (after === before || (await store.save(after))) {
      return after;
    }
  }
  throw new Error(
    `state: somebody else wrote first each time, got ${MAX_TRIES} conflicts; the next wake-up tries again`,
  );
}
