import { STATUS_RESULT } from '../../../lib/operator/cli/results';
import { DeployedStore } from './helpers/deployed-store';

let store: DeployedStore;
beforeEach(async () => {
  store = await DeployedStore.start();
});
afterEach(() => store.close());

const ALARMS = { 'shop.example.com-outage': 'ALARM', 'shop.example.com-slow': 'OK' };

describe('understudy status', () => {
  test('shows that all is well, and where to go from there', async () => {
    expect(await store.run('status')).toBe(0);
    expect(store.output.split('\n')).toEqual([
      'Store        shop.example.com',
      'Shoppers     read: All systems operational',
      'Incident     none',
      'Held         no, the health checks decide',
      'Maintenance  none',
      'Last drill   none yet; "npx understudy drill +1h" declares one',
      'Changes      none noted',
      'Alarms       0 OK',
    ]);
  });

  test('shows the incident and who has it, alarms, the hold, planned work, the drill and the changes', async () => {
    store.alarms = ALARMS;
    await store.run('deployed', 'v1.2.3', '--yes');
    await store.run('maintenance', 'open', 'A bigger database', '--from', '+10h', '--to', '+2h', '--yes');
    await store.run('drill', '+1h', '--yes');
    await store.goDown();
    await store.run('ack', '--yes');
    await store.run('failover', 'hold', 'primary', '--yes');
    const messages = store.world.messages.length;
    store.printed.length = 0;
    expect(await store.run('status')).toBe(0);
    expect(store.output.split('\n')).toEqual([
      'Store        shop.example.com',
      'Shoppers     read: [DRILL] Store unavailable',
      'Incident     [DRILL] SEV1 store down, investigating, since 10:00 UTC, next update by 10:15 UTC',
      '             INC-20250301-01, acknowledged by ola at 10:00 UTC',
      'Held         on PRIMARY by arn:aws:iam::111122223333:user/ola until 11:00 UTC',
      'Maintenance  MNT-20250301-01 scheduled, 20:00 UTC to 22:00 UTC',
      'Last drill   until 11:00 UTC',
      'Changes      10:00 UTC  deployed v1.2.3',
      'Alarms       1 not OK, 1 OK',
      '             ALARM shop.example.com-outage since 09:58 UTC',
    ]);
    expect([store.questions, store.world.messages.length]).toEqual([0, messages]);
  });

  test('gives programs the same as JSON, and people the words beside it', async () => {
    store.alarms = ALARMS;
    await store.goDown();
    expect(await store.run('status', '--json')).toBe(0);
    const result = STATUS_RESULT.parse(JSON.parse(store.out.join('\n')));
    expect(result).toMatchObject({
      version: 1,
      command: 'status',
      shoppersRead: 'Store unavailable',
      incident: { id: 'INC-20250301-01', severity: 'SEV1', startedAt: '2025-03-01T10:00:00.000Z' },
      held: null,
      alarms: [{ state: 'OK' }, { state: 'ALARM', since: '2025-03-01T09:58:00.000Z' }],
    });
    expect(store.output).toContain('Incident     SEV1 store down');
  });

  test('shows the alarms although the function is broken, and fails', async () => {
    store.alarms = ALARMS;
    store.functionIsBroken = true;
    expect(await store.run('status', '--json')).toBe(1);
    expect(store.output).toContain('ALARM shop.example.com-outage');
    const { incident, alarms, error } = STATUS_RESULT.parse(JSON.parse(store.out.join('\n')));
    expect({ incident, alarms: alarms?.length, error }).toEqual({
      incident: null,
      alarms: 2,
      error: { message: expect.stringContaining('not allowed'), exitCode: 1 },
    });
  });

  test('says that a drill is over', async () => {
    await store.run('drill', '+1h', '--yes');
    store.world.wait(61);
    await store.run('status');
    expect(store.output).toContain('Last drill   ended 11:00 UTC');
  });
});

describe('the old line that spoke', () => {
  test.each([
    [
      ['status', 'We found it'],
      "status with a text: has another name now; run npx understudy announce 'We found it'",
    ],
    [
      ['status', '--stack', 'Blue', "it's back", '--state', 'identified', '-y'],
      String.raw`run npx understudy announce --stack Blue 'it'\''s back' --state identified -y`,
    ],
    [['status', '--state=identified'], 'run npx understudy announce --state=identified'],
    [['retract', '--yes'], 'retract: has another name now; run npx understudy announce --retract --yes'],
  ])('is refused and the new one is named: %j', async (args, message) => {
    expect(await store.run(...args)).toBe(2);
    expect(store.output).toContain(message);
  });

  test.each([[['status', '--stack', 'Understudy']], [['status', '--store', 'shop.example.com']]])(
    'is not what shows: %j',
    async (args) => {
      expect(await store.run(...args)).toBe(0);
    },
  );
});
