import { DeployedStore } from './helpers/deployed-store';

let store: DeployedStore;
beforeEach(async () => {
  store = await DeployedStore.start();
});
afterEach(() => store.close());

describe('understudy deployed', () => {
  test('names the version in messages of an outage', async () => {
    expect(await store.run('deployed', 'v1.2.3', '--yes')).toBe(0);
    expect(store.output).toContain('On-call is told nothing.');
    store.world.wait(17);
    await store.goDown();
    expect(store.world.messages[0]?.body).toContain(
      'Changes  deployed v1.2.3 at 2025-03-01 10:00 UTC, 17 min before it began',
    );
  });
});
