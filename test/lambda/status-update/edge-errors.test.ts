import { EDGE_ERRORS } from './helpers/symptoms';
import { WokenFunction } from './helpers/woken-function';

const fn = new WokenFunction();

describe('errors at the edge', () => {
  test.each([
    [40, '[SEV1] INVESTIGATING 5xx for most shoppers (40 %) #01', 'critical', 'Store unavailable'],
    [39, '[SEV2] INVESTIGATING 5xx at the edge (39 %) #01', 'major', 'Part of the store unavailable'],
  ])('takes a store that fails %d %% of its requests for what it is', async (percent, ...told) => {
    fn.world.measure('5xxErrorRate', 100, percent);
    fn.world.measure('Requests', 10, 10);
    await fn.invoke(fn.world.change(EDGE_ERRORS, 'ALARM'));
    const { indicator, description } = JSON.parse(fn.world.file('status.json')).status;
    expect([...fn.world.subjects, indicator, description]).toEqual(told);
    // Only in this mode do pages that wait ask the store itself, which is what shows that the errors last.
    expect(fn.world.mode).toBe('degraded');
  });

  test('takes no few requests at night for an outage, whatever their share of errors', async () => {
    fn.world.measure('5xxErrorRate', 100, 100);
    fn.world.measure('Requests', 10, 9);
    await fn.invoke(fn.world.change(EDGE_ERRORS, 'ALARM'));
    expect(fn.world.subjects).toEqual(['[SEV2] INVESTIGATING 5xx at the edge (100 %) #01']);
  });

  test('asks CloudWatch for no error rate when it said nothing of the alarms: one that hangs would take all the time', async () => {
    let questions = 0;
    fn.world.before = (operation) => {
      questions += Number(operation === 'metrics');
      if (operation === 'describe') {
        throw new Error('no answer');
      }
    };
    await fn.invoke(fn.world.change(EDGE_ERRORS, 'ALARM'));
    expect(fn.world.subjects).toEqual(['[SEV2] INVESTIGATING 5xx at the edge #01']);
    expect(questions).toBe(1);
  });

  test('tells of errors at the edge although nobody says how many', async () => {
    fn.world.fail('metrics', 10);
    await fn.invoke(fn.world.change(EDGE_ERRORS, 'ALARM'));
    expect(fn.world.subjects).toEqual(['[SEV2] INVESTIGATING 5xx at the edge #01']);
  });
});
