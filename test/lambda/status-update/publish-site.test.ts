import { SITE_FILE_NAMES } from '../../../lambda/status-update/contract/site-file-names';
import type { StateStore } from '../../../lambda/status-update/ports';
import { StepErrors } from '../../../lambda/status-update/problems';
import { publishSite } from '../../../lambda/status-update/publish-site';
import type { SiteFile } from '../../../lambda/status-update/site/site-files';
import { INITIAL_STATE, type IncidentState } from '../../../lambda/status-update/state/incident-state';
import { FakeWorld } from './helpers/fake-world';
import { SETTINGS } from './helpers/settings';
import { simpleUpdate } from './helpers/states';

/** A state with one change to show, which somebody else changes `changes` times after each write. */
class BusyStore implements StateStore {
  state: IncidentState = { ...INITIAL_STATE, sequence: 0 };
  constructor(private changes: number) {}
  async load(): Promise<IncidentState> {
    return this.state;
  }
  async save(state: IncidentState): Promise<boolean> {
    const more = this.changes > 0 ? 1 : 0;
    this.changes -= more;
    this.state = { ...state, sequence: state.sequence + more };
    return true;
  }
}

function publish(store: StateStore, world: FakeWorld): Promise<void> {
  world.wait(1);
  return publishSite({ ports: world.ports(store), settings: SETTINGS, problems: new StepErrors() });
}

const sequences = (world: FakeWorld) =>
  world.files.filter(({ name }) => name === 'status.json').map(({ body }) => JSON.parse(body).x_update_seq);

describe('emergency site', () => {
  test.each([
    ['once when the state stays', 0, [0]],
    ['again when the state changed meanwhile', 1, [0, 1]],
    ['three times at most at once', 9, [0, 1, 2]],
  ])('is written %s', async (_, changes, written) => {
    const world = new FakeWorld();
    await publish(new BusyStore(changes), world);
    expect(sequences(world)).toEqual(written);
  });

  test('ends as the newer of two runs that overlap, whichever writes last', async () => {
    const [world, store] = [new FakeWorld(), new BusyStore(0)];
    const older = world.ports(store);
    // The newer run has written all of its files before one of the older run's arrives.
    const overtaken = {
      ...older,
      site: {
        write: async (file: SiteFile) => {
          if (store.state.sequence === 0) {
            store.state = { ...store.state, sequence: 1 };
            await publish(store, world);
          }
          await older.site.write(file);
        },
      },
    };
    await publishSite({ ports: overtaken, settings: SETTINGS, problems: new StepErrors() });
    const newest = Object.fromEntries(world.files.map(({ name, body }) => [name, body]));
    expect(JSON.parse(newest['status.json'] ?? '{}').x_update_seq).toBe(1);
    expect(world.files.slice(-4).map(({ name }) => name)).toEqual(SITE_FILE_NAMES);
  });

  test.each([
    [9, SITE_FILE_NAMES],
    [10, ['status.json']],
  ])(
    'is written again %d minutes after a change, should an old file have come late',
    async (minutes, names) => {
      const [world, store] = [new FakeWorld(), new BusyStore(0)];
      const history = [simpleUpdate({ atMs: world.nowMs + 5 * 60_000 - minutes * 60_000 })];
      store.state = { ...store.state, published: 0, history };
      world.wait(4);
      await publish(store, world);
      expect(world.files.map(({ name }) => name)).toEqual(names);
    },
  );

  test('is written once per change, with all its files', async () => {
    const [world, store] = [new FakeWorld(), new BusyStore(0)];
    await publish(store, world);
    await publish(store, world);
    expect(world.files.map(({ name }) => name)).toEqual([
      'status.json',
      'summary.json',
      'history.atom',
      'maintenance.ics',
    ]);
  });

  test('is written again at the next wake-up when a file could not be', async () => {
    const [world, store] = [new FakeWorld(), new BusyStore(0)];
    let writes = 0;
    world.before = () => {
      writes += 1;
      if (writes === 2) {
        throw new Error('no');
      }
    };
    await publish(store, world);
    await publish(store, world);
    await publish(store, world);
    expect(world.files).toHaveLength(3 + 4);
  });
});
