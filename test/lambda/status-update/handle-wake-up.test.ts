import { DynamoDbStateStore } from '../../../lambda/status-update/adapters/dynamodb-state-store';
import { handleWakeUp, type Outcome } from '../../../lambda/status-update/handle-wake-up';
import type { Message } from '../../../lambda/status-update/outbox/outbox';
import { FakeWorld } from './helpers/fake-world';
import { SETTINGS } from './helpers/settings';
import { type StateTable, startStateTable } from './helpers/state-table';
import { CHECKOUT_DOWN, EDGE_ERRORS, STORE_DOWN } from './helpers/symptoms';

const TICK = { source: 'aws.events', 'detail-type': 'Scheduled Event' };
const OPENED = '[SEV1] INVESTIGATING store down #01';
const RECOVERED = '[SEV1] MONITORING recovered from store down #01';
const RESOLVED = '[SEV1] RESOLVED store down #01';

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
  new DynamoDbStateStore(table.client, { tableName: 'State', partitionKey: `shop-${shops}` });

/** One invocation, with a store of its own as each Lambda sandbox has. */
const invoke = (event: unknown = TICK): Promise<Outcome> =>
  handleWakeUp(event, world.ports(stateStore()), SETTINGS);

/** Makes the next `times` calls of an operation fail. */
function fail(operation: Parameters<FakeWorld['before']>[0], times = 1): void {
  let left = times;
  world.before = (called) => {
    if (called === operation && left > 0) {
      left -= 1;
      throw new Error(`${operation} is broken`);
    }
  };
}

const problemsOf = ({ problems }: Outcome) => problems.map(({ message }) => message);

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
    expect(world.subjects).toEqual([
      OPENED,
      '[SEV1] STILL DOWN store down #01',
      '[SEV1] STILL DOWN store down #01',
    ]);
  });

  test('has an incident in hand from its first run to its last, unless something fails', async () => {
    expect((await invoke()).inHand).toBeUndefined();
    expect((await invoke(world.change(STORE_DOWN, 'ALARM'))).inHand).toBe(true);
    fail('describe');
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

describe('status update with a broken service', () => {
  test('asks for the state once when it can not be read, so that a table that hangs takes no more time', async () => {
    let asked = 0;
    const load = async () => {
      asked += 1;
      throw new Error('no answer');
    };
    const outcome = await handleWakeUp(TICK, world.ports({ load, save: async () => false }), SETTINGS);
    expect(problemsOf(outcome)).toEqual(['state: no answer']);
    expect([asked, outcome.inHand]).toEqual([1, false]);
  });

  test('tells the outage although the alarms could not be read, and reports it', async () => {
    const event = world.change(STORE_DOWN, 'ALARM');
    fail('describe');
    expect(problemsOf(await invoke(event))).toEqual(['alarms: describe is broken']);
    expect(world.subjects).toEqual([OPENED]);
  });

  test('tells the outage although numbers could not be read, and pages nobody for those', async () => {
    const event = world.change(STORE_DOWN, 'ALARM');
    fail('metrics');
    const { problems, warnings, inHand } = await invoke(event);
    expect([problems, inHand]).toEqual([[], true]);
    expect(warnings.map(({ message }) => message)).toContain('metrics: metrics is broken');
    expect(world.subjects).toEqual([OPENED]);
  });

  test('keeps an incident in hand although the page could not be written', async () => {
    const event = world.change(STORE_DOWN, 'ALARM');
    fail('write');
    const outcome = await invoke(event);
    expect(problemsOf(outcome)).toEqual(['status.json: write is broken']);
    expect(outcome.inHand).toBe(true);
  });

  test('has no incident in hand whose message could not be sent', async () => {
    const event = world.change(STORE_DOWN, 'ALARM');
    fail('publish');
    expect((await invoke(event)).inHand).toBe(false);
  });

  test('leaves the review to a run in which CloudWatch answers', async () => {
    await invoke(world.change(STORE_DOWN, 'ALARM'));
    world.wait(1);
    const event = world.change(STORE_DOWN, 'OK');
    fail('describe');
    await invoke(event);
    expect(world.records).toEqual([]);
    await invoke();
    expect(world.records.some(({ key }) => key.startsWith('reviews/'))).toBe(true);
  });

  test("says what Route 53's checkers see", async () => {
    world.reports = [{ region: 'eu-west-1', passed: false }];
    await invoke(world.change(CHECKOUT_DOWN, 'ALARM'));
    expect(world.messages[0]?.body).toContain('Checkers checkout: 1 of 1 fail in all 1 regions');
  });

  test('leaves out what the checkers see when Route 53 does not say, and troubles nobody with it', async () => {
    const event = world.change(CHECKOUT_DOWN, 'ALARM');
    fail('checkers');
    const outcome = await invoke(event);
    expect(problemsOf(outcome)).toEqual([]);
    expect(outcome.warnings.map(({ message }) => message)).toEqual(['checkers: checkers is broken']);
    expect(world.messages[0]?.body).not.toContain('Checkers');
  });

  test('tells the outage although status.json could not be written, and writes it at the next tick', async () => {
    const event = world.change(STORE_DOWN, 'ALARM');
    fail('write');
    expect(problemsOf(await invoke(event))).toEqual(['status.json: write is broken']);
    expect(world.subjects).toEqual([OPENED]);
    await invoke();
    expect(world.mode).toBe('emergency');
  });

  test('sends the message at the retry when the topic refused it, and writes status.json meanwhile', async () => {
    const event = world.change(STORE_DOWN, 'ALARM');
    fail('publish');
    const outcome = await invoke(event);
    expect(problemsOf(outcome)).toEqual(['messages: publish is broken']);
    expect(world.mode).toBe('emergency');
    expect((await invoke(event)).problems).toEqual([]);
    expect(world.subjects).toEqual([OPENED]);
  });

  test('sends everything in order when the topic is back, with one reminder at most', async () => {
    fail('publish', Number.POSITIVE_INFINITY);
    await invoke(world.change(STORE_DOWN, 'ALARM'));
    for (let tick = 0; tick < 12; tick += 1) {
      world.wait(5);
      await invoke();
    }
    expect(world.subjects).toEqual([]);
    fail('publish', 0);
    await invoke(world.change(STORE_DOWN, 'OK'));
    expect(world.subjects).toEqual([OPENED, RECOVERED]);
  });

  test('sends the others when the topic refuses one message for ever', async () => {
    const { announcer, ...ports } = world.ports(stateStore());
    const publish = async (message: Message) => {
      if (message.subject.includes('INVESTIGATING')) throw new Error('InvalidParameter');
      return announcer.publish(message);
    };
    const wake = (event: unknown = TICK) =>
      handleWakeUp(event, { ...ports, announcer: { publish } }, SETTINGS);
    await wake(world.change(STORE_DOWN, 'ALARM'));
    await wake();
    world.wait(1);
    await wake(world.change(STORE_DOWN, 'OK'));
    await wake();
    await wake();
    expect(world.subjects).toEqual([]);
    expect(problemsOf(await wake())).toEqual(['messages: InvalidParameter']);
    expect(world.subjects).toEqual([RECOVERED]);
  });

  test('repeats one message when it crashes between sending and noting it, and only that one', async () => {
    fail('published');
    await invoke(world.change(STORE_DOWN, 'ALARM'));
    await invoke();
    await invoke();
    expect(world.subjects).toEqual([OPENED, OPENED]);
    expect(world.messages[0]).toEqual(world.messages[1]);
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
    const { problems } = await handleWakeUp(TICK, world.ports(store), SETTINGS);
    expect(problems.map(({ message }) => message)).toEqual(['state: no table']);
    expect(world.heartbeats).toEqual([]);
  });
});

describe('status update that dies half-way', () => {
  /** Starts an invocation that stops for good at an operation, as a crash or a timeout does. Resolves when it has. */
  const dieAt = (operation: Parameters<FakeWorld['before']>[0], event: unknown) =>
    new Promise<void>((stopped) => {
      const ports = world.ports(stateStore());
      const stop = () => {
        stopped();
        return new Promise<never>(() => undefined);
      };
      const dying = {
        describe: { monitoring: { ...ports.monitoring, describeAlarms: stop } },
        metrics: { monitoring: { ...ports.monitoring, latest: stop } },
        checkers: { checkers: { reports: stop } },
        publish: { announcer: { publish: stop } },
        published: {
          announcer: { publish: (message: Message) => ports.announcer.publish(message).then(stop) },
        },
        write: { site: { write: stop } },
        history: { monitoring: { ...ports.monitoring, alarmHistory: stop } },
        record: { records: { write: stop } },
      };
      void handleWakeUp(event, { ...ports, ...dying[operation] }, SETTINGS);
    });

  test.each([
    ['describe', [OPENED]],
    ['metrics', [OPENED]],
    ['publish', [OPENED]],
    ['published', [OPENED, OPENED]],
    ['write', [OPENED]],
  ] as const)('at "%s" is made up for by the retry a minute later', async (operation, subjects) => {
    const event = world.change(STORE_DOWN, 'ALARM');
    await dieAt(operation, event);
    world.wait(1);
    await invoke(event);
    expect(world.subjects).toEqual(subjects);
    expect(world.mode).toBe('emergency');
  });

  test('leaves its message alone while it may still be alive', async () => {
    const event = world.change(STORE_DOWN, 'ALARM');
    await dieAt('publish', event);
    await invoke(event);
    expect(world.subjects).toEqual([]);
  });

  test.each([
    [40, '[SEV1] INVESTIGATING 5xx errors for most shoppers (40 %) #01', 'critical', 'Store unavailable'],
    [39, '[SEV2] INVESTIGATING 5xx errors at the edge (39 %) #01', 'major', 'Part of the store unavailable'],
  ])('takes a store that fails %d %% of its requests for what it is', async (percent, ...told) => {
    world.measure('5xxErrorRate', 100, percent);
    world.measure('Requests', 10, 10);
    await invoke(world.change(EDGE_ERRORS, 'ALARM'));
    const { indicator, description } = JSON.parse(world.file('status.json')).status;
    expect([...world.subjects, indicator, description]).toEqual(told);
    // Only in this mode do pages that wait ask the store itself, which is what shows that the errors last.
    expect(world.mode).toBe('degraded');
  });

  test('takes no few requests at night for an outage, whatever their share of errors', async () => {
    world.measure('5xxErrorRate', 100, 100);
    world.measure('Requests', 10, 9);
    await invoke(world.change(EDGE_ERRORS, 'ALARM'));
    expect(world.subjects).toEqual(['[SEV2] INVESTIGATING 5xx errors at the edge (100 %) #01']);
  });

  test('asks CloudWatch for no error rate when it said nothing of the alarms: one that hangs would take all the time', async () => {
    let questions = 0;
    world.before = (operation) => {
      questions += Number(operation === 'metrics');
      if (operation === 'describe') throw new Error('no answer');
    };
    await invoke(world.change(EDGE_ERRORS, 'ALARM'));
    expect(world.subjects).toEqual(['[SEV2] INVESTIGATING 5xx errors at the edge #01']);
    expect(questions).toBe(1);
  });

  test('tells of errors at the edge although nobody says how many', async () => {
    fail('metrics', 10);
    await invoke(world.change(EDGE_ERRORS, 'ALARM'));
    expect(world.subjects).toEqual(['[SEV2] INVESTIGATING 5xx errors at the edge #01']);
  });
});
