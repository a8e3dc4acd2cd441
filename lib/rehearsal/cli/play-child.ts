import { fork } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RehearsalError } from '../errors';
import type { Report } from '../report/report-schema';
import type { AssemblyProgramme } from './play-assembly';
import type { PlayMessage } from './play-process';

const PROGRAM = join(__dirname, 'play-process.ts');

/**
 * Plays an assembly in a process of its own.
 * @param onPlay called before each scenario
 * @param signal ends it before its time
 * @throws RehearsalError when the assembly can't be rehearsed
 */
export function playInChild(
  programme: AssemblyProgramme,
  onPlay: (scenario: string) => void,
  signal: AbortSignal,
): Promise<Report> {
  return new Promise((resolve, reject) => {
    const child = fork(PROGRAM, [], {
      execArgv: ['--import', pathToFileURL(require.resolve('tsx')).href],
      signal,
    });
    child.on('message', (message: PlayMessage) => {
      if (message.kind === 'plays') return onPlay(message.scenario);
      if (message.kind === 'report') resolve(message.report);
      else reject(new RehearsalError(message.code, message.message));
      child.disconnect();
    });
    child.on('error', reject);
    // Whatever it died of is on its standard error, which is ours too.
    child.on('exit', (code) =>
      reject(new Error(`the process that played ${programme.assembly} ended (${code})`)),
    );
    child.send(programme);
  });
}
