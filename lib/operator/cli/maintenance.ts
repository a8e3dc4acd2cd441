import type { Command as FunctionCommand } from '../../../lambda/status-update/contract/command';
import { CliError, EXIT, type ExitCode } from '../../command-line/cli-error';
import { collect, onlyText, withSending } from '../../command-line/options';
import { prose } from '../../command-line/prose';
import type { CliContext } from './cli-context';
import { type Sent, send } from './send';
import { runs, type Subcommand } from './subcommand';
import { readTexts, TEXT_HELP } from './texts';
import { readTime } from './times';

/** `npx understudy maintenance`: planned work, in which an outage is no incident. */
export const maintenance: Subcommand = {
  define: (command, context) => {
    command.usage('<open|close> [options]').description(DESCRIPTION);
    withSending(
      command
        .command('open')
        .summary('open a window, or plan one')
        .usage('"We move to a bigger database" --to +2h [options]')
        .description(DESCRIPTION)
        .argument('[text...]')
        .option('--from <time>', 'now, 22:00, +45m, 2025-03-01T22:00Z', 'now')
        .option('--to <time>', 'the end, likewise; +2h counts from the start; at most 15 days after it')
        .option('--text <language=text>', TEXT_HELP, collect),
    ).action(
      runs(context, async (texts, options) =>
        send(readWindow(texts, options, context), options, context, { afterwards: mute }),
      ),
    );
    withSending(command.command('close').summary('end the window that lasts, or cancel the next one'))
      .usage('[options]')
      .description(DESCRIPTION)
      .action(
        runs(context, async (options) => {
          const close = { kind: 'close-maintenance', id: context.newId() } as const;
          return send(close, options, context, { afterwards: unmute });
        }),
      );
  },
};

const DESCRIPTION = prose(`
Tells shoppers and the calendar, and mutes the plain outage alarm by a CloudWatch alarm mute rule. What still fails when
the window ends is announced at once. "close" ends the window that lasts, or cancels the next one.
`);

/** When a window begins and ends, and what is said of it. */
interface WindowOptions {
  readonly from: string;
  readonly to?: string | undefined;
  readonly text?: readonly string[] | undefined;
}

function readWindow(
  words: readonly string[],
  { from, to, text = [] }: WindowOptions,
  context: CliContext,
): FunctionCommand {
  const nowMs = context.now();
  if (to === undefined) {
    throw new CliError('--to: is missing, got nothing; say when the work ends, such as +2h');
  }
  const startMs = readTime('--from', from, nowMs);
  return {
    kind: 'open-maintenance',
    id: context.newId(),
    startMs,
    endMs: readTime('--to', to, nowMs, startMs),
    texts: readTexts(onlyText(words, 'maintenance open'), text),
  };
}

async function mute(
  { reply: { maintenance: window }, outputs }: Sent,
  context: CliContext,
): Promise<ExitCode> {
  if (window === undefined) {
    return EXIT.WELL;
  }
  const { id, startMs, endMs } = window;
  const alarmName = outputs.outageAlarmName;
  const name = ruleName(id, alarmName);
  try {
    await context.aws.mutes.put({ name, alarmName, startMs, endMs }, context.now());
  } catch (cause) {
    throw new CliError(
      `${alarmName}: could not be muted, got ${reasonOf(cause)}; ${id} stands, mute the alarm yourself or expect its message`,
      { cause, exitCode: EXIT.WRONG },
    );
  }
  context.print(`${alarmName} is muted meanwhile (rule ${name}).`);
  return EXIT.WELL;
}

async function unmute({ reply, outputs }: Sent, context: CliContext): Promise<ExitCode> {
  const id = reply.maintenance?.id;
  if (id === undefined) {
    return EXIT.WELL;
  }
  const alarmName = outputs.outageAlarmName;
  const name = ruleName(id, alarmName);
  try {
    await context.aws.mutes.remove(name);
  } catch (cause) {
    throw new CliError(
      `${name}: could not be deleted, got ${reasonOf(cause)}; ${id} is closed, delete this alarm mute rule yourself: until its end ${alarmName} sends no message`,
      { cause, exitCode: EXIT.WRONG },
    );
  }
  context.print(`${alarmName} may send messages again.`);
  return EXIT.WELL;
}

const reasonOf = (cause: unknown): string =>
  JSON.stringify(cause instanceof Error ? cause.message : String(cause));

/** Unique in an account, so it carries the store's name, as the alarm does. */
const ruleName = (maintenanceId: string, alarmName: string): string =>
  `understudy-${alarmName.replaceAll(/[^\w-]/g, '-')}-${maintenanceId}`;
