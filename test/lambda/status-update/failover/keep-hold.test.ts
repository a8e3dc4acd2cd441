import { handleCommand } from '../../../../lambda/status-update/command/handle-command';
import { HELD_THRESHOLD } from '../../../../lambda/status-update/contract/hold';
import { handleEvent, type Outcome } from '../../../../lambda/status-update/handle-event';
import type { Settings } from '../../../../lambda/status-update/settings';
import { FakeWorld } from '../helpers/fake-world';
import { memoryStore } from '../helpers/memory-store';
import { SETTINGS } from '../helpers/settings';
import { CHECKOUT_DOWN } from '../helpers/symptoms';

const OLA = 'arn:aws:iam::111122223333:user/ola';
const DEPLOYED = SETTINGS.THRESHOLD;

/** A store whose failover people hold. */
class HeldStore {
  readonly world = new FakeWorld();
  private readonly store = memoryStore();
  private commands = 0;

  ask(command: object, by = OLA, preview = false) {
    const id = `id-${this.commands++}`;
    return handleCommand(
      { source: 'understudy.cli', preview, by, command: { ...command, id } },
      this.world.ports(this.store),
      SETTINGS,
    );
  }

  hold(side: 'primary' | 'secondary', forMinutes = 60, by = OLA) {
    return this.ask({ kind: 'hold-failover', side, forMinutes }, by);
  }

  tick(event: unknown = {}, settings: Settings = SETTINGS): Promise<Outcome> {
    return handleEvent(event, this.world.ports(this.store), settings);
  }

  async ticks(minutes: number): Promise<void> {
    for (let minute = 0; minute < minutes; minute += 1) {
      this.world.wait(1);
      await this.tick();
    }
  }

  get threshold(): number {
    return this.world.failoverSwitch.healthThreshold;
  }

  get heldSubjects(): string[] {
    return this.world.subjects.filter((subject) => subject.startsWith('[HELD]'));
  }
}

let store: HeldStore;
beforeEach(() => {
  store = new HeldStore();
});

describe('a held failover', () => {
  test.each(['primary', 'secondary'] as const)(
    'is thrown to %s once its end is written down, and only then told',
    async (side) => {
      const order: string[] = [];
      store.world.before = (operation) => order.push(operation);
      expect(await store.hold(side)).toMatchObject({
        kind: 'done',
        held: { side, by: OLA, inForce: true },
        problems: [],
      });
      expect(order.filter((one) => one !== 'write')).toEqual([
        'read switch',
        'write end',
        'set switch',
        'publish',
        'published',
      ]);
      expect(store.threshold).toBe(HELD_THRESHOLD[side]);
      expect(store.world.scheduledEnd).toEqual({
        atMs: store.world.nowMs + 3_600_000,
        healthThreshold: DEPLOYED,
      });
      expect(store.heldSubjects).toEqual([`[HELD] ${side.toUpperCase()} held until 2025-03-01 11:00 UTC`]);
    },
  );

  test('comes to nothing without an end: the switch is not thrown while the Scheduler refuses', async () => {
    store.world.fail('write end', 2);
    expect(await store.hold('primary')).toMatchObject({
      held: { inForce: false },
      problems: ['failover: write end is broken'],
    });
    await store.ticks(1);
    expect(store.threshold).toBe(DEPLOYED);
    expect(store.world.messages).toEqual([]);
    await store.ticks(1);
    expect(store.threshold).toBe(HELD_THRESHOLD.primary);
    expect(store.heldSubjects).toHaveLength(1);
  });

  test('is tried each minute while Route 53 does not answer, and says so', async () => {
    store.world.fail('set switch', 1);
    expect(await store.hold('primary')).toMatchObject({ problems: ['failover: set switch is broken'] });
    await store.ticks(1);
    expect(store.threshold).toBe(HELD_THRESHOLD.primary);
  });

  test('that never came into force ends without a word', async () => {
    store.world.fail('set switch', 1_000);
    await store.hold('primary', 5);
    await store.ticks(5);
    expect(store.world.scheduledEnd).toBeUndefined();
    expect(store.world.messages).toEqual([]);
    expect(await store.ask({ kind: 'show-failover' }, OLA, true)).toMatchObject({ held: undefined });
  });

  test('is thrown again when a deployment has undone it, and on-call hears why it was gone', async () => {
    await store.hold('secondary');
    store.world.setThreshold(DEPLOYED);
    await store.ticks(1);
    expect(store.threshold).toBe(HELD_THRESHOLD.secondary);
    expect(store.world.messages.at(-1)?.body.replace(/\s+/g, ' ')).toContain(
      'is held closed again until 11:00 UTC (12:00 Europe/Warsaw): a change of the health check, such as a deployment, had undone it.',
    );
  });

  test('gives back what a deployment has changed meanwhile, also by the schedule', async () => {
    await store.hold('primary');
    const grown = { ...SETTINGS, THRESHOLD: 3 };
    store.world.wait(1);
    await store.tick({}, grown);
    expect(store.world.scheduledEnd).toMatchObject({ healthThreshold: 3 });
    expect(store.threshold).toBe(HELD_THRESHOLD.primary);
  });

  test('is not thrown again in its last minute, because its end may have come by a clock that is ahead', async () => {
    await store.hold('primary', 5);
    store.world.wait(4);
    store.world.endWhatIsDue(store.world.nowMs + 60_000);
    await store.tick();
    expect(store.threshold).toBe(DEPLOYED);
    expect(store.world.scheduledEnd).toBeUndefined();
    expect(store.heldSubjects.at(-1)).toBe('[HELD] OVER the health checks decide again');
  });

  test('is thrown again only with another end when that has come too early', async () => {
    await store.hold('primary', 20);
    store.world.wait(4);
    store.world.endWhatIsDue(store.world.nowMs + 3_600_000);
    store.world.fail('write end');
    await store.tick();
    expect(store.threshold).toBe(DEPLOYED);
    await store.ticks(1);
    expect(store.threshold).toBe(HELD_THRESHOLD.primary);
    expect(store.world.scheduledEnd).toBeDefined();
  });

  test('reminds each hour, warns ten minutes before its end, and tells when it is over', async () => {
    await store.hold('primary', 150);
    const heard: string[] = [];
    for (let minute = 1; minute <= 151; minute += 1) {
      const before = store.world.messages.length;
      await store.ticks(1);
      const said = store.world.messages.slice(before).map(({ body }) => body.split('\n')[0]);
      heard.push(...said.map((line) => `${minute} ${line}`));
    }
    expect(heard).toEqual([
      '60 WHAT     shop.example.com is still held open, since 10:00 UTC and until',
      '120 WHAT     shop.example.com is still held open, since 10:00 UTC and until',
      '140 WHAT     shop.example.com is held open for 10 min more, until 12:30 UTC',
      '150 WHAT     shop.example.com is no longer held open: its time is up.',
    ]);
    expect(store.threshold).toBe(DEPLOYED);
    expect(store.world.scheduledEnd).toBeUndefined();
  });

  test('does not warn who has just heard of its end', async () => {
    await store.hold('primary', 15);
    await store.ticks(14);
    expect(store.heldSubjects).toHaveLength(1);
  });

  test('is ended by a person at once, and on-call hears by whom', async () => {
    await store.hold('secondary');
    await store.ticks(3);
    await store.ask(
      { kind: 'release-failover' },
      'arn:aws:sts::111122223333:assumed-role/Admin/jan@example.com',
    );
    expect(store.threshold).toBe(DEPLOYED);
    expect(store.world.scheduledEnd).toBeUndefined();
    expect(store.world.messages.at(-1)?.body).toContain(
      'WHAT     shop.example.com is no longer held closed: ended by\n         jan@example.com.',
    );
  });

  test('is given back a minute later when Route 53 does not take its end at once', async () => {
    await store.hold('primary');
    store.world.fail('read switch');
    expect(await store.ask({ kind: 'release-failover' })).toMatchObject({
      problems: ['failover: read switch is broken'],
    });
    expect(store.world.scheduledEnd).toBeDefined();
    await store.ticks(1);
    expect(store.threshold).toBe(DEPLOYED);
  });

  test('moves its end where the same side is asked for again, and tells it', async () => {
    await store.hold('primary', 30);
    await store.ticks(10);
    expect(await store.hold('primary', 60, 'arn:aws:iam::111122223333:user/jan')).toMatchObject({
      done: expect.stringContaining(`Until now: held on PRIMARY by ${OLA} until 10:30 UTC.`),
    });
    expect(store.world.scheduledEnd).toMatchObject({ atMs: Date.parse('2025-03-01T11:10:00Z') });
    expect(store.world.messages.at(-1)?.body).toContain(
      'WHAT     shop.example.com is held open until 11:10 UTC (12:10\n         Europe/Warsaw) now, says jan.',
    );
  });

  test('is refused to a second operator who wants the other side, with who holds it and until when', async () => {
    await store.hold('secondary', 30);
    expect(await store.hold('primary', 60, 'arn:aws:iam::111122223333:user/jan')).toEqual({
      kind: 'refused',
      because: `shop.example.com is held on SECONDARY by ${OLA} until 10:30 UTC; run "npx understudy failover auto" first`,
    });
    expect(store.threshold).toBe(HELD_THRESHOLD.secondary);
  });

  test('can not be ended when there is none', async () => {
    expect(await store.ask({ kind: 'release-failover' })).toEqual({
      kind: 'refused',
      because: 'shop.example.com is not held: its health checks decide already',
    });
  });

  test.each([
    [4, 'refused'],
    [5, 'done'],
    [1_440, 'done'],
    [1_441, 'refused'],
    [7.5, 'refused'],
  ])('may last %p minutes: %s', async (minutes, kind) => {
    expect(await store.hold('primary', minutes)).toMatchObject({ kind });
  });

  test('that is only previewed throws nothing, and shows what on-call would read', async () => {
    const command = { kind: 'hold-failover', side: 'primary', forMinutes: 60 };
    expect(await store.ask(command, OLA, true)).toMatchObject({
      kind: 'preview',
      message: { subject: '[HELD] PRIMARY shop.example.com: held until 2025-03-01 11:00 UTC' },
    });
    await store.ticks(1);
    expect(store.threshold).toBe(DEPLOYED);
    expect(store.world.messages).toEqual([]);
  });

  test('is asked of Route 53 only while there is one', async () => {
    const asked = jest.fn();
    store.world.before = (operation) => operation === 'read switch' && asked();
    await store.ticks(3);
    expect(asked).not.toHaveBeenCalled();
  });

  test('keeps messages about an incident from waiting for a Route 53 that does not answer', async () => {
    await store.hold('primary');
    store.world.fail('read switch', 1_000);
    const { problems } = await store.tick(store.world.change(CHECKOUT_DOWN, 'ALARM'));
    expect(problems.map(({ message }) => message)).toEqual(['failover: read switch is broken']);
    expect(store.world.subjects.at(-1)).toContain('INVESTIGATING');
  });
});
