import type { Message } from '../../../lambda/status-update/contract/message';
import { OPENED } from './helpers/subjects';
import { STORE_DOWN } from './helpers/symptoms';
import { WokenFunction } from './helpers/woken-function';

const fn = new WokenFunction();

type DeadlyOperation = 'describe' | 'metrics' | 'publish' | 'published' | 'write';

describe('status update that dies half-way', () => {
  /** Starts an invocation that stops for good at an operation, as a crash or a timeout does. Resolves when it has. */
  const dieAt = (operation: DeadlyOperation, event: unknown) =>
    new Promise<void>((stopped) => {
      const { ports } = fn;
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
      void fn.invoke(event, dying[operation]);
    });

  test.each([
    ['describe', [OPENED]],
    ['metrics', [OPENED]],
    ['publish', [OPENED]],
    ['published', [OPENED, OPENED]],
    ['write', [OPENED]],
  ] as const)('at "%s" is made up for by the retry a minute later', async (operation, subjects) => {
    const event = fn.world.change(STORE_DOWN, 'ALARM');
    await dieAt(operation, event);
    fn.world.wait(1);
    await fn.invoke(event);
    expect(fn.world.subjects).toEqual(subjects);
    expect(fn.world.mode).toBe('emergency');
  });

  test('leaves its message alone while it may still be alive', async () => {
    const event = fn.world.change(STORE_DOWN, 'ALARM');
    await dieAt('publish', event);
    await fn.invoke(event);
    expect(fn.world.subjects).toEqual([]);
  });
});
