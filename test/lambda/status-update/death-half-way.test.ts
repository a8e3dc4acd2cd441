import { handleWakeUp, type Outcome } from '../../../lambda/status-update/handle-wake-up';
import type { Message } from '../../../lambda/status-update/outbox/outbox';
import type { StateStore } from '../../../lambda/status-update/ports';
import { FakeWorld } from './helpers/fake-world';
import { memoryStore } from './helpers/memory-store';
import { SETTINGS } from './helpers/settings';
import { OPENED } from './helpers/subjects';
import { STORE_DOWN } from './helpers/symptoms';

const TICK = { source: 'aws.events', 'detail-type': 'Scheduled Event' };

let world: FakeWorld;
let store: StateStore;
beforeEach(() => {
  world = new FakeWorld();
  store = memoryStore();
});

const invoke = (event: unknown = TICK): Promise<Outcome> => handleWakeUp(event, world.ports(store), SETTINGS);

type DeadlyOperation = 'describe' | 'metrics' | 'publish' | 'published' | 'write';

describe('status update that dies half-way', () => {
  /** Starts an invocation that stops for good at an operation, as a crash or a timeout does. Resolves when it has. */
  const dieAt = (operation: DeadlyOperation, event: unknown) =>
    new Promise<void>((stopped) => {
      const ports = world.ports(store);
      const stop = () => {
        stopped();
        return new Promise<never>(() => undefined);
      };
      const dying = {
        describe: { monitoring: { ...ports.monitoring, describeAlarms: stop } },
        metrics: { monitoring: { ...ports.monitoring, latest: stop } },
        publish: { announcer: { publish: stop } },
        published: {
          announcer: { publish: (message: Message) => ports.announcer.publish(message).then(stop) },
        },
        write: { site: { write: stop } },
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
});
