import { availableParallelism } from 'node:os';
import type { Report } from '../report/report-schema';
import { longestFirst, nextRun } from './next-run';
import { startPlayer } from './play-child';
import { type Player, playRun, type Run } from './play-run';

/** To start another process takes about as long as to play so many runs. */
const RUNS_PER_PROCESS = 4;

/** How many processes share runs. @returns at least 1, this one */
export const processesFor = (runs: number): number =>
  Math.max(1, Math.min(availableParallelism(), Math.ceil(runs / RUNS_PER_PROCESS)));

/**
 * Plays runs in this process and in others beside it. Each takes the next run when it is through with one.
 * @param onPlay called before each
 * @returns a report for each run, in their order
 * @throws RehearsalError when an assembly can't be rehearsed; nobody waits for the other runs then
 */
export async function shareRuns(
  runs: readonly Run[],
  processes: number,
  onPlay: (run: Run) => void,
): Promise<readonly Report[]> {
  const reports = new Map<Run, Report>();
  const waiting = new Set(longestFirst(runs));
  const begun = new Set<string>();
  const take = (last?: string): Run | undefined => {
    const run = nextRun([...waiting], last, begun);
    if (run === undefined) {
      return undefined;
    }
    waiting.delete(run);
    begun.add(run.assembly);
    return run;
  };
  const work = async (play: Player): Promise<void> => {
    for (let run = take(); run !== undefined; run = take(run.assembly)) {
      onPlay(run);
      reports.set(run, await play(run));
    }
  };
  const stop = new AbortController();
  const others = Array.from({ length: processes - 1 }, () => startPlayer(stop.signal));
  try {
    await Promise.all([...others, playRun].map(work));
    return runs.flatMap((run) => reports.get(run) ?? []);
  } finally {
    waiting.clear();
    stop.abort();
  }
}
