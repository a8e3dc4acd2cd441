import { version } from '../../../package.json';
import { CliError } from '../../cli/cli-error';
import { RehearsalError } from '../errors';
import { scenarioJsonSchema } from '../scenario/scenario-json-schema';
import { listScenarios } from './choose-scenarios';
import { findAssemblies } from './find-assemblies';
import { type CliOptions, HELP, parseOptions } from './options';
import { play } from './play';
import { playLive } from './play-live';
import { progressOn } from './progress';
import { type Synthesize, synthesize as synthesizeHere } from './synthesize';

/** The terminal, as far as the command needs it. */
export interface Terminal {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly stdin: NodeJS.ReadStream;
}

const PASSED = 0;
const MISSED = 1;
const NOT_REHEARSED = 2;

/**
 * `npm run rehearse`, in this process: it runs the code of assemblies, so `launch` gives it one of its own.
 * @param synthesize for the app of this folder. @default - in the environment of this process
 * @returns the exit code
 */
export async function main(
  args: readonly string[],
  terminal: Terminal,
  synthesize: Synthesize = synthesizeHere,
): Promise<number> {
  try {
    return await run(parseOptions(args), terminal, synthesize);
  } catch (error) {
    progressOn(terminal.stderr).clear();
    terminal.stderr.write(`${describeFailure(error)}\n`);
    return NOT_REHEARSED;
  }
}

/** A mistake of ours must not look like a missed budget, which is what Node's own exit code for it would say. */
function describeFailure(error: unknown): string {
  if (error instanceof RehearsalError || error instanceof CliError) return error.message;
  return `The rehearsal itself failed: ${error instanceof Error ? error.stack : String(error)}`;
}

async function run(options: CliOptions, terminal: Terminal, synthesize: Synthesize): Promise<number> {
  const asked = askedFor(options);
  if (asked !== undefined) {
    terminal.stdout.write(asked);
    return PASSED;
  }
  if (!options.live) return (await play(options, terminal, synthesize)) ? PASSED : MISSED;
  const [assembly = ''] = await findAssemblies(options, terminal.stderr, synthesize);
  return playLive(assembly, options, terminal);
}

/** A text that was asked for in place of a rehearsal. */
function askedFor({ help, version: whichVersion, list, schema }: CliOptions): string | undefined {
  if (help) return HELP;
  if (whichVersion) return `${version}\n`;
  if (list) return listScenarios();
  return schema ? scenarioJsonSchema() : undefined;
}
