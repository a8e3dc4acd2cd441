import { readAssembly } from '../assembly/assembly';
import { Deployment } from '../assembly/deployment';
import { RehearsalError } from '../errors';
import { type RehearsalResult, rehearse } from '../rehearsal';
import { buildReport } from '../report/build-report';
import type { Report } from '../report/report-schema';
import type { Scenario } from '../scenario/scenario';
import { type RehearsalSettings, readSettings } from '../world/settings';
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
 * Plays every scenario through every assembly where it makes sense, one after the other.
 * @throws RehearsalError when an assembly can't be rehearsed, or no scenario fits one
 */
export async function playAll(
  { assemblies, scenarios, seed }: Programme,
  progress: Progress,
): Promise<Report> {
  const stages = assemblies.map((assembly) => ({ assembly, topology: topologyOf(assembly) }));
  const plays = scenarios.flatMap((scenario) =>
    stages.filter(({ topology }) => fits(scenario, topology)).map(({ assembly }) => ({ scenario, assembly })),
  );
  if (plays.length === 0) throw nothingFits(scenarios);
  const results: RehearsalResult[] = [];
  for (const [index, { scenario, assembly }] of plays.entries()) {
    progress.show(`${index + 1} of ${plays.length}: ${scenario.name}`);
    results.push(await rehearse({ assembly, scenario, seed }));
  }
  progress.clear();
  return buildReport(results, seed);
}

/** A stack that Understudy did not make counts as `edge`. */
const fits = ({ topologies }: Scenario, topology: RehearsalSettings['topology']): boolean =>
  topologies.includes(topology === 'dns' ? 'dns' : 'edge');

const nothingFits = (scenarios: readonly Scenario[]): RehearsalError =>
  new RehearsalError(
    'INVALID_SCENARIO',
    `--scenario: none makes sense for this topology, got ${scenarios.map(({ name }) => name).join(', ')}; see "topologies" in the scenario`,
  );
