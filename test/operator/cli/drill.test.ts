import { DeployedStore } from './helpers/deployed-store';

let store: DeployedStore;
beforeEach(async () => {
  store = await DeployedStore.start();
});
afterEach(() => store.close());

describe('understudy drill', () => {
  test('marks every message of what breaks next', async () => {
    await store.run('drill', '+1h', '--yes');
    await store.goDown();
    const [declared, message] = store.world.messages;
    expect(declared?.subject).toBe('[DRILL] DECLARED until 2025-03-01 11:00 UTC shop.example.com');
    expect(declared?.body).toContain('A drill is on at shop.example.com until 2025-03-01 11:00 UTC');
    expect(message?.subject).toMatch(/^\[DRILL\] \[SEV1\] INVESTIGATING /);
    expect(message?.sms).toMatch(/^DRILL SEV1 /);
    expect(message?.body).toContain('| DRILL');
    expect(store.status.x_drill).toBe(true);
  });

  test('ends for what breaks from then on', async () => {
    await store.run('drill', '+1h', '--yes');
    await store.run('drill', 'now', '--yes');
    await store.goDown();
    expect(store.world.subjects.slice(1)).toEqual([
      '[DRILL] OVER shop.example.com',
      '[SEV1] INVESTIGATING store down #01',
    ]);
  });

  test.each([
    ['+24h', 0, '[DRILL] DECLARED until 2025-03-02 10:00 UTC'],
    ['+9999h', 1, 'Refused: drill: must end within 24 h, got 2026-04-22T01:00:00.000Z; declare a longer one'],
  ])('lasts a day at most: %s', async (until, code, says) => {
    expect(await store.run('drill', until, '--yes')).toBe(code);
    expect(store.output).toContain(says);
    expect(store.world.messages).toHaveLength(1 - code);
  });

  test('that nobody declared can be ended without a word to on-call', async () => {
    expect(await store.run('drill', 'now', '--yes')).toBe(0);
    expect(store.output).toContain('There is no drill to end. Incidents are real.');
    expect(store.output).toContain('On-call is told nothing.');
    expect(store.world.messages).toEqual([]);
  });

  test('of this very moment ends one although the clock goes on while it is read', async () => {
    await store.run('drill', '+1h', '--yes');
    store.msPerLook = 1;
    expect(await store.run('drill', 'now', '--yes')).toBe(0);
  });
});
