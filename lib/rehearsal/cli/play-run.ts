import { rehearse } from '../rehearsal';
import { buildReport } from '../report/build-report';
import type { Report } from '../report/report-schema';
import type { Scenario } from '../scenario/scenario';

/** One scenario through one assembly. */
export interface Run {
  readonly assembly: string;
  readonly scenario: Scenario;
  readonly seed: number;
}

/** Whoever plays runs, one at a time. */
export type Player = (run: Run) => Promise<Report>;

/**
 * Plays a run in this process.
 * @returns the report of it alone
 * @throws RehearsalError when the assembly can't be rehearsed
 */
export const playRun: Player = async ({ assembly, scenario, seed }) =>
  buildReport([await rehearse({ assembly, scenario, seed })], seed);
