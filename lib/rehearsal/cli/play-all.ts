import { RehearsalError } from '../kernel/errors';
import { type AssemblyChoice, topologyOf } from '../play/world/prepared-assembly';
import { mergeReports } from '../report/merge-reports';
import type { Report } from '../report/report-schema';
import { fitsTopology } from '../scenario/fits-topology';
import type { Scenario } from '../scenario/scenario';
import type { Run } from './play-run';
import type { Progress } from './progress';
import { processesFor, shareRuns } from './share-runs';

/** What is played. */
export interface PlayPlan {
  readonly assemblies: readonly string[];
  readonly scenarios: readonly Scenario[];
  readonly seed: number;
  /** Of each assembly. @default - the only store, and nothing given for parameters */
  readonly choice?: AssemblyChoice;
}

/**
 * Plays every scenario through every assembly where it makes sense, on every core of this machine.
 * @param processes how many share the work. @default - one for each core, fewer for a few runs
 * @throws RehearsalError when an assembly can't be rehearsed, or no scenario fits one
 */
export async function playAll(programme: PlayPlan, progress: Progress, processes?: number): Promise<Report> {
  const { scenarios, seed } = programme;
  const runs = runsOf(programme);
  let played = 0;
  const onPlay = ({ scenario }: Run) => {
    played += 1;
    progress.show(`${played} of ${runs.length}: ${scenario.name}`);
  };
  try {
    const reports = await shareRuns(runs, processes ?? processesFor(runs.length), onPlay);
    const merged = mergeReports(reports, [...new Set(scenarios.map(({ name }) => name))], seed);
    return { ...merged, assemblies: eachOnce(merged.assemblies) };
  } finally {
    progress.clear();
  }
}

/** @throws RehearsalError when no scenario fits an assembly */
export function runsOf({ assemblies, scenarios, seed, choice }: PlayPlan): readonly Run[] {
  const runs = assemblies.flatMap((assembly) => {
    const topology = topologyOf(assembly, choice);
    return scenarios
      .filter((scenario) => fitsTopology(scenario, topology))
      .map((scenario) => ({ assembly, scenario, seed, choice }));
  });
  if (runs.length === 0) {
    throw nothingFits(scenarios);
  }
  return runs;
}

/** The report of every run tells of its assembly. */
const eachOnce = (assemblies: Report['assemblies']): Report['assemblies'] => [
  ...new Map(assemblies.map((one) => [`${one.topology} ${one.domainName}`, one])).values(),
];

const nothingFits = (scenarios: readonly Scenario[]): RehearsalError =>
  new RehearsalError(
    'INVALID_SCENARIO',
    `--scenario: none makes sense for this topology, got ${scenarios.map(({ name }) => name).join(', ')}; see "topologies" in the scenario`,
  );
