import { DynamoDbStateStore } from '../../../lambda/status-update/adapters/dynamodb-state-store';
import { handleEvent, type Outcome } from '../../../lambda/status-update/handle-event';
import { FakeWorld } from './helpers/fake-world';
import { SETTINGS } from './helpers/settings';
import { type StateTable, startStateTable } from './helpers/state-table';
import { OPENED, RECOVERED, RESOLVED } from './helpers/subjects';
import { CHECKOUT_DOWN, EDGE_ERRORS, STORE_DOWN } from './helpers/symptoms';
import { problemsOf } from './helpers/woken-function';

const TICK = { source: 'aws.events', 'detail-type': 'Scheduled Event' };

let table: StateTable;
let world: FakeWorld;
let shops = 0;

beforeAll(async () => {
  table = await startStateTable('State');
});
afterAll(() => table.close());
beforeEach(() => {
  shops += 1;
  world = new FakeWorld();
});

const stateStore = () =>
  new DynamoDbStateStore(table.dynamoDb, { tableName: 'State', partitionKey: `shop-${shops}` });

/** One invocation, with a store of its own as each Lambda sandbox has. */
const invoke = (event: unknown = TICK): Promise<Outcome> =>
  handleEvent(event, world.ports(stateStore()), SETTINGS);

describe('status update', () => {
  test('tells an outage and its end once, with numbers, and keeps status.json in step', async () => {
    await invoke();
    expect(world.mode).toBe('normal');
    world.measure('HealthCheckStatus', 0);
    expect((await invoke(world.change(STORE_DOWN, 'ALARM'))).sent).toBe(1);
    expect(world.mode).toBe('emergency');
    expect(world.messages[0]?.body).toContain('Metric   store: Route 53 health check fails');
    world.wait(4);
    await invoke(world.change(STORE_DOWN, 'OK'));
    expect(world.subjects).toEqual([OPENED, RECOVERED]);
    expect(world.mode).toBe('normal');
    world.wait(5);
    await invoke();
    await invoke();
    expect(world.subjects).toEqual([OPENED, RECOVERED, RESOLVED]);
  });

  test('says that it still lasts when the update is due', async () => {
    await invoke(world.change(STORE_DOWN, 'ALARM'));
    for (let tick = 0; tick < 30; tick += 1) {
      world.wait(1);
      await invoke();
    }
    expect(world.subjects).toEqual([OPENED, '[SEV1] STILL DOWN #01', '[SEV1] STILL DOWN #01']);
  });

  test('has an incident in hand from its first run to its last, unless something fails', async () => {
    expect((await invoke()).inHand).toBeUndefined();
    expect((await invoke(world.change(STORE_DOWN, 'ALARM'))).inHand).toBe(true);
    world.fail('describe');
    expect((await invoke()).inHand).toBe(false);
    world.wait(1);
    await invoke(world.change(STORE_DOWN, 'OK'));
    world.wait(5);
    expect((await invoke()).inHand).toBe(false);
    expect((await invoke()).inHand).toBeUndefined();
  });

  test('ignores an event that comes twice', async () => {
    const event = world.change(STORE_DOWN, 'ALARM');
    await invoke(event);
    await invoke(event);
    expect(world.subjects).toEqual([OPENED]);
  });

  test('ignores an event that comes after its successor', async () => {
    const alarm = world.change(STORE_DOWN, 'ALARM');
    await invoke(alarm);
    world.wait(4);
    const ok = world.change(STORE_DOWN, 'OK');
    await invoke(ok);
    await invoke(alarm);
    expect(world.subjects).toEqual([OPENED, RECOVERED]);
  });

  test('learns from the schedule what no event told', async () => {
    world.change(STORE_DOWN, 'ALARM');
    await invoke();
    world.wait(5);
    world.change(STORE_DOWN, 'OK');
    await invoke();
    expect(world.subjects).toEqual([OPENED, RECOVERED]);
  });

  test('writes status.json every five minutes, also when nothing changed', async () => {
    await invoke();
    for (let tick = 0; tick < 9; tick += 1) {
      world.wait(1);
      await invoke();
    }
    const written = world.files.filter(({ name }) => name === 'status.json');
    expect(written.map(({ body }) => JSON.parse(body).page.updated_at)).toEqual([
      '2025-03-01T10:00:00.000Z',
      '2025-03-01T10:05:00.000Z',
    ]);
  });

  test('tells each change once when all alarms change at the same time', async () => {
    const events = [STORE_DOWN, CHECKOUT_DOWN, EDGE_ERRORS].map((symptom) => world.change(symptom, 'ALARM'));
    const outcomes = await Promise.all([...events, ...events].map((event) => invoke(event)));
    expect(outcomes.flatMap(problemsOf)).toEqual([]);
    expect(world.subjects).toEqual([OPENED]);
    expect(world.mode).toBe('emergency');
  });
});

describe('sign of life of status updates', () => {
  test('comes once a day, from the same runs that tell of incidents', async () => {
    await invoke();
    world.wait(12 * 60);
    await invoke(world.change(STORE_DOWN, 'ALARM'));
    expect(world.heartbeats).toHaveLength(1);
    world.wait(12 * 60);
    await invoke();
    expect(world.heartbeats).toHaveLength(2);
  });

  test('stays away while the state can not be read, so that its alarm tells', async () => {
    const store = { load: () => Promise.reject(new Error('no table')), save: async () => false };
    const { problems } = await handleEvent(TICK, world.ports(store), SETTINGS);
    expect(problems.map(({ message }) => message)).toEqual(['state: no table']);
    expect(world.heartbeats).toEqual([]);
  });
});
