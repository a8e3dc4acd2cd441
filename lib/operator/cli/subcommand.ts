import type { Command } from '@commander-js/extra-typings';
import type { ExitCode } from '../../command-line/cli-error';
import type { CliContext } from './cli-context';

/** One thing that `npx understudy` can do. Its module is loaded when it is asked for. */
export interface Subcommand {
  /** Declares its description, arguments and options on an empty command, and what it does: see {@link runs}. */
  readonly define: (command: Command, context: CliContext) => void;
}

/** Makes an action of a command out of what it does; its exit code becomes that of the process. */
export const runs =
  <A extends unknown[]>({ exit }: Pick<CliContext, 'exit'>, action: (...args: A) => Promise<ExitCode>) =>
  async (...args: A): Promise<void> =>
    exit(await action(...args));
