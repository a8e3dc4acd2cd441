import fc from 'fast-check';
import { handleCommand } from '../../../../lambda/status-update/command/handle-command';
import { HELD_THRESHOLD } from '../../../../lambda/status-update/contract/hold';
import { handleEvent } from '../../../../lambda/status-update/handle-event';
import type { Ports } from '../../../../lambda/status-update/ports';
import { FakeWorld, type Operation } from '../helpers/fake-world';
import { memoryStore } from '../helpers/memory-store';
import { type Death, mortalPorts } from '../helpers/mortal-ports';
import { SETTINGS } from '../helpers/settings';

const DEPLOYED = SETTINGS.THRESHOLD;
const LONGEST_MINUTES = 60;

/** How far EventBridge Scheduler's clock may be ahead of the function's, in minutes. */
const SKEW_MINUTES = 8;

/** Somebody does something, or something happens, perhaps to an invocation that dies half-way or a service that fails. */
type Step =
  | {
      readonly kind: 'invoke';
      /** At the same time: ticks, or what people ask for. */
      readonly what: readonly Asked[];
      readonly death: Death | undefined;
      readonly fails: Operation | undefined;
    }
  | { readonly kind: 'wait'; readonly minutes: number }
  | { readonly kind: 'deploy' };

type Asked =
  | { readonly kind: 'tick' }
  | { readonly kind: 'hold-failover'; readonly side: 'primary' | 'secondary'; readonly forMinutes: number }
  | { readonly kind: 'release-failover' };

const asked: fc.Arbitrary<Asked> = fc.oneof(
  fc.constant({ kind: 'tick' } as const),
  fc.record({
    kind: fc.constant('hold-failover' as const),
    side: fc.constantFrom('primary' as const, 'secondary' as const),
    forMinutes: fc.constantFrom(5, 12, LONGEST_MINUTES),
  }),
  fc.constant({ kind: 'release-failover' } as const),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('invoke' as const),
      what: fc.array(asked, { minLength: 1, maxLength: 3 }),
      death: fc.option(fc.record({ call: fc.nat(24), afterwards: fc.boolean() }), {
        nil: undefined,
        freq: 2,
      }),
      fails: fc.constantFrom(undefined, undefined, 'read switch', 'set switch', 'write end', 'remove end'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(1, 2, 7, 31) }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'deploy' } as const) },
) as fc.Arbitrary<Step>;

/** A store whose function, people and deployments do all that together. */
class Life {
  readonly world = new FakeWorld();
  private readonly store = memoryStore();
  private commands = 0;
  /** Moments at which the switch was thrown without an end that comes by itself. */
  readonly endless: string[] = [];

  /**
   * @param scheduler decides whose call comes next while several invocations run
   * @param skewMs how far EventBridge Scheduler's clock is ahead of the function's
   */
  constructor(
    private readonly scheduler: fc.Scheduler,
    private readonly skewMs: number,
  ) {}

  async live(happening: Step): Promise<void> {
    switch (happening.kind) {
      case 'invoke':
        await this.scheduler.waitFor(
          Promise.all(
            happening.what.map((what, nth) =>
              this.invoke(what, nth === 0 ? happening.death : undefined, happening.fails),
            ),
          ),
        );
        return;
      case 'deploy':
        this.world.setThreshold(DEPLOYED);
        return;
      case 'wait':
        this.pass(happening.minutes);
    }
  }

  pass(minutes: number): void {
    this.world.wait(minutes);
    this.world.endWhatIsDue(this.world.nowMs + this.skewMs);
    this.look(`after ${minutes} min`);
  }

  private look(when: string): void {
    const { failoverSwitch, scheduledEnd, nowMs } = this.world;
    const isThrown = failoverSwitch.healthThreshold !== DEPLOYED;
    const endsMs = scheduledEnd?.atMs ?? Number.POSITIVE_INFINITY;
    if (isThrown && endsMs > nowMs + LONGEST_MINUTES * 60_000) {
      this.endless.push(when);
    }
  }

  private async invoke(what: Asked, dying: Death | undefined, fails: Operation | undefined): Promise<void> {
    const { ports, died } = mortalPorts(this.world.ports(this.store), dying);
    const watched = this.watched(ports, fails);
    const run = this.run(what, watched).catch(() => undefined);
    await Promise.race([run, died]);
  }

  private run(what: Asked, ports: Ports): Promise<unknown> {
    if (what.kind === 'tick') {
      return handleEvent({ source: 'aws.events' }, ports, SETTINGS);
    }
    const command = { ...what, id: `id-${this.commands++}` };
    return handleCommand({ source: 'understudy.cli', preview: false, command }, ports, SETTINGS);
  }

  /** Each call waits for its turn; after each that could change anything somebody looks. */
  private watched(ports: Ports, fails: Operation | undefined): Ports {
    const { store, failoverSwitch, holdEnd } = ports;
    const turn = async (operation: Operation | 'state') => {
      await this.scheduler.schedule(Promise.resolve(), operation);
      if (operation === fails) {
        throw new Error(`${operation} is broken`);
      }
    };
    const looking =
      <A extends readonly unknown[], R>(operation: Operation | 'state', call: (...args: A) => Promise<R>) =>
      async (...args: A) => {
        await turn(operation);
        return call(...args).finally(() => this.look(operation));
      };
    return {
      ...ports,
      store: {
        load: looking('state', () => store.load()),
        save: looking('state', (state) => store.save(state)),
      },
      failoverSwitch: {
        read: looking('read switch', () => failoverSwitch.read()),
        set: looking('set switch', (threshold, seen) => failoverSwitch.set(threshold, seen)),
      },
      holdEnd: {
        write: looking('write end', async (end) => {
          // AWS does not say what becomes of a schedule for a time that is past. This one takes none.
          if (end.atMs <= this.world.nowMs + this.skewMs) {
            throw new Error('is past');
          }
          await holdEnd.write(end);
        }),
        remove: looking('remove end', () => holdEnd.remove()),
      },
    };
  }
}

interface Lives {
  readonly steps?: fc.Arbitrary<readonly Step[]>;
  readonly numRuns?: number;
}

const lives = (
  check: (life: Life) => Promise<void> | void,
  { steps = fc.array(step, { minLength: 1, maxLength: 20 }), numRuns = 150 }: Lives = {},
) =>
  fc.assert(
    fc.asyncProperty(
      steps,
      fc.scheduler(),
      fc.constantFrom(-SKEW_MINUTES, -0.5, 0, 0.5, SKEW_MINUTES),
      async (happenings, scheduler, skewMinutes) => {
        const life = new Life(scheduler, skewMinutes * 60_000);
        for (const happening of happenings) {
          await life.live(happening);
        }
        await check(life);
      },
    ),
    { numRuns },
  );

const invoke = (...what: readonly Asked[]): Step => ({
  kind: 'invoke',
  what,
  death: undefined,
  fails: undefined,
});

describe('a held failover, whatever dies, fails, or is asked for at the same time', () => {
  test('has an end that comes by itself at every moment, and is never set to anything else', () =>
    lives(({ endless, world }) => {
      expect(endless).toEqual([]);
      const settings = [DEPLOYED, ...Object.values(HELD_THRESHOLD)];
      expect(settings).toContain(world.failoverSwitch.healthThreshold);
    }));

  test('has one also while one operator ends what another one has just begun', () => {
    const hold = { kind: 'hold-failover', side: 'secondary', forMinutes: 5 } as const;
    const steps = fc.constant([invoke(hold, { kind: 'release-failover' })]);
    return lives(({ endless }) => expect(endless).toEqual([]), { steps, numRuns: 500 });
  });

  test('ends although the function never runs again', () =>
    lives((life) => {
      // The longest hold, and how far the Scheduler's clock may be behind.
      life.pass(LONGEST_MINUTES + SKEW_MINUTES + 1);
      expect(life.world.failoverSwitch.healthThreshold).toBe(DEPLOYED);
    }));

  test('ends although EventBridge Scheduler does nothing, and leaves nothing behind', () =>
    lives(
      async (life) => {
        life.world.endWhatIsDue = () => undefined;
        // A minute more for the tick, and one for the lease of an invocation that has died.
        for (let minute = 0; minute < LONGEST_MINUTES + 2; minute += 1) {
          life.pass(1);
          await life.live(invoke({ kind: 'tick' }));
        }
        expect(life.world.failoverSwitch.healthThreshold).toBe(DEPLOYED);
        expect(life.world.scheduledEnd).toBeUndefined();
      },
      { numRuns: 40 },
    ));
});
