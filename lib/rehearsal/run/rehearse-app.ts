import { z } from 'zod';
import type { RehearsalResult } from '../judge/result';
import { RehearsalError } from '../kernel/errors';
import { type PreparedAssembly, prepareAssembly } from '../play/world/prepared-assembly';
import { buildReport } from '../report/build-report';
import type { Report } from '../report/report-schema';
import { fitsTopology } from '../scenario/fits-topology';
import { known } from '../scenario/schema-parts';
import { type AppOrAssembly, assemblyFolderOf } from './app-assembly';
import { type ChosenScenario, chosenScenarios, type GivenScenario } from './given-scenarios';
import { readGiven } from './read-given';
import { rehearse as rehearseScenario } from './rehearse';
import { commandOf } from './rehearse-command';

/** Which world to build of an assembly. */
export interface WorldChoice {
  /** Whole number up to 4294967295; everything that is left to chance follows from it. @default 1 */
  readonly seed?: number | undefined;
  /** Which store, by its domain name. @default - the only one of the assembly */
  readonly store?: string | undefined;
  /** What parameters are at deployment that the app neither makes nor knows, by their names. @default - none */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
}

/** What to rehearse. */
export interface RehearseOptions extends WorldChoice {
  /**
   * Names of built-in scenarios, paths of scenario files, and scenarios as objects. Those that make no sense for the
   * topology are left out. @default - every built-in one
   */
  readonly scenarios?: readonly GivenScenario[] | undefined;
}

/** What came of rehearsing an app. */
export interface Rehearsal {
  /** Whether every budget, expectation and prediction held in every scenario. */
  readonly passed: boolean;
  /**
   * As in `report.json`: of each scenario the verdict (`findings`), the times, those that arithmetic predicts
   * (`predicted`), the messages and the timeline.
   */
  readonly report: Report;
  /** The folder of the assembly that was rehearsed. */
  readonly assembly: string;
  /**
   * The command that tells a scenario in full, with the same seed.
   * @returns undefined for a scenario that was given as an object: the command line reads files only
   */
  command(scenario: string): string | undefined;
}

/** What decides which world is built, of a call's options. */
export const WORLD_CHOICE = {
  seed: z.int().min(0).max(4_294_967_295).default(1),
  store: z.string().optional(),
  parameters: z.record(z.string(), z.string()).optional(),
};

/** Scenarios are read separately, with other messages. */
const OPTIONS = known({ ...WORLD_CHOICE, scenarios: z.array(z.any()).default([]) });

/**
 * Plays outages through a synthesized app, each on its own virtual clock, and compares what shoppers and on-call would
 * have lived through with the budgets in its props. Nothing is deployed and no AWS account is needed. The same seed gives
 * the same rehearsal.
 *
 * **It runs the code of the assembly in this process**: its Lambda functions and CloudFront Functions, with everything
 * that this process can read, its environment included. Rehearse no assembly that you do not trust. The command
 * `understudy rehearse` runs them in a process with a cleaned environment.
 * @param app an `App`, a `Stage`, or the folder of a cloud assembly
 * @throws RehearsalError when the assembly can't be rehearsed; a missed budget is part of the report instead
 */
export async function rehearse(app: AppOrAssembly, options: RehearseOptions = {}): Promise<Rehearsal> {
  const { seed, scenarios, ...choice } = readGiven(OPTIONS, { value: options, where: 'rehearse' });
  const chosen = chosenScenarios(scenarios as readonly GivenScenario[]);
  const folder = assemblyFolderOf(app, 'rehearse');
  const blueprint = readChosen(() => prepareAssembly(folder.directory, { ...choice, assets: folder.assets }));
  const results: RehearsalResult[] = [];
  for (const { scenario } of fitting(chosen, blueprint)) {
    results.push(await rehearseScenario({ assembly: blueprint, scenario, seed }));
  }
  const report = buildReport(results, seed);
  return {
    passed: report.passed,
    report,
    assembly: folder.directory,
    command: (name) =>
      commandOf(chosen.find(({ scenario }) => scenario.name === name)?.option, { folder, seed, ...choice }),
  };
}

function fitting(
  chosen: readonly ChosenScenario[],
  { settings }: PreparedAssembly,
): readonly ChosenScenario[] {
  const fits = chosen.filter(({ scenario }) => fitsTopology(scenario, settings.topology));
  if (fits.length > 0) {
    return fits;
  }
  throw new RehearsalError(
    'INVALID_SCENARIO',
    `scenarios: none makes sense for the topology ${settings.topology}, got ${chosen.map(({ scenario }) => scenario.name).join(', ')}; see "topologies" in the scenario`,
  );
}

/** The command line's options are these functions' options under other names. */
const OPTION_NAMES = /^--(app|store|parameter)\b/;

/** Reads something with messages in the words of a program. */
export function readChosen<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RehearsalError)) {
      throw error;
    }
    const message = error.message.replace(OPTION_NAMES, (_, option) =>
      option === 'parameter' ? 'parameters' : option,
    );
    throw new RehearsalError(error.code, message, { cause: error });
  }
}
