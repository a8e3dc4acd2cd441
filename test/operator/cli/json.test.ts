import {
  CONFIRM_RESULT,
  ERROR_RESULT,
  FAILOVER_RESULT,
  SENT_RESULT,
} from '../../../lib/operator/cli/results';
import { DeployedStore } from './helpers/deployed-store';
import { inspectFailover, sixteen } from './helpers/failover-stack';

let store: DeployedStore;
beforeEach(async () => {
  store = await DeployedStore.start();
});
afterEach(() => store.close());

/** What a program reads. */
const read = () => JSON.parse(store.out.join('\n'));

describe('--json', () => {
  test.each([
    [['ack', '--yes'], { done: 'INC-20250301-01 is acknowledged by ola.' }],
    [['announce', 'We found it', '--yes'], { incident: { id: 'INC-20250301-01' } }],
    [
      ['maintenance', 'open', 'Work', '--from', '+1h', '--to', '+1h', '--yes'],
      { maintenance: { status: 'scheduled' } },
    ],
    [['deployed', 'v1', '--yes'], {}],
    [['note', 'change', 'New firewall', '--yes'], {}],
    [['drill', '+1h', '--yes'], {}],
    [['failover', 'hold', 'primary', '--yes'], { held: { side: 'primary', inForce: true } }],
  ])('gives programs one document, and people everything else: %j', async (args, expected) => {
    await store.goDown();
    expect(await store.run(...args, '--json')).toBe(0);
    const result = SENT_RESULT.parse(read());
    expect(result).toMatchObject({
      command: args[0],
      store: 'shop.example.com',
      stack: 'Understudy',
      account: '111122223333',
      sent: true,
      ...expected,
    });
    expect(store.printed.length).toBeGreaterThan(1);
  });

  test('says that nothing was sent', async () => {
    store.answer = false;
    expect(await store.run('deployed', 'v1', '--json')).toBe(1);
    expect(SENT_RESULT.parse(read())).toMatchObject({ sent: false });
  });

  test.each([
    [['ack', '--yes'], 1, 'Refused: there is no incident to acknowledge'],
    [['deployed', 'v 1'], 2, 'deployed: must be 1 to 40 ASCII characters'],
    [['status', '--loud'], 2, "unknown option '--loud'"],
    [['shout'], 2, "unknown command 'shout'"],
    [['retract'], 2, 'run npx understudy announce --retract --json'],
  ])('says what went wrong: %j', async (args, exitCode, message) => {
    expect(await store.run(...args, '--json')).toBe(exitCode);
    const { error, command } = ERROR_RESULT.parse(read());
    expect(error).toEqual({ message: expect.stringContaining(message), exitCode });
    expect(command).toBe(args[0]);
  });

  test('is an ordinary word behind --', async () => {
    await store.goDown();
    expect(await store.run('announce', '--yes', '--', '--json')).toBe(0);
    expect(store.world.messages.at(-1)?.body).toContain('--json');
    expect(store.output).toContain('Shoppers read:');
  });

  test('shows where Route 53 sends shoppers', async () => {
    inspectFailover(store, (id) => (id === 'home' ? sixteen(2) : undefined));
    expect(await store.run('failover', '--json')).toBe(0);
    expect(FAILOVER_RESULT.parse(read())).toMatchObject({
      answer: 'SECONDARY',
      heldOn: null,
      holder: null,
      endpoints: expect.arrayContaining([
        {
          name: 'shop.example.com home',
          closesStore: true,
          healthy: false,
          checkersPassing: 2,
          checkers: 16,
        },
      ]),
    });
  });

  test('lists what verify found', async () => {
    expect(await store.run('verify', '--json')).toBe(2);
    expect(ERROR_RESULT.parse(read()).error).toEqual({ message: 'denied', exitCode: 2 });
  });

  test('names the topics of confirmed subscriptions', async () => {
    const arn = 'arn:aws:sns:us-east-1:111122223333:alerts';
    const link = `https://sns.us-east-1.amazonaws.com/?TopicArn=${arn}&Token=t`;
    expect(await store.run('confirm', link, '--json')).toBe(0);
    expect(CONFIRM_RESULT.parse(read()).confirmed).toEqual([{ topicArn: arn }]);
  });
});
