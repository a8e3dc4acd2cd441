import { handleWakeUp, type Outcome } from '../../../lambda/status-update/handle-wake-up';
import type { StateStore } from '../../../lambda/status-update/ports';
import { FakeWorld } from './helpers/fake-world';
import { memoryStore } from './helpers/memory-store';
import { SETTINGS } from './helpers/settings';
import { EDGE_ERRORS } from './helpers/symptoms';

const TICK = { source: 'aws.events', 'detail-type': 'Scheduled Event' };

let world: FakeWorld;
let store: StateStore;
beforeEach(() => {
  world = new FakeWorld();
  store = memoryStore();
});

const invoke = (event: unknown = TICK): Promise<Outcome> => handleWakeUp(event, world.ports(store), SETTINGS);

describe('errors at the edge', () => {
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
    world.fail('metrics', 10);
    await invoke(world.change(EDGE_ERRORS, 'ALARM'));
    expect(world.subjects).toEqual(['[SEV2] INVESTIGATING 5xx errors at the edge #01']);
  });
});
