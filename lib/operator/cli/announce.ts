import type { Command as FunctionCommand } from '../../../lambda/status-update/contract/command';
import { CliError, type ExitCode } from '../../command-line/cli-error';
import { collect, onlyText, withSending } from '../../command-line/options';
import { prose } from '../../command-line/prose';
import type { CliContext } from './cli-context';
import { warnIfFailing } from './open-again';
import { type SendingOptions, send } from './send';
import { runs, type Subcommand } from './subcommand';
import { readTexts, TEXT_HELP } from './texts';
import { readTime } from './times';

/** What `announce` takes beside its text. */
interface AnnounceOptions extends SendingOptions {
  readonly retract?: true | undefined;
  readonly state?: string | undefined;
  readonly text?: readonly string[] | undefined;
  readonly expectedBack?: string | undefined;
  readonly nextUpdate?: string | undefined;
}

/** `npx understudy announce`: a person's words about the running incident, and the way to take them back. */
export const announce: Subcommand = {
  define: (command, context) => {
    withSending(
      command
        .usage('"We found the cause" [options]\n       npx understudy announce --retract [options]')
        .description(DESCRIPTION)
        .argument('[text...]')
        .option('--state <state>', STATE_HELP)
        .option('--expected-back <time>', BACK_HELP)
        .option('--next-update <time>', 'when you will speak again (default: by the severity)')
        .option('--text <language=text>', TEXT_HELP, collect)
        .option('--retract', 'take back what was last said about the incident, or about the last one'),
    ).action(
      runs(context, (texts, options) =>
        options.retract ? retract(texts, options, context) : say(texts, options, context),
      ),
    );
  },
};

const DESCRIPTION = prose(`
Posts an update to the running incident. From then on you speak: you are reminded two minutes before the next update is
due, and if you stay silent an automatic one goes out. The alarms decide when it is over.

With --retract the last words that a person said are taken out of the status and its history, also of an incident that
is over. On-call is told while the incident goes on. This can't unsend what people have received.
`);

const STATE_HELP =
  'identified: the cause is known; investigating: it is not, after all; resolved: the store is open again, which is compared with what the health checkers see before you are asked';

const BACK_HELP = 'when shoppers may expect the store: 14:30, +45m, 2025-03-01T14:30Z; "none" takes it back';

async function say(
  texts: readonly string[],
  options: AnnounceOptions,
  context: CliContext,
): Promise<ExitCode> {
  const nowMs = context.now();
  const state = readState(options.state);
  const command: FunctionCommand = {
    kind: 'say',
    id: context.newId(),
    texts: readTexts(onlyText(texts, 'announce'), options.text ?? []),
    // An incident is resolved by its alarms: a person can only say so.
    phase: state === 'resolved' ? undefined : state,
    expectedBackMs: readEstimate(options.expectedBack, nowMs),
    nextUpdateAtMs: optionalTime('--next-update', options.nextUpdate, nowMs),
  };
  return send(command, options, context, state === 'resolved' ? { beforehand: warnIfFailing } : {});
}

async function retract(
  texts: readonly string[],
  options: AnnounceOptions,
  context: CliContext,
): Promise<ExitCode> {
  const { retract: _, stack, store, yes, json, ...others } = options;
  const given = [...texts, ...Object.values(others)].filter((value) => value !== undefined);
  if (given.length > 0) {
    const got = JSON.stringify(given);
    throw new CliError(`--retract: takes no text and no news, got ${got}; take back first, then announce`);
  }
  return send({ kind: 'retract', id: context.newId() }, { stack, store, yes, json }, context);
}

const STATES = ['investigating', 'identified', 'resolved'] as const;

function readState(text: string | undefined): (typeof STATES)[number] | undefined {
  const state = STATES.find((one) => one === text);
  if (text !== undefined && state === undefined) {
    const got = JSON.stringify(text);
    throw new CliError(`--state: must be ${STATES.join(', ')}, got ${got}; the alarms decide about the rest`);
  }
  return state;
}

function readEstimate(text: string | undefined, nowMs: number): number | null | undefined {
  return text === 'none' ? null : optionalTime('--expected-back', text, nowMs);
}

function optionalTime(option: string, text: string | undefined, nowMs: number): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  const epochMs = readTime(option, text, nowMs);
  if (epochMs <= nowMs) {
    throw new CliError(`${option}: must lie in the future, got ${JSON.stringify(text)}; name a later time`);
  }
  return epochMs;
}
