import { STORE_DOWN } from '../../lambda/status-update/helpers/symptoms';
import { DeployedStore } from './helpers/deployed-store';

let store: DeployedStore;
beforeEach(async () => {
  store = await DeployedStore.start();
});
afterEach(() => store.close());

describe('understudy announce --retract', () => {
  test.each([
    [['oops'], '["oops"]'],
    [['--state', 'identified'], '["identified"]'],
  ])('takes no news at once: %j', async (args, got) => {
    expect(await store.run('announce', '--retract', ...args)).toBe(2);
    expect(store.output).toBe(
      `--retract: takes no text and no news, got ${got}; take back first, then announce`,
    );
  });

  test('takes the last words out of the status and out of the feed', async () => {
    await store.goDown();
    await store.run('announce', 'It was the databse', '--state', 'identified', '--yes');
    expect(await store.run('announce', '--retract', '--yes')).toBe(0);
    expect(store.world.subjects.at(-1)).toBe('[SEV1] CORRECTION store down #01');
    for (const file of ['status.json', 'summary.json', 'history.atom']) {
      expect(store.world.file(file)).not.toContain('databse');
    }
    expect(await store.run('announce', '--retract', '--yes')).toBe(1);
    expect(store.output).toContain('nobody has said anything about INC-20250301-01');
  });
});

describe('understudy announce --retract, when every alarm is OK again', () => {
  const FILES = ['status.json', 'summary.json', 'history.atom'];
  beforeEach(async () => {
    await store.goDown();
    await store.run('announce', 'It was the databse', '--yes');
    store.world.wait(1);
    await store.wake(store.world.change(STORE_DOWN, 'OK'));
  });

  test('takes the words out of the feeds while the incident is watched, and tells on-call', async () => {
    expect(store.world.file('history.atom')).toContain('databse');
    expect(await store.run('announce', '--retract', '--yes')).toBe(0);
    expect(store.world.subjects.at(-1)).toBe('[SEV1] CORRECTION up again (was: store down) #01');
    for (const file of FILES) {
      expect(store.world.file(file)).not.toContain('databse');
    }
  });

  test('takes the words out of the feeds when the incident is over, and shows them first', async () => {
    store.world.wait(5);
    await store.wake();
    store.answer = false;
    expect(await store.run('announce', '--retract')).toBe(1);
    expect(store.output).toContain('What it does: Retracted from INC-20250301-01: "It was the databse"');
    expect(store.world.file('history.atom')).toContain('databse');
    expect(await store.run('announce', '--retract', '--yes')).toBe(0);
    expect(store.world.subjects.at(-1)).toBe('[SEV1] RESOLVED up again (was: store down) #01');
    for (const file of FILES) {
      expect(store.world.file(file)).not.toContain('databse');
    }
    expect(await store.run('announce', '--retract', '--yes')).toBe(1);
  });
});
