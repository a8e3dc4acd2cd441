import { HOME_REGION } from '../../../lambda/shared/contract/home-region';
import type { Command } from '../../../lambda/status-update/contract/command';
import type { CommandReply } from '../../../lambda/status-update/contract/command-reply';
import { CliError, EXIT, type ExitCode } from '../../command-line/cli-error';
import type { CliContext } from './cli-context';
import { timed } from './for-programs';
import { type Answered, describePreview } from './preview';
import { type StackOutputs, type StorePlace, storeOf } from './stack-reader';

/** What the status function said about a command, and where it is deployed. */
export interface Sent {
  readonly reply: Answered;
  readonly outputs: StackOutputs;
}

/** How to send, and to which store. */
export interface SendingOptions extends StorePlace {
  readonly yes?: true | undefined;
  readonly json?: true | undefined;
}

/** What else belongs to a command. */
export interface SendHooks {
  /** Looks around before anybody is asked. @returns a warning, which is shown and asked about */
  readonly beforehand?: (place: StorePlace, context: CliContext) => Promise<string | undefined>;
  /** Does what the function can't. @returns the exit code. @default - 0 */
  readonly afterwards?: (sent: Sent, context: CliContext) => Promise<ExitCode>;
}

/**
 * Shows what a command would send, asks, and sends it.
 * @returns the exit code
 * @throws CliError when the function refuses, with its reason, and when nobody can be asked
 */
export async function send(
  command: Command,
  options: SendingOptions,
  context: CliContext,
  { beforehand, afterwards }: SendHooks = {},
): Promise<ExitCode> {
  const { stack, store } = options;
  const { stacks, identity, statusFunction } = context.aws;
  const [outputs, by] = await Promise.all([stacks.outputs({ stack, store }), identity.arn()]);
  const ask = async (preview: boolean) => {
    const request = { source: 'understudy.cli', preview, by, command } as const;
    return accepted(await statusFunction.ask(outputs.functionName, request));
  };
  const to = { store: storeOf(outputs), stack, account: by?.split(':')[4] };
  context.print(`${addressee(to)}\n${describePreview(await ask(true))}`);
  const warning = await beforehand?.({ stack, store }, context);
  if (!(await mayBeSent(options, context, warning))) {
    context.result({ ...to, sent: false });
    return EXIT.WRONG;
  }
  const reply = await ask(false);
  context.print([reply.done, ...reply.problems.map((problem) => `Will retry: ${problem}`)].join('\n'));
  const exitCode = (await afterwards?.({ reply, outputs }, context)) ?? EXIT.WELL;
  context.result({ ...to, sent: true, ...replyForPrograms(reply) });
  return exitCode;
}

/** Every command asks the same way. @throws CliError where nobody can be asked */
async function mayBeSent(
  { yes }: SendingOptions,
  { confirm, print }: CliContext,
  warning?: string,
): Promise<boolean> {
  if (warning !== undefined) {
    print(`Warning: ${warning}\n`);
  }
  const answer =
    yes || (await confirm(`${warning === undefined ? 'Send it?' : 'Send it all the same?'} [y/N] `));
  if (answer === undefined) {
    throw new CliError('Nothing was sent: nobody can be asked here. Add --yes to send it without asking.');
  }
  if (!answer) {
    print('Nothing was sent.');
  }
  return answer;
}

/** Where a command goes: people who work for several stores must see that it is the right one. */
interface Addressee {
  readonly store: string;
  readonly stack: string;
  /** Undefined when AWS did not say. */
  readonly account: string | undefined;
}

function addressee({ store, stack, account }: Addressee): string {
  const where = account === undefined ? 'an account that AWS did not name' : `account ${account}`;
  return `To: ${store}, stack ${stack} in ${where}, ${HOME_REGION}`;
}

function accepted(reply: CommandReply): Answered {
  if (reply.kind === 'refused') {
    throw new CliError(`Refused: ${reply.because}`, { exitCode: EXIT.WRONG });
  }
  return reply;
}

/** What the function answered, times as programs read them. */
function replyForPrograms({ done, problems, incident, maintenance, held }: Answered) {
  return { done, problems, incident, maintenance: timed(maintenance), held: timed(held) };
}
