import { version } from '../../package.json';
import { ack } from './ack';
import { confirm } from './confirm';
import { deployed } from './deployed';
import { drill } from './drill';
import { explainError } from './explain-error';
import { failover } from './failover';
import { maintenance } from './maintenance';
import { note } from './note';
import { retract } from './retract';
import { status } from './status';
import type { CliContext, Subcommand } from './subcommand';
import { UsageError } from './usage-error';
import { verify } from './verify';

const DONE = 0;
const FAILED = 1;
const MISUSED = 2;

/** What `npx understudy` can do, by name. */
const SUBCOMMANDS: Readonly<Record<string, Subcommand>> = {
  ack,
  confirm,
  status,
  retract,
  maintenance,
  deployed,
  note,
  drill,
  failover,
  verify,
};

/**
 * `npx understudy`.
 * @returns the exit code: 0 done, 1 refused or failed, 2 a mistake on the command line or nothing to be seen
 */
export async function main(
  [name = '--help', ...args]: readonly string[],
  context: CliContext,
): Promise<number> {
  if (name === '--help' || name === '-h' || name === 'help') {
    context.print(help());
    return DONE;
  }
  if (name === '--version') {
    context.print(version);
    return DONE;
  }
  try {
    return await run(name, args, context);
  } catch (error) {
    context.print(explainError(error));
    return error instanceof UsageError ? MISUSED : FAILED;
  }
}

async function run(name: string, args: readonly string[], context: CliContext): Promise<number> {
  const subcommand = Object.hasOwn(SUBCOMMANDS, name) ? SUBCOMMANDS[name] : undefined;
  if (subcommand === undefined) {
    const names = Object.keys(SUBCOMMANDS).join(', ');
    throw new UsageError(
      `understudy: does not know this command, got ${JSON.stringify(name)}; there are ${names}`,
    );
  }
  if (args.includes('--help') || args.includes('-h')) {
    context.print(subcommand.help);
    return DONE;
  }
  return subcommand.run(args, context);
}

function help(): string {
  const lines = Object.entries(SUBCOMMANDS).map(([name, { summary }]) => `  ${name.padEnd(12)} ${summary}`);
  return [
    'Usage: npx understudy <command> [options]',
    '',
    ...lines,
    '',
    'Each command explains itself: npx understudy <command> --help. --version says which version this is.',
    'Credentials come from the environment, as the AWS CLI takes them. The region is us-east-1, where the stack must be.',
  ].join('\n');
}
