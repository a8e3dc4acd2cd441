import type { z } from 'zod';
import { bringShoppers, buildStagedWorld, START_MS } from '../rehearsal/play/staged-world';
import { prepareAssembly } from '../rehearsal/play/world/prepared-assembly';
import { type AppOrAssembly, assemblyFolderOf } from '../rehearsal/run/app-assembly';
import { readGiven } from '../rehearsal/run/read-given';
import { readChosen, WORLD_CHOICE, type WorldChoice } from '../rehearsal/run/rehearse-app';
import { SHOPPERS } from '../rehearsal/scenario/scenario-schema';
import { known } from '../rehearsal/scenario/schema-parts';
import { subscribersIn } from './inbox';
import { OpenFaults } from './open-faults';
import { SteppedWorld } from './stepped-world';
import type { TestWorld } from './world';

/** Which world to open. */
export interface OpenWorldOptions extends WorldChoice {
  /** The shoppers of the store and how they behave, as in a scenario file. @default - as there, 20 a minute */
  readonly shoppers?: z.input<typeof SHOPPERS> | undefined;
}

const OPTIONS = known({ ...WORLD_CHOICE, shoppers: SHOPPERS.prefault({}) });

/** Nothing fails by itself: shoppers are counted from the start. */
const SPAN = { startMs: START_MS, failsMs: START_MS, repairedMs: Number.POSITIVE_INFINITY };

/**
 * Opens a world around a synthesized app, to be stepped by hand: the same one that `rehearse` plays scenarios in, after
 * six minutes in which all was well. The same seed and the same steps give the same world.
 *
 * **It runs the code of the assembly in this process**, as `rehearse` does.
 * @param app an `App`, a `Stage`, or the folder of a cloud assembly
 * @throws RehearsalError when the assembly can't be rehearsed
 */
export async function openWorld(app: AppOrAssembly, options: OpenWorldOptions = {}): Promise<TestWorld> {
  const { seed, shoppers, ...choice } = readGiven(OPTIONS, { value: options, where: 'openWorld' });
  const { directory, assets } = assemblyFolderOf(app, 'openWorld');
  const blueprint = readChosen(() => prepareAssembly(directory, { ...choice, assets }));
  const faults = new OpenFaults();
  const { world, clock } = await buildStagedWorld({
    ...{ assembly: blueprint, seed, felt: faults.felt },
    faults: faults.ofStore,
    disruptions: (time) => faults.disruptions(time),
  });
  try {
    const population = bringShoppers(world, { seed, settings: shoppers, faults: faults.all, span: SPAN });
    await clock.runUntil(START_MS);
    const subscribers = subscribersIn(blueprint.deployment);
    return new SteppedWorld({ ...{ world, clock, faults, population, subscribers }, assembly: directory });
  } catch (error) {
    await world.close();
    throw error;
  }
}
