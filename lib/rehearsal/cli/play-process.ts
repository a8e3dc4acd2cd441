import { RehearsalError, type RehearsalErrorCode } from '../kernel/errors';
import type { Report } from '../report/report-schema';
import { playRun, type Run } from './play-run';

/** What the process answers to a run. */
export type PlayMessage =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'stopped'; readonly code: RehearsalErrorCode; readonly message: string };

/** Plays a run that the parent has sent. */
async function answer(run: Run): Promise<PlayMessage> {
  try {
    return { kind: 'report', report: await playRun(run) };
  } catch (error) {
    if (!(error instanceof RehearsalError)) {
      throw error;
    }
    return { kind: 'stopped', code: error.code, message: error.message };
  }
}

// The program of a process that plays run after run, so that several use several cores. It ends with its parent.
process.on('disconnect', () => process.exit());
process.on('message', async (run: Run) => process.send?.(await answer(run)));
