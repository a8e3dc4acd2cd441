import { STORE_DOWN } from '../../lambda/status-update/helpers/symptoms';
import { DeployedStore } from './helpers/deployed-store';

let store: DeployedStore;
beforeEach(async () => {
  store = await DeployedStore.start();
});
afterEach(() => store.close());

const plain = (text = '') => text.replace(/\s+/g, ' ');

describe('understudy note', () => {
  test('is named with the last three markers, newest first, in messages and in the review', async () => {
    await store.run('note', 'change', 'New DNS provider', '--yes');
    for (const args of [
      ['deployed', 'v1'],
      ['note', 'change', 'New firewall'],
      ['note', 'campaign', 'Sale'],
    ]) {
      store.world.wait(1);
      expect(await store.run(...args, '--yes')).toBe(0);
    }
    store.world.wait(10);
    await store.goDown();
    expect(store.world.messages).toHaveLength(1);
    expect(plain(store.world.messages[0]?.body)).toContain(
      'Changes campaign "Sale" at 2025-03-01 10:03 UTC, 10 min before it began |' +
        ' change "New firewall" at 2025-03-01 10:02 UTC, 11 min before it began |' +
        ' deployed v1 at 2025-03-01 10:01 UTC, 12 min before it began',
    );
    store.world.wait(1);
    await store.wake(store.world.change(STORE_DOWN, 'OK'));
    store.world.wait(5);
    await store.wake();
    const review = store.world.records.find(({ key }) => key.endsWith('.md'))?.body;
    for (const text of ['campaign "Sale"', 'change "New firewall"', 'deployed v1']) {
      expect(review).toContain(text);
    }
  });

  test('tells nobody, and does not acknowledge an incident, so that programs may run it', async () => {
    await store.goDown();
    expect(await store.run('note', 'change', 'New firewall', '--yes')).toBe(0);
    expect(store.output).toContain('What it does: Messages now name the change "New firewall".');
    expect(store.output).toContain('On-call is told nothing.');
    await store.run('status');
    expect(store.printed.at(-1)).toContain('acknowledged by nobody yet');
  });

  test('takes 60 characters', async () => {
    expect(await store.run('note', 'change', 'x'.repeat(60), '--yes')).toBe(0);
  });

  test.each([
    [['sale', 'x'], "unknown command 'sale'; see npx understudy note --help"],
    [[], 'note: which one? Choose one of the commands above'],
    [['change'], 'note change: must be one text, got []; put it in quotes'],
    [
      ['campaign', 'x'.repeat(61)],
      `note campaign: must be one line of at most 60 characters, got "${'x'.repeat(61)}"; shorten it`,
    ],
    [
      ['change', 'two\nlines'],
      'note change: must be one line of at most 60 characters, got "two\\nlines"; shorten it',
    ],
  ])('refuses %j', async (args, message) => {
    expect(await store.run('note', ...args)).toBe(2);
    expect(store.printed.at(-1)).toBe(message);
  });
});
