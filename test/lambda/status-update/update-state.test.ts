import { INITIAL_STATE, type IncidentState } from '../../../lambda/status-update/state/incident-state';
import { updateState } from '../../../lambda/status-update/update-state';

/** A store whose first `lost` writes come too late. */
function contestedStore(lost: number) {
  let state: IncidentState = INITIAL_STATE;
  let writes = 0;
  return {
    get writes() {
      return writes;
    },
    load: async () => state,
    save: async (next: IncidentState) => {
      writes += 1;
      state = { ...(writes > lost ? next : state), version: state.version + 1 };
      return writes > lost;
    },
  };
}
const countUp = (state: IncidentState) => ({ ...state, sequence: state.sequence + 1 });

describe('state update', () => {
  test('writes nothing when nothing changed', async () => {
    const store = contestedStore(0);
    await updateState(store, (state) => state);
    expect(store.writes).toBe(0);
  });

  test('starts over from what somebody else wrote', async () => {
    const store = contestedStore(24);
    await updateState(store, countUp);
    expect(await store.load()).toMatchObject({ version: 25, sequence: 1 });
  });

  test('fails when somebody else is always faster', async () => {
    await expect(updateState(contestedStore(25), countUp)).rejects.toThrow(
      'state: somebody else wrote first each time, got 25 conflicts; the next wake-up tries again',
    );
  });
});
