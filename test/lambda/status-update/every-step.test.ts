import { handleCommand } from '../../../lambda/status-update/command/handle-command';
import { handleEvent } from '../../../lambda/status-update/handle-event';
import type { Ports } from '../../../lambda/status-update/ports';
import { FakeWorld } from './helpers/fake-world';
import { memoryStore } from './helpers/memory-store';
import { type Death, mortalPorts } from './helpers/mortal-ports';
import { SETTINGS } from './helpers/settings';
import { STORE_DOWN } from './helpers/symptoms';

const RUNS = ['opens', 'is spoken of', 'recovers', 'is resolved'] as const;
const STORY = ['[SEV1] INVESTIGATING', '[SEV1] IDENTIFIED', '[SEV1] MONITORING', '[SEV1] RESOLVED'];

/** Lives through one outage; the function dies in one of its runs, unless that run makes fewer calls. */
async function liveThroughAnOutage(dyingRun: (typeof RUNS)[number], death: Death) {
  const [world, store] = [new FakeWorld(), memoryStore()];
  let reached = false;
  const survive = async (run: (typeof RUNS)[number], work: (ports: Ports) => Promise<unknown>) => {
    const mortal = mortalPorts(world.ports(store), run === dyingRun ? death : undefined);
    mortal.died.then(() => {
      reached = true;
    });
    await Promise.race([work(mortal.ports), mortal.died]);
  };
  const tick = async (minutes: number) => {
    for (let minute = 0; minute < minutes; minute += 1) {
      world.wait(1);
      await handleEvent({}, world.ports(store), SETTINGS);
    }
  };
  const command = { kind: 'say', id: 'one', texts: { en: 'We found the cause' }, phase: 'identified' };
  const say = (ports: Ports) =>
    handleCommand({ source: 'understudy.cli', preview: false, command }, ports, SETTINGS);

  const down = world.change(STORE_DOWN, 'ALARM');
  await survive('opens', (ports) => handleEvent(down, ports, SETTINGS));
  await tick(3);
  await survive('is spoken of', say);
  // Whoever gets no answer sends the same command again.
  await say(world.ports(store));
  await tick(2);
  const up = world.change(STORE_DOWN, 'OK');
  await survive('recovers', (ports) => handleEvent(up, ports, SETTINGS));
  await tick(4);
  world.wait(1);
  await survive('is resolved', (ports) => handleEvent({}, ports, SETTINGS));
  await tick(3);
  return { world, reached, state: await store.load() };
}

describe.each(RUNS)('function that dies as an incident %s', (run) => {
  test.each([false, true])(
    'tells and writes everything all the same, at each call (carried out: %s)',
    async (afterwards) => {
      let calls = 0;
      for (let reached = true; reached; calls += 1) {
        const life = await liveThroughAnOutage(run, { call: calls, afterwards });
        reached = life.reached;
        const { messages, records } = life.world;
        const told = messages.map(({ subject }) => subject.split(' shop.')[0]);
        // Only a death between sending and noting it tells something twice.
        expect(messages.length).toBeLessThanOrEqual(STORY.length + 1);
        expect([...new Set(told)]).toEqual(STORY);
        expect(life.world.mode).toBe('normal');
        expect(records.findLast(({ key }) => key.endsWith('.md'))?.body).not.toContain('Preliminary');
        expect(life.state).toMatchObject({ incident: null, outbox: [], reviews: [] });
      }
      expect(calls).toBeGreaterThan(5);
    },
  );
});
