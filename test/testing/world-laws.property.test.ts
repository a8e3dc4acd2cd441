import fc from 'fast-check';
import { openWorld, type TestWorld } from '../../lib/testing';
import { exampleAssembly } from '../helpers/example-assembly';

/** A step, by its name. */
type Step = (world: TestWorld) => unknown;

const STEPS: Readonly<Record<string, Step>> = {
  'the store refuses': (world) => world.breakStore(),
  'the store hangs at the checkout': (world) => world.breakStore({ kind: 'hangs', paths: ['checkout'] }),
  'the store flaps': (world) =>
    world.breakStore({ kind: 'errors', flaps: { downSeconds: 30, upSeconds: 90 }, sharePercent: 60 }),
  'a check fails': (world) => world.failCheck('checkout'),
  'the region is lost': (world) => world.inject({ kind: 'region lost' }),
  'all is mended': (world) => world.mend(),
  'a shopper asks': (world) => world.visit('/checkout'),
};

const seconds = fc.integer({ min: 0, max: 400 });
const acts = fc.array(fc.record({ act: fc.constantFrom(...Object.keys(STEPS)), thenSeconds: seconds }), {
  minLength: 1,
  maxLength: 5,
});

/** Takes steps, each followed by some time, which may pass in pieces. */
async function live(
  seed: number,
  steps: readonly { readonly act: string; readonly thenSeconds: number }[],
  passing: (seconds: number) => readonly number[],
) {
  const world = await openWorld(await exampleAssembly('edge'), { seed });
  try {
    for (const { act, thenSeconds } of steps) {
      await STEPS[act]?.(world);
      for (const seconds of passing(thenSeconds)) {
        await world.advance({ seconds });
      }
    }
    const { body } = await world.visit('/');
    return {
      log: world.timeline(),
      inbox: world.inbox(),
      alarms: world.alarms(),
      met: world.shoppers(),
      body,
    };
  } finally {
    await world.close();
  }
}

const atOnce = (whole: number) => [whole];

describe('world stepped by hand', () => {
  test('is the same again for the same seed and the same steps', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1_000), acts, async (seed, steps) => {
        expect(await live(seed, steps, atOnce)).toEqual(await live(seed, steps, atOnce));
      }),
      { numRuns: 3 },
    );
  });

  test('does not notice in how many pieces time passes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(1_000),
        acts,
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (seed, steps, cut) => {
          const inTwo = (whole: number) => [Math.round(whole * cut), whole - Math.round(whole * cut)];
          expect(await live(seed, steps, inTwo)).toEqual(await live(seed, steps, atOnce));
        },
      ),
      { numRuns: 3 },
    );
  });

  test('differs for another seed', async () => {
    const steps = [{ act: 'the store refuses', thenSeconds: 200 }];
    expect(await live(1, steps, atOnce)).not.toEqual(await live(2, steps, atOnce));
  });
});
