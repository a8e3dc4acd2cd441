import type { StateStore } from '../../../../lambda/status-update/ports';
import { INITIAL_STATE, type IncidentState } from '../../../../lambda/status-update/state/incident-state';

/** A store in memory that refuses what is not the successor of what it holds. */
export function memoryStore(): StateStore {
  let held: IncidentState = INITIAL_STATE;
  return {
    load: async () => held,
    save: async (state) => {
      if (state.version !== held.version) {
        return false;
      }
      held = { ...state, version: state.version + 1 };
      return true;
    },
  };
}
