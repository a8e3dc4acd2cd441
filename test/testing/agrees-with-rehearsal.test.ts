import { describeEvent } from '../../lib/rehearsal/report/describe-event';
import { rehearse } from '../../lib/rehearsal/run/rehearse';
import { builtInScenario } from '../../lib/rehearsal/scenario/load-scenario';
import { openWorld } from '../../lib/testing';
import { messagesIn } from '../../lib/testing/inbox';
import { exampleAssembly } from '../helpers/example-assembly';

const SEED = 5;

/** A scenario's only fault, opened and mended by hand at its times. */
async function stepThrough(assembly: string, name: string) {
  const { faults, endSeconds, shoppers } = builtInScenario(name);
  const [{ fromSeconds, toSeconds, ...fault } = { fromSeconds: 0, toSeconds: 0 }] = faults;
  const world = await openWorld(assembly, { seed: SEED, shoppers });
  await world.advance({ seconds: fromSeconds });
  world.inject(fault as Parameters<typeof world.inject>[0]);
  await world.advance({ seconds: toSeconds - fromSeconds });
  world.mend();
  await world.advance({ seconds: endSeconds - toSeconds });
  const lived = { timeline: world.timeline(), inbox: world.inbox(), shoppers: world.shoppers() };
  await world.close();
  return lived;
}

describe.each(['edge', 'dns'] as const)('world stepped by hand through a scenario, %s', (topology) => {
  test.each(['origin refuses', 'emergency page deleted'])(
    'is the world of the rehearsal, to the millisecond: %s',
    async (name) => {
      const assembly = await exampleAssembly(topology);
      const { events, shoppers } = await rehearse({ assembly, scenario: builtInScenario(name), seed: SEED });
      const stepped = await stepThrough(assembly, name);
      expect(stepped.timeline).toEqual(
        events.flatMap((event) => {
          const text = describeEvent(event);
          return text === undefined ? [] : [{ at: new Date(event.atMs), text }];
        }),
      );
      expect(stepped.inbox).toEqual(messagesIn(events));
      expect(stepped.shoppers).toEqual(shoppers.totals);
      expect(stepped.timeline.length).toBeGreaterThan(2);
    },
  );
});
