import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { UsageError } from './usage-error';

/** Which store a command is for. */
export const STORE_OPTIONS = {
  stack: { type: 'string', default: 'Understudy' },
  store: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig;

/** What the help texts say about them. */
export const STORE_HELP = `  --stack <name>           the CloudFormation stack (default Understudy)
  --store <name>           which store, by its domain name, where the stack has several`;

/** Options of every command that sends something. */
export const SENDING_OPTIONS = {
  ...STORE_OPTIONS,
  yes: { type: 'boolean', short: 'y', default: false },
} as const satisfies ParseArgsOptionsConfig;

/** What the help texts say about them. */
export const SENDING_HELP = `${STORE_HELP}
  --yes                    send without asking; what is sent is shown all the same`;

/** Reads a command line. @throws UsageError */
export function parseOptions<T extends ParseArgsOptionsConfig>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}; see --help`, {
      cause: error,
    });
  }
}

/** The one text that a command takes. @throws UsageError when there is none or more than one */
export function onlyText(positionals: readonly string[], what: string): string {
  const [text, ...more] = positionals;
  if (text === undefined || text.trim() === '' || more.length > 0) {
    throw new UsageError(`${what}: must be one text, got ${JSON.stringify(positionals)}; put it in quotes`);
  }
  return text;
}
