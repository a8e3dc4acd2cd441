import { EXIT, type ExitCode } from '../../command-line/cli-error';
import { liveConsole } from '../live/live-console';
import { startLive } from '../live/start-live';
import { prepareAssembly } from '../play/world/prepared-assembly';
import type { CliOptions } from './options';
import type { Terminal } from './terminal';

/**
 * Opens the world of an assembly on localhost until somebody quits.
 * @returns the exit code
 */
export async function playLive(
  assembly: string,
  { speed, seed, port, controlPort, choice }: CliOptions,
  { stdin, stdout }: Terminal,
): Promise<ExitCode> {
  const live = await startLive({
    assembly: prepareAssembly(assembly, choice),
    speed,
    seed,
    port,
    controlPort,
  });
  try {
    await liveConsole(live, { input: stdin, output: stdout });
  } finally {
    await live.close();
  }
  return EXIT.WELL;
}
