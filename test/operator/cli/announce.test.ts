import { STORE_DOWN } from '../../lambda/status-update/helpers/symptoms';
import { DeployedStore } from './helpers/deployed-store';
import { inspectFailover, sixteen } from './helpers/failover-stack';

let store: DeployedStore;
beforeEach(async () => {
  store = await DeployedStore.start();
});
afterEach(() => store.close());

describe('understudy announce', () => {
  test('shows what it will send, asks, and tells on-call and shoppers', async () => {
    await store.goDown();
    const code = await store.run(
      'announce',
      'We found the cause',
      ...['--state', 'identified', '--expected-back', '+90m', '--text', 'pl=Znamy przyczynę'],
    );
    expect(code).toBe(0);
    expect(store.questions).toBe(1);
    expect(store.output).toContain(
      '[SEV1] IDENTIFIED shop.example.com: store down (no. 2, 11:00) #INC-20250301-01',
    );
    expect(store.output).toContain('pl: Znamy przyczynę');
    expect(store.world.subjects.at(-1)).toBe('[SEV1] IDENTIFIED store down #01');
    expect(store.status).toMatchObject({
      x_mode: 'emergency',
      x_expected_back_at: '2025-03-01T11:30:00.000Z',
      x_messages: { en: 'We found the cause', pl: 'Znamy przyczynę' },
    });
    const [incident] = JSON.parse(store.world.file('summary.json')).incidents;
    expect(incident).toMatchObject({
      status: 'identified',
      incident_updates: [{ body: 'We found the cause' }, {}],
    });
  });

  test('shows what readers of the languages that were left out will see', async () => {
    await store.goDown();
    await store.run('announce', 'We go back a version', '--state', 'identified', '--yes');
    expect(store.output).toContain('  en: We go back a version\n');
    expect(store.output).toContain(
      '  pl: Nasz sklep jest chwilowo zamknięty. Znamy przyczynę i ją usuwamy. (your English below it)\n',
    );
  });

  test('sends nothing without a yes', async () => {
    await store.goDown();
    store.answer = false;
    expect(await store.run('announce', 'We found the cause')).toBe(1);
    expect(store.world.messages).toHaveLength(1);
    expect(store.output).toContain('Nothing was sent.');
  });

  test('does not ask when it is told not to', async () => {
    await store.goDown();
    expect(await store.run('announce', 'We found the cause', '--yes')).toBe(0);
    expect(store.questions).toBe(0);
    expect(store.world.messages).toHaveLength(2);
  });

  describe('--state resolved', () => {
    const OPEN = ['announce', 'We are open again', '--state', 'resolved'];
    let passing: number;
    beforeEach(async () => {
      inspectFailover(store, (id) => (id === 'home' ? sixteen(passing) : undefined));
      await store.goDown();
    });

    test.each([
      // Below and at 18 % of 16 checkers, and above.
      [0, '(0 of 16 checkers pass)'],
      [2, '(2 of 16 checkers pass)'],
    ])('warns while %d checkers pass, and asks', async (passes, told) => {
      passing = passes;
      store.answer = false;
      expect(await store.run(...OPEN)).toBe(1);
      expect(store.output).toContain(
        `Warning: you say that the store is open again, and these are still unhealthy: shop.example.com home ${told}`,
      );
      expect(store.asked).toBe('Send it all the same? [y/N] ');
      expect(store.world.messages).toHaveLength(1);
    });

    test('asks as always when the checkers pass', async () => {
      passing = 3;
      expect(await store.run(...OPEN)).toBe(0);
      expect(store.output).not.toContain('Warning');
      expect(store.asked).toBe('Send it? [y/N] ');
      expect(store.world.messages).toHaveLength(2);
    });

    test('warns when the checkers could not be asked', async () => {
      store.inspector = { ...store.inspector, stack: () => Promise.reject(new Error('denied')) };
      await store.run(...OPEN);
      expect(store.output).toContain('the health checkers could not be asked: denied');
    });

    test('sends nothing where nobody can be asked, unless it is told not to ask', async () => {
      passing = 0;
      store.answer = undefined;
      expect(await store.run(...OPEN)).toBe(2);
      expect(store.printed.at(-1)).toBe(
        'Nothing was sent: nobody can be asked here. Add --yes to send it without asking.',
      );
      expect(await store.run(...OPEN, '--yes')).toBe(0);
      expect(store.output).toContain('these are still unhealthy');
    });
  });

  test('is forgotten when the store comes back, and when it goes down again', async () => {
    await store.goDown();
    await store.run('announce', 'We found the cause', '--state', 'identified', '--yes');
    store.world.wait(1);
    await store.wake(store.world.change(STORE_DOWN, 'OK'));
    expect(store.status.x_messages.en).toBe('Our store is open again. We are keeping an eye on it.');
    await store.run('announce', 'It was the database', '--yes');
    expect(store.status.x_messages).toEqual({ en: 'It was the database' });
    store.world.wait(1);
    await store.goDown();
    expect(store.status.x_messages.en).toBe('Our store is closed for now. Our team has been alerted.');
  });

  test('nudges the person who speaks, then speaks itself', async () => {
    await store.goDown();
    await store.run('announce', 'We found the cause', '--yes');
    for (let minute = 0; minute < 15; minute += 1) {
      store.world.wait(1);
      await store.wake();
    }
    expect(store.world.subjects.slice(2)).toEqual([
      '[SEV1] UPDATE DUE store down #01',
      '[SEV1] STILL DOWN #01',
    ]);
    expect(store.world.messages[2]?.body).toContain(
      'YOU      oncall-shop: your update is due: npx understudy announce',
    );
  });
});

describe('who speaks', () => {
  const ARN = 'arn:aws:sts::111122223333:assumed-role/OnCall/ola@example.com';
  const speak = async () => {
    await store.goDown();
    store.world.wait(1);
    await store.run('announce', 'We found the cause', '--yes');
    await store.wake(store.world.change(STORE_DOWN, 'OK'));
    store.world.wait(5);
    await store.wake();
    return store.world.records.find(({ key }) => key.endsWith('.md'))?.body;
  };

  test('is named in the review, and nowhere in public', async () => {
    store.arn = ARN;
    expect(await speak()).toContain(ARN);
    for (const { body } of store.world.files) {
      expect(body).not.toContain('assumed-role');
    }
  });

  test('is a person without a name where AWS does not say', async () => {
    store.arn = undefined;
    expect(await speak()).toContain('person');
  });
});
