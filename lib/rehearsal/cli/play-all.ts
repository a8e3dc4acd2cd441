import { readAssembly } from '../assembly/assembly';
import { Deployment } from '../assembly/deployment';
import { RehearsalError } from '../errors';
import { mergeReports } from '../report/merge-reports';
import type { Report } from '../report/report-schema';
import type { Scenario } from '../scenario/scenario';
import { type RehearsalSettings, readSettings } from '../world/settings';
import { playAssembly } from './play-assembly';
import { playInChild } from './play-child';
import type { Progress } from './progress';

/** What is played. */
export interface Programme {
  readonly assemblies: readonly string[];
  readonly scenarios: readonly Scenario[];
  readonly seed: number;
}

/** The topology of an assembly. @throws RehearsalError when there is nothing to rehearse */
export const topologyOf = (assembly: string): RehearsalSettings['topology'] =>
  readSettings(new Deployment(readAssembly(assembly))).topology;

/**
 * Plays every scenario through every assembly where it makes sense. Several assemblies are played at the same time.
 * @throws RehearsalError when an assembly can't be rehearsed, or no scenario fits one
 */
export async function playAll(
  { assemblies, scenarios, seed }: Programme,
  progress: Progress,
): Promise<Report> {
  const programmes = assemblies
    .map((assembly) => {
      const topology = topologyOf(assembly);
      return { assembly, scenarios: scenarios.filter((scenario) => fits(scenario, topology)), seed };
    })
    .filter((programme) => programme.scenarios.length > 0);
  const total = programmes.reduce((sum, programme) => sum + programme.scenarios.length, 0);
  if (total === 0) throw nothingFits(scenarios);
  const play = programmes.length === 1 ? playAssembly : playInChild;
  let played = 0;
  const onPlay = (scenario: string) => {
    played += 1;
    progress.show(`${played} of ${total}: ${scenario}`);
  };
  const stop = new AbortController();
  try {
    const reports = await Promise.all(programmes.map((programme) => play(programme, onPlay, stop.signal)));
    const names = [...new Set(scenarios.map(({ name }) => name))];
    return mergeReports(reports, names, seed);
  } finally {
    // When one can't be rehearsed, nobody waits for the others.
    stop.abort();
    progress.clear();
  }
}

/** A stack that Understudy did not make counts as `edge`. */
const fits = ({ topologies }: Scenario, topology: RehearsalSettings['topology']): boolean =>
  topologies.includes(topology === 'dns' ? 'dns' : 'edge');

const nothingFits = (scenarios: readonly Scenario[]): RehearsalError =>
  new RehearsalError(
    'INVALID_SCENARIO',
    `--scenario: none makes sense for this topology, got ${scenarios.map(({ name }) => name).join(', ')}; see "topologies" in the scenario`,
  );
