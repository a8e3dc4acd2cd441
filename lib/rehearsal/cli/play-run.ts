import { type AssemblyChoice, type PreparedAssembly, prepareAssembly } from '../play/world/prepared-assembly';
import { buildReport } from '../report/build-report';
import type { Report } from '../report/report-schema';
import { rehearse } from '../run/rehearse';
import type { Scenario } from '../scenario/scenario';
import { type UnknownValues, unknownsWith } from '../unknowns/unknown-values';

/** One scenario through one assembly. */
export interface Run {
  readonly assembly: string;
  readonly scenario: Scenario;
  readonly seed: number;
  /** The same for each run through an assembly. @default - the only store, and nothing given for parameters */
  readonly choice?: AssemblyChoice;
  /** What is taken for true of what AWS gives no number for. @default - the defaults of the table */
  readonly unknowns?: Partial<UnknownValues>;
}

/** Something that plays runs, one at a time. */
export type Player = (run: Run) => Promise<Report>;

const blueprints = new Map<string, PreparedAssembly>();

/** An assembly, read once in a process: it plays many scenarios through few of them. */
function blueprintOf(assembly: string, choice?: AssemblyChoice): PreparedAssembly {
  const known = blueprints.get(assembly) ?? prepareAssembly(assembly, choice);
  blueprints.set(assembly, known);
  return known;
}

/**
 * Plays a run in this process.
 * @returns the report of it alone
 * @throws RehearsalError when the assembly can't be rehearsed
 */
export const playRun: Player = async ({ assembly, scenario, seed, choice, unknowns = {} }) =>
  buildReport(
    [
      await rehearse({
        ...{ assembly: blueprintOf(assembly, choice), scenario, seed },
        unknowns: unknownsWith(unknowns),
      }),
    ],
    seed,
  );
