import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { RehearsalError } from '../kernel/errors';
import { ownProgram } from '../kernel/own-program';
import type { Report } from '../report/report-schema';
import { cleanEnvironment } from './clean-environment';
import type { PlayMessage } from './play-process';
import type { Player, Run } from './play-run';

const PROGRAM = ownProgram(__dirname, 'play-process');

/**
 * Starts a process of its own that plays runs.
 * @param signal ends it
 * @returns rejects with what stops a rehearsal in the process, and when it ends before its time
 */
export function startPlayer(signal: AbortSignal): Player {
  const child = fork(PROGRAM.path, [], {
    ...PROGRAM.options,
    env: cleanEnvironment(process.env),
    // JSON would make other values of some, such as Infinity, than a run in this process has.
    serialization: 'advanced',
    signal,
  });
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject);
    // Whatever it died of is on its standard error, which is ours too.
    child.once('exit', (code) => reject(new Error(`a process that played scenarios ended (${code})`)));
  });
  // Code that waits for a report hears of it; once all reports are there, its end is no news.
  ended.catch(() => undefined);
  return (run) => Promise.race([ended, answerOf(child, run)]);
}

async function answerOf(child: ChildProcess, run: Run): Promise<Report> {
  child.send(run);
  const [message] = (await once(child, 'message')) as [PlayMessage];
  if (message.kind === 'report') {
    return message.report;
  }
  throw new RehearsalError(message.code, message.message);
}
