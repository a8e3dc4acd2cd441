import fc from 'fast-check';
import { evaluationPhaseMs } from '../../../lib/rehearsal/aws/cloudwatch/rules/evaluation-phase';

const source = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html';

const phases = (order: number, alarms: number, chance = 0.4): readonly number[] =>
  Array.from({ length: alarms }, (_, index) =>
    evaluationPhaseMs({ order, everyMs: 60_000, index: index + 1 }, () => chance),
  );

describe(`Order of alarms (${source})`, () => {
  test('is left to chance, each at a whole millisecond of its own within the minute', () => {
    expect(phases(0, 2, 0.123456)).toEqual([7407, 7407]);
    expect(phases(0, 1, 0)).toEqual([0]);
    expect(phases(0, 1, 1 - Number.EPSILON)).toEqual([59_999]);
  });

  test('is that of the template, or the reverse, within one second', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 400 }), (alarms) => {
        const [forth, back] = [phases(1, alarms), phases(2, alarms)];
        expect(forth).toEqual([...forth].sort((a, b) => a - b));
        expect(new Set(forth).size).toBe(alarms);
        expect(back).toEqual([...back].sort((a, b) => b - a));
        expect(new Set(back).size).toBe(alarms);
        expect(Math.max(...forth, ...back)).toBeLessThan(1_000);
      }),
    );
  });

  test('takes one chance whatever the order, so that the rest of a play stays the same', () => {
    for (const order of [0, 1, 2]) {
      let asked = 0;
      evaluationPhaseMs({ order, everyMs: 10_000, index: 1 }, () => {
        asked += 1;
        return 0.5;
      });
      expect(asked).toBe(1);
    }
  });
});
