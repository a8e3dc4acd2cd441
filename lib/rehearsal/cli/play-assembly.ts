import { type RehearsalResult, rehearse } from '../rehearsal';
import { buildReport } from '../report/build-report';
import type { Report } from '../report/report-schema';
import type { Scenario } from '../scenario/scenario';

/** What is played through one assembly. */
export interface AssemblyProgramme {
  readonly assembly: string;
  readonly scenarios: readonly Scenario[];
  readonly seed: number;
}

/**
 * Plays scenarios through one assembly, one after the other.
 * @param onPlay called before each
 * @throws RehearsalError when the assembly can't be rehearsed
 */
export async function playAssembly(
  { assembly, scenarios, seed }: AssemblyProgramme,
  onPlay: (scenario: string) => void,
): Promise<Report> {
  const results: RehearsalResult[] = [];
  for (const scenario of scenarios) {
    onPlay(scenario.name);
    results.push(await rehearse({ assembly, scenario, seed }));
  }
  return buildReport(results, seed);
}
