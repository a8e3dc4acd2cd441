import { setImmediate } from 'node:timers/promises';
import { oneAtATime } from '../../../../lib/operator/verify/update/one-at-a-time';
import { zoneRecord } from '../../../../lib/operator/verify/update/record-conflict';

describe('inspector of a hosted zone', () => {
  const asked: string[] = [];
  let busy = 0;
  let busiest = 0;
  const inspector = oneAtATime({
    resources: async () => undefined,
    hasApiDomainName: async () => false,
    recordsFrom: async (zone, name) => {
      asked.push(`${zone} ${name}`);
      busiest = Math.max(busiest, ++busy);
      await setImmediate();
      busy -= 1;
      if (name === 'broken') {
        throw new Error('throttled');
      }
      return [zoneRecord({ Name: name, Type: 'A' })];
    },
  });

  test('asks for each name once and for one after the other, also after one that fails', async () => {
    const names = ['a', 'broken', 'b', 'a', 'c'];
    const answers = await Promise.allSettled(names.map((name) => inspector.recordsFrom('Z', name)));
    expect(answers.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
    await expect(inspector.recordsFrom('Other', 'a')).resolves.toMatchObject([{ name: 'a' }]);
    expect({ asked, busiest }).toEqual({ asked: ['Z a', 'Z broken', 'Z b', 'Z c', 'Other a'], busiest: 1 });
  });
});
