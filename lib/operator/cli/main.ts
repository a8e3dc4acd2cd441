import { Command, CommanderError } from '@commander-js/extra-typings';
import { version } from '../../../package.json';
import { EXIT, type ExitCode } from '../../command-line/cli-error';
import { describeError } from '../../command-line/describe-error';
import type { CliContext, Terminal } from './cli-context';
import { requirePresentCommand } from './retired';
import { GROUPS, HELP_END, SUBCOMMANDS } from './subcommands';

const COMMANDS = SUBCOMMANDS.map(({ name }) => name);

/** Wider lines are hard to read. */
const MAX_COLUMNS = 100;

/**
 * `npx understudy`.
 * @returns the exit code
 */
export async function main(given: readonly string[], terminal: Terminal): Promise<ExitCode> {
  // `help status` is what many programs take.
  const words = given[0] === 'help' ? [...given.slice(1), '--help'] : given;
  const args = words.length === 0 ? ['--help'] : words;
  const outcome: Outcome = { exitCode: EXIT.WELL };
  const json = isJson(args);
  try {
    requirePresentCommand(args);
    await programOf(args, contextOf(args, terminal, outcome)).parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) {
      return EXIT.WELL;
    }
    const described = describeError(error, args, COMMANDS);
    terminal.printError(described.message);
    Object.assign(outcome, { exitCode: described.exitCode, result: { ...outcome.result, error: described } });
  }
  const [command] = args;
  const { result } = outcome;
  if (json && result !== undefined) {
    terminal.print(JSON.stringify({ version: 1, command, ...result }, undefined, 2));
  }
  return outcome.exitCode;
}

/** What came of a command. */
interface Outcome {
  exitCode: ExitCode;
  /** For programs. Absent: the command prints its own. */
  result?: Readonly<Record<string, unknown>>;
}

/** Known before the command line is read, for mistakes on it are told as JSON, too. */
function isJson(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? args.length : end).includes('--json');
}

function contextOf(args: readonly string[], terminal: Terminal, outcome: Outcome): CliContext {
  return {
    ...terminal,
    args: args.slice(1),
    print: isJson(args) ? terminal.printError : terminal.print,
    result: (result) => {
      outcome.result = result;
    },
    exit: (exitCode) => {
      outcome.exitCode = exitCode;
    },
  };
}

/** Every command by its name and its summary; the one that is meant with all that it takes. */
function programOf(args: readonly string[], context: CliContext): Command {
  const { print, printError, columns } = context;
  const program: Command = new Command('npx understudy')
    .usage('<command> [options]')
    .exitOverride()
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .configureOutput({
      writeOut: (text) => print(text.trimEnd()),
      writeErr: (text) => printError(text.trimEnd()),
      outputError: () => undefined,
      getOutHelpWidth: () => Math.min(columns ?? MAX_COLUMNS, MAX_COLUMNS),
      getErrHelpWidth: () => Math.min(columns ?? MAX_COLUMNS, MAX_COLUMNS),
    });
  const chosen = args.find((word) => !word.startsWith('-'));
  for (const { name, group, summary, load } of SUBCOMMANDS) {
    const command: Command = program.command(name).summary(summary).helpGroup(GROUPS[group]);
    if (name === chosen) {
      load().define(command, context);
    }
  }
  explain(program);
  return program.addHelpText('after', HELP_END);
}

/** Every command, and every command of a command, says which version it is and explains itself. */
function explain(command: Command): void {
  command
    .version(version, '--version', 'which version this is')
    .helpOption('-h, --help', 'this text')
    .helpCommand(false);
  for (const below of command.commands) {
    explain(below as Command);
  }
}
