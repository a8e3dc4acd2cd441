import { handleWakeUp, type Outcome } from '../../../lambda/status-update/handle-wake-up';
import type { Message } from '../../../lambda/status-update/outbox/outbox';
import type { StateStore } from '../../../lambda/status-update/ports';
import { FakeWorld } from './helpers/fake-world';
import { memoryStore } from './helpers/memory-store';
import { SETTINGS } from './helpers/settings';
import { OPENED, RECOVERED } from './helpers/subjects';
import { CHECKOUT_DOWN, STORE_DOWN } from './helpers/symptoms';

const TICK = { source: 'aws.events', 'detail-type': 'Scheduled Event' };

let world: FakeWorld;
let store: StateStore;
beforeEach(() => {
  world = new FakeWorld();
  store = memoryStore();
});

const invoke = (event: unknown = TICK): Promise<Outcome> => handleWakeUp(event, world.ports(store), SETTINGS);

const problemsOf = ({ problems }: Outcome) => problems.map(({ message }) => message);

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
    world.fail('describe');
    expect(problemsOf(await invoke(event))).toEqual(['alarms: describe is broken']);
    expect(world.subjects).toEqual([OPENED]);
  });

  test('tells the outage although numbers could not be read, and pages nobody for those', async () => {
    const event = world.change(STORE_DOWN, 'ALARM');
    world.fail('metrics');
    const { problems, warnings, inHand } = await invoke(event);
    expect([problems, inHand]).toEqual([[], true]);
    expect(warnings.map(({ message }) => message)).toContain('metrics: metrics is broken');
    expect(world.subjects).toEqual([OPENED]);
  });

  test('keeps an incident in hand although the page could not be written', async () => {
    const event = world.change(STORE_DOWN, 'ALARM');
    world.fail('write');
    const outcome = await invoke(event);
    expect(problemsOf(outcome)).toEqual(['status.json: write is broken']);
    expect(outcome.inHand).toBe(true);
  });

  test('has no incident in hand whose message could not be sent', async () => {
    const event = world.change(STORE_DOWN, 'ALARM');
    world.fail('publish');
    expect((await invoke(event)).inHand).toBe(false);
  });

  test('leaves the review to a run in which CloudWatch answers', async () => {
    await invoke(world.change(STORE_DOWN, 'ALARM'));
    world.wait(1);
    const event = world.change(STORE_DOWN, 'OK');
    world.fail('describe');
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
    world.fail('checkers');
    const outcome = await invoke(event);
    expect(problemsOf(outcome)).toEqual([]);
    expect(outcome.warnings.map(({ message }) => message)).toEqual(['checkers: checkers is broken']);
    expect(world.messages[0]?.body).not.toContain('Checkers');
  });

  test('tells the outage although status.json could not be written, and writes it at the next tick', async () => {
    const event = world.change(STORE_DOWN, 'ALARM');
    world.fail('write');
    expect(problemsOf(await invoke(event))).toEqual(['status.json: write is broken']);
    expect(world.subjects).toEqual([OPENED]);
    await invoke();
    expect(world.mode).toBe('emergency');
  });

  test('sends the message at the retry when the topic refused it, and writes status.json meanwhile', async () => {
    const event = world.change(STORE_DOWN, 'ALARM');
    world.fail('publish');
    const outcome = await invoke(event);
    expect(problemsOf(outcome)).toEqual(['messages: publish is broken']);
    expect(world.mode).toBe('emergency');
    expect((await invoke(event)).problems).toEqual([]);
    expect(world.subjects).toEqual([OPENED]);
  });

  test('sends everything in order when the topic is back, with one reminder at most', async () => {
    world.fail('publish', Number.POSITIVE_INFINITY);
    await invoke(world.change(STORE_DOWN, 'ALARM'));
    for (let tick = 0; tick < 12; tick += 1) {
      world.wait(5);
      await invoke();
    }
    expect(world.subjects).toEqual([]);
    world.fail('publish', 0);
    await invoke(world.change(STORE_DOWN, 'OK'));
    expect(world.subjects).toEqual([OPENED, RECOVERED]);
  });

  test('sends the others when the topic refuses one message for ever', async () => {
    const { announcer, ...ports } = world.ports(store);
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
    world.fail('published');
    await invoke(world.change(STORE_DOWN, 'ALARM'));
    await invoke();
    await invoke();
    expect(world.subjects).toEqual([OPENED, OPENED]);
    expect(world.messages[0]).toEqual(world.messages[1]);
  });
});
