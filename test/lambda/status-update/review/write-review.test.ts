import { handleWakeUp } from '../../../../lambda/status-update/handle-wake-up';
import { FakeWorld } from '../helpers/fake-world';
import { memoryStore } from '../helpers/memory-store';
import { SETTINGS } from '../helpers/settings';
import { EDGE_ERRORS, STORE_DOWN } from '../helpers/symptoms';

let world: FakeWorld;
let store: ReturnType<typeof memoryStore>;
beforeEach(() => {
  world = new FakeWorld();
  store = memoryStore();
});

const invoke = (event: unknown = {}) => handleWakeUp(event, world.ports(store), SETTINGS);
const keys = () => world.records.map(({ key }) => key);

/** An outage from its first alarm until it is resolved. */
async function liveThroughAnOutage(): Promise<void> {
  await invoke(world.change(STORE_DOWN, 'ALARM'));
  world.wait(10);
  await invoke(world.change(STORE_DOWN, 'OK'));
  world.wait(5);
}

const FILES = ['reviews/INC-20250301-01.html', 'reviews/INC-20250301-01.md'];

describe('review of an incident', () => {
  test('shows a metric once that two alarms watch', async () => {
    world.measure('5xxErrorRate', 90);
    await liveThroughAnOutage();
    const SYMPTOMS = [...SETTINGS.SYMPTOMS, { ...EDGE_ERRORS, alarmName: 'edge-errors-lasting' }];
    await handleWakeUp({}, world.ports(store), { ...SETTINGS, SYMPTOMS });
    expect(world.records[1]?.body.match(/answers with 5xx:/g)).toHaveLength(1);
  });

  test('is written once, when the incident is resolved, and linked from that message', async () => {
    world.measure('5xxErrorRate', 90);
    world.measure('Requests', 100);
    await liveThroughAnOutage();
    expect(keys()).toEqual([]);
    await invoke();
    await invoke();
    expect(keys()).toEqual(FILES);
    expect(world.messages.at(-1)?.body).toContain('prefix=reviews/INC-20250301-01.html');
    expect(world.messages[0]?.body).not.toContain('reviews/');
    const review = world.records[1]?.body ?? '';
    expect(review).toContain('shop.example.com-store-down: Alarm updated from OK to ALARM');
    expect(review).toContain('about 90 requests failed');
    expect(review).toContain('answers with 5xx: 90 % at worst');
  });

  test('is written without what CloudWatch does not tell', async () => {
    await liveThroughAnOutage();
    world.before = (operation) => {
      if (operation === 'history' || operation === 'metrics') throw new Error('broken');
    };
    const { problems } = await invoke();
    expect(keys()).toEqual(FILES);
    expect(problems.map(({ message }) => message)).toContain('alarm history: broken');
  });

  test('is written by a later wake-up when the bucket did not take it', async () => {
    await liveThroughAnOutage();
    world.before = (operation) => {
      if (operation === 'record') throw new Error('the bucket is broken');
    };
    const { problems } = await invoke();
    expect(problems.map(({ message }) => message)).toEqual(['review: the bucket is broken']);
    world.before = () => undefined;
    world.wait(5);
    await invoke();
    expect(keys()).toEqual(FILES);
  });

  test('is given up after a day, although nothing else happens', async () => {
    await liveThroughAnOutage();
    world.before = (operation) => {
      if (operation === 'record') throw new Error('NoSuchBucket');
    };
    world.wait(1);
    expect((await invoke()).problems.map(({ message }) => message)).toEqual(['review: NoSuchBucket']);
    world.wait(24 * 60);
    expect((await invoke()).problems).toEqual([]);
    expect((await store.load()).reviews).toEqual([]);
  });
});
