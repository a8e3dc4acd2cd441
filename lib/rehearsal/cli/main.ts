import { CommanderError } from '@commander-js/extra-typings';
import { CliError, EXIT, type ExitCode } from '../../command-line/cli-error';
import { describeError } from '../../command-line/describe-error';
import { RehearsalError } from '../kernel/errors';
import { askedFor } from './asked-for';
import { findAssemblies } from './find-assemblies';
import { type CliOptions, parseOptions } from './options';
import { play } from './play';
import { playLive } from './play-live';
import { progressOn } from './progress';
import { type Synthesize, synthesize as synthesizeHere } from './synthesize';
import type { Terminal } from './terminal';

/**
 * `npx understudy rehearse`, in this process: it runs the code of assemblies, so `launch` gives it one of its own.
 * @param args what is behind the command's name
 * @param synthesize for an app. @default - in the environment of this process
 * @returns the exit code
 */
export async function main(
  args: readonly string[],
  terminal: Terminal,
  synthesize: Synthesize = synthesizeHere,
): Promise<ExitCode> {
  try {
    return await run(parseOptions(args), terminal, synthesize);
  } catch (error) {
    const { stdout, stderr } = terminal;
    const message = describeFailure(error);
    progressOn(stderr).clear();
    stderr.write(`${message}\n`);
    if (args.includes('--json')) {
      const result = { version: 1, command: 'rehearse', error: { message, exitCode: EXIT.NOT_DONE } };
      stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
    }
    return EXIT.NOT_DONE;
  }
}

/** A mistake of ours must not look like a missed budget, which is what Node's own exit code for it would say. */
function describeFailure(error: unknown): string {
  const isExpected = [CliError, CommanderError, RehearsalError].some((type) => error instanceof type);
  if (isExpected) {
    return describeError(error, ['rehearse'], ['rehearse']).message;
  }
  return `The rehearsal itself failed: ${error instanceof Error ? error.stack : String(error)}`;
}

async function run(options: CliOptions, terminal: Terminal, synthesize: Synthesize): Promise<ExitCode> {
  const asked = askedFor(options);
  if (asked !== undefined) {
    terminal.stdout.write(asked);
    return EXIT.WELL;
  }
  if (!options.live) {
    return (await play(options, terminal, synthesize)) ? EXIT.WELL : EXIT.WRONG;
  }
  const [assembly = ''] = await findAssemblies(options, terminal.stderr, synthesize);
  return playLive(assembly, options, terminal);
}
