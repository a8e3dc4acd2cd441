import type { Terminal } from './main';
import type { CliOptions } from './options';

/** Stand-in until lib/rehearsal/live has landed. */
export async function playLive(
  _assembly: string,
  _options: CliOptions,
  { stderr }: Terminal,
): Promise<number> {
  stderr.write('not yet\n');
  return 2;
}
