import { INITIAL_STATE } from '../../../lambda/status-update/incident/incident-state';
import { publishStatus } from '../../../lambda/status-update/publish-status';
import { FakeWorld } from './helpers/fake-world';
import { SETTINGS } from './helpers/settings';

/** A state that somebody else changes `changes` times, after each look at it. */
function changingStore(changes: number) {
  let looks = 0;
  return {
    load: async () => {
      looks += 1;
      return { ...INITIAL_STATE, sequence: Math.min(looks - 1, changes) };
    },
    save: async () => true,
  };
}

describe('status.json', () => {
  test.each([
    ['once when the state stays', 0, [0]],
    ['again when the state changed meanwhile', 1, [0, 1]],
    ['three times at most', 9, [0, 1, 2]],
  ])('is written %s', async (_, changes, sequences) => {
    const world = new FakeWorld();
    await publishStatus(world.ports(changingStore(changes)), SETTINGS.STORE);
    expect(world.files.map((json) => JSON.parse(json).x_update_seq)).toEqual(sequences);
  });
});
