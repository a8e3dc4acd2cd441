import { handleCommand } from '../../../../lambda/status-update/command/handle-command';
import type { Command } from '../../../../lambda/status-update/contract/command';
import { handleEvent } from '../../../../lambda/status-update/handle-event';
import type { StateStore } from '../../../../lambda/status-update/ports';
import { INITIAL_STATE, type IncidentState } from '../../../../lambda/status-update/state/incident-state';
import { FakeWorld } from '../helpers/fake-world';
import { SETTINGS } from '../helpers/settings';
import { RECOVERED } from '../helpers/subjects';
import { STORE_DOWN } from '../helpers/symptoms';

/** A state in memory. */
class MemoryStore implements StateStore {
  state: IncidentState = INITIAL_STATE;
  async load(): Promise<IncidentState> {
    return this.state;
  }
  async save(state: IncidentState): Promise<boolean> {
    this.state = { ...state, version: state.version + 1 };
    return true;
  }
}

const SAY: Command = { kind: 'say', id: 'one', texts: { en: 'We found the cause' }, phase: 'identified' };

async function storeThatIsDown() {
  const [world, store] = [new FakeWorld(), new MemoryStore()];
  const ports = world.ports(store);
  await handleEvent(world.change(STORE_DOWN, 'ALARM'), ports, SETTINGS);
  const ask = (command: unknown, preview = false) =>
    handleCommand({ source: 'understudy.cli', preview, command }, ports, SETTINGS);
  return { world, store, ports, ask };
}

describe('command', () => {
  test('that is only previewed changes and sends nothing', async () => {
    const { world, store, ask } = await storeThatIsDown();
    const before = store.state;
    expect(await ask(SAY, true)).toMatchObject({
      kind: 'preview',
      message: { subject: '[SEV1] IDENTIFIED shop.example.com: store down (no. 2, 11:00) #INC-20250301-01' },
      shoppers: { status: 'Store unavailable', texts: SAY.texts },
    });
    expect(store.state).toBe(before);
    expect(world.messages).toHaveLength(1);
  });

  test('is previewed with the languages that shoppers will read, not with those that find no room', async () => {
    const { ask, world } = await storeThatIsDown();
    const texts = { en: 'e'.repeat(300), de: 'd'.repeat(500), pl: 'p'.repeat(50) };
    const published = { en: texts.en, pl: texts.pl };
    expect(await ask({ ...SAY, texts }, true)).toHaveProperty('shoppers.texts', published);
    expect(await ask({ ...SAY, texts })).toHaveProperty('shoppers.texts', published);
    expect(JSON.parse(world.file('status.json')).x_messages).toEqual(published);
  });

  test('acknowledges the incident, the first one for good; a deployment, which programs mark, does not', async () => {
    const { world, store, ask } = await storeThatIsDown();
    const acknowledged = () => store.state.incident?.acknowledgedAtMs;
    await ask({ kind: 'deployed', id: 'd', version: 'v1' });
    await ask(SAY, true);
    expect(acknowledged()).toBeNull();
    world.wait(2);
    const firstMs = world.nowMs;
    await ask(SAY);
    world.wait(2);
    await ask({ kind: 'retract', id: 'r' });
    expect(acknowledged()).toBe(firstMs);
  });

  test('that comes twice takes effect once', async () => {
    const { world, ask } = await storeThatIsDown();
    expect(await ask(SAY)).toMatchObject({ kind: 'done', done: 'Update posted to INC-20250301-01.' });
    expect(await ask(SAY)).toMatchObject({
      kind: 'done',
      done: 'It was done before; nothing is sent again.',
    });
    expect(world.messages).toHaveLength(2);
  });

  test('that comes twice names its window again, so that alarms are muted although the first answer was lost', async () => {
    const { world, ask } = await storeThatIsDown();
    const [startMs, endMs] = [world.nowMs, world.nowMs + 60_000];
    await ask({ kind: 'open-maintenance', id: 'm', startMs, endMs, texts: { en: 'x' } });
    expect(
      await ask({ kind: 'open-maintenance', id: 'm', startMs, endMs, texts: { en: 'x' } }),
    ).toMatchObject({
      done: 'It was done before; nothing is sent again.',
      maintenance: { id: 'MNT-20250301-01', endMs },
    });
    expect(await ask({ kind: 'close-maintenance', id: 'c' })).toMatchObject({ kind: 'done' });
    expect(await ask({ kind: 'close-maintenance', id: 'c' })).toMatchObject({
      maintenance: { id: 'MNT-20250301-01', status: 'completed' },
    });
    expect(world.messages).toHaveLength(3);
  });

  test.each([[{ kind: 'dance', id: 'x' }], [{ ...SAY, texts: { pl: 'bez angielskiego' } }], [undefined]])(
    'is refused when it is not known: %j',
    async (command) => {
      const { ask } = await storeThatIsDown();
      expect(await ask(command)).toEqual({
        kind: 'refused',
        because: 'unknown command; use the command line it was deployed with',
      });
    },
  );

  test('can not declare a cause while every alarm is OK', async () => {
    const { world, ports, ask } = await storeThatIsDown();
    world.wait(3);
    await handleEvent(world.change(STORE_DOWN, 'OK'), ports, SETTINGS);
    expect(await ask(SAY)).toEqual({
      kind: 'refused',
      because:
        '--state: can\'t be identified while every alarm is OK; leave it out, and the incident stays "monitoring"',
    });
    expect(await ask({ ...SAY, phase: undefined })).toMatchObject({ kind: 'done' });
    expect(world.subjects.at(-1)).toBe(RECOVERED);
  });

  test.each([
    [24 * 60, 'done'],
    [24 * 60 + 1, 'refused'],
  ])('that promises the next update in %i minutes is %s', async (minutes, kind) => {
    const { world, ask } = await storeThatIsDown();
    expect(await ask({ ...SAY, nextUpdateAtMs: world.nowMs + minutes * 60_000 })).toMatchObject({
      kind,
      ...(kind === 'refused' && {
        because: '--next-update: must lie within 24 h, got 2025-03-02T10:01:00.000Z; promise an earlier one',
      }),
    });
  });

  test('reports what could not be done at once, and the next wake-up makes up for it', async () => {
    const { world, ports, ask } = await storeThatIsDown();
    world.before = (operation) => {
      if (operation === 'publish') {
        throw new Error('SNS is broken');
      }
    };
    expect(await ask(SAY)).toMatchObject({ kind: 'done', problems: ['messages: SNS is broken'] });
    world.before = () => undefined;
    await handleEvent({}, ports, SETTINGS);
    expect(world.subjects.at(-1)).toBe('[SEV1] IDENTIFIED store down #01');
  });

  test('promises no second try for a number that is left out of the message', async () => {
    const { world, ask } = await storeThatIsDown();
    world.before = (operation) => {
      if (operation === 'metrics') {
        throw new Error('CloudWatch is broken');
      }
    };
    expect(await ask(SAY)).toMatchObject({ kind: 'done', problems: [] });
    expect(world.subjects.at(-1)).toBe('[SEV1] IDENTIFIED store down #01');
  });

  test('that would open too long a window is refused', async () => {
    const { world, ask } = await storeThatIsDown();
    const window = { kind: 'open-maintenance', id: 'm', startMs: world.nowMs, texts: { en: 'x' } };
    const dayMs = 24 * 60 * 60_000;
    expect(await ask({ ...window, endMs: world.nowMs + 15 * dayMs + 1 }, true)).toMatchObject({
      kind: 'refused',
      because: expect.stringMatching(/^--to: must lie within 15 days, got 2025-03-01T10:00:00.000Z to /),
    });
    expect(await ask({ ...window, endMs: world.nowMs }, true)).toMatchObject({
      because: expect.stringMatching(/^--to: must lie after --from and after now, got /),
    });
    expect(await ask({ ...window, endMs: world.nowMs + 15 * dayMs }, true)).toMatchObject({
      kind: 'preview',
    });
  });
});
