import { DeployedStore } from './helpers/deployed-store';

let store: DeployedStore;
beforeEach(async () => {
  store = await DeployedStore.start();
});
afterEach(() => store.close());

describe('understudy ack', () => {
  test('tells on-call who has the incident, and shoppers nothing', async () => {
    await store.goDown();
    const { sequence } = store.status;
    expect(await store.run('ack', '--yes')).toBe(0);
    expect(store.world.subjects.at(-1)).toBe('[SEV1] ACKNOWLEDGED store down #01');
    const [, message] = store.world.messages;
    expect(message).toMatchObject({ quiet: true, sms: expect.stringContaining('ola has it') });
    expect(message?.body).toContain('YOU      oncall-shop: ola has it. Others: nothing to do.');
    expect(store.status.sequence).toBe(sequence);
    expect(store.output).toContain('INC-20250301-01 is acknowledged by ola.');
  });

  test('is in every later message, and in "understudy status"', async () => {
    await store.goDown();
    await store.run('status');
    expect(store.output).toContain('INC-20250301-01, acknowledged by nobody yet: "npx understudy ack"');
    await store.run('ack', '--yes');
    await store.run('status');
    expect(store.printed.at(-1)).toContain('INC-20250301-01, acknowledged by ola at 10:00 UTC');
    expect(store.questions).toBe(0);
    store.world.wait(15);
    await store.wake();
    expect(store.world.messages.at(-1)?.body).toContain('Ack      ola at 10:00 UTC');
  });

  test('is refused while there is no incident', async () => {
    expect(await store.run('ack', '--yes')).toBe(1);
    expect(store.output).toContain('Refused: there is no incident to acknowledge; alarms open one');
  });

  test('takes no text', async () => {
    expect(await store.run('ack', 'on it')).toBe(2);
    expect(store.output).toContain(
      'ack: takes no text, got ["on it"]; say it with "npx understudy announce"',
    );
  });
});
