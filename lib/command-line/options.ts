import type { Command, OptionValues } from '@commander-js/extra-typings';
import { CliError } from './cli-error';

/** Declares which store a command is for: `--stack` and `--store`. */
export function withStore<A extends unknown[], O extends OptionValues, G extends OptionValues>(
  command: Command<A, O, G>,
) {
  return command
    .option('--stack <name>', 'the CloudFormation stack', 'Understudy')
    .option('--store <name>', 'which store, by its domain name, where the stack has several');
}

/** Declares `--json`. What is said to people goes to standard error then. */
export function withJson<A extends unknown[], O extends OptionValues, G extends OptionValues>(
  command: Command<A, O, G>,
) {
  return command.option('--json', 'print the result as JSON, and what people read on standard error');
}

/** Declares the options of every command that sends something. */
export function withSending<A extends unknown[], O extends OptionValues, G extends OptionValues>(
  command: Command<A, O, G>,
) {
  const yes = 'send without asking; what is sent is shown all the same';
  return withJson(withStore(command).option('-y, --yes', yes));
}

/** Reads an option that may be repeated. */
export const collect = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
];

/** The one text that a command takes. @throws CliError when there is none or more than one */
export function onlyText(positionals: readonly string[], what: string): string {
  const [text, ...more] = positionals;
  if (text === undefined || text.trim() === '' || more.length > 0) {
    throw new CliError(`${what}: must be one text, got ${JSON.stringify(positionals)}; put it in quotes`);
  }
  return text;
}
