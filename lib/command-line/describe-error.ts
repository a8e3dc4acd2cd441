import { CommanderError } from '@commander-js/extra-typings';
import { RehearsalError } from '../rehearsal/kernel/errors';
import { CliError, EXIT, type ExitCode } from './cli-error';

/** What the SDK calls having no credentials, or none that are good. */
const CREDENTIAL_ERRORS = /^(CredentialsProviderError|Expired|InvalidClientTokenId|UnrecognizedClient)/;

/** What ended a command, for the person and for the shell. */
export interface DescribedError {
  readonly message: string;
  readonly exitCode: ExitCode;
}

/**
 * An error as a person at a terminal needs it.
 * @param args the command line
 * @param commands the names of all commands: of these, one has a help page of its own
 */
export function describeError(
  error: unknown,
  args: readonly string[] = [],
  commands: readonly string[] = [],
): DescribedError {
  if (error instanceof CliError) {
    return { message: error.message, exitCode: error.exitCode };
  }
  if (error instanceof RehearsalError) {
    return { message: error.message, exitCode: EXIT.NOT_DONE };
  }
  if (error instanceof CommanderError) {
    return { message: misuse(error, args, commands), exitCode: EXIT.NOT_DONE };
  }
  if (!(error instanceof Error)) {
    return { message: String(error), exitCode: EXIT.WRONG };
  }
  return CREDENTIAL_ERRORS.test(error.name)
    ? { message: withoutCredentials(error), exitCode: EXIT.NOT_DONE }
    : { message: error.message, exitCode: EXIT.WRONG };
}

/** What the SDK says of credentials is of no help at a terminal. */
const withoutCredentials = ({ message }: Error): string =>
  `credentials: must be valid, got ${JSON.stringify(message)}; sign in as for the AWS CLI, such as with "aws sso login" or AWS_PROFILE`;

/** `error: unknown option '--sped'\n(Did you mean --speed?)` in one line, with where to read on. */
function misuse(
  { code, message }: CommanderError,
  [name = '']: readonly string[],
  commands: readonly string[],
): string {
  if (code === 'commander.help') {
    return `${name}: which one? Choose one of the commands above`;
  }
  const known = commands.includes(name) ? ` ${name}` : '';
  const see = `see npx understudy${known} --help`;
  const [, said = message, meant] = /^error: (.*?)\.?(?:\n\(Did you mean (.*)\?\))?$/s.exec(message) ?? [];
  return meant === undefined ? `${said}; ${see}` : `${said}; did you mean ${meant}? Or ${see}`;
}
