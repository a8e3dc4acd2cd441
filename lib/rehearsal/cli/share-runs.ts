import { availableParallelism } from 'node:os';
import type { Report } from '../report/report-schema';
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
  // The longest first, so that at the end nobody waits long for the others.
  const waiting = [...runs].sort((a, b) => b.scenario.endSeconds - a.scenario.endSeconds);
  const work = async (play: Player): Promise<void> => {
    for (let run = waiting.shift(); run !== undefined; run = waiting.shift()) {
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
    waiting.length = 0;
    stop.abort();
  }
}
