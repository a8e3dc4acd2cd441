import { onlyText, parseOptions, SENDING_HELP, SENDING_OPTIONS } from './options';
import { type Sent, send } from './send';
import type { CliContext, Subcommand } from './subcommand';
import { readTexts, TEXT_HELP } from './texts';
import { readTime } from './times';
import { UsageError } from './usage-error';

const OPTIONS = {
  ...SENDING_OPTIONS,
  from: { type: 'string', default: 'now' },
  to: { type: 'string' },
  text: { type: 'string', multiple: true, default: [] as string[] },
} as const;

/** `npx understudy maintenance`: planned work, in which an outage is no incident. */
export const maintenance: Subcommand = {
  summary: 'open or close a maintenance window: no incident, no plain outage alarm meanwhile',
  help: `Usage: npx understudy maintenance open "We move to a bigger database" --to +2h [options]
       npx understudy maintenance close [options]

Tells shoppers and the calendar, and mutes the plain outage alarm by a CloudWatch alarm mute rule. What still fails when
the window ends is announced at once. "close" ends the window that lasts, or cancels the next one.

  --from <time>            now (default), 22:00, +45m, 2025-03-01T22:00Z
  --to <time>              the end, likewise; +2h counts from the start; at most 15 days after it
${TEXT_HELP}
${SENDING_HELP}`,
  run: async ([action, ...args], context) => {
    switch (action) {
      case 'open':
        return open(args, context);
      case 'close':
        return close(args, context);
      default:
        throw new UsageError(
          `maintenance: must be open or close, got ${JSON.stringify(action ?? '')}; see --help`,
        );
    }
  },
};

async function open(args: readonly string[], context: CliContext): Promise<number> {
  const { values, positionals } = parseOptions(args, OPTIONS);
  const nowMs = context.now();
  if (values.to === undefined) {
    throw new UsageError('--to: is missing, got nothing; say when the work ends, such as +2h');
  }
  const startMs = readTime('--from', values.from, nowMs);
  const command = {
    kind: 'open-maintenance',
    id: context.newId(),
    startMs,
    endMs: readTime('--to', values.to, nowMs, startMs),
    texts: readTexts(onlyText(positionals, 'maintenance open'), values.text),
  } as const;
  const sent = await send(command, values, context);
  return sent === undefined ? 1 : muted(sent, context);
}

async function muted(
  { reply: { maintenance: window }, outputs }: Sent,
  context: CliContext,
): Promise<number> {
  if (window === undefined) {
    return 0;
  }
  const { id, startMs, endMs } = window;
  const alarmName = outputs.outageAlarmName;
  try {
    await context.mutes.put({ name: ruleName(id, alarmName), alarmName, startMs, endMs }, context.now());
  } catch (cause) {
    const got = JSON.stringify(cause instanceof Error ? cause.message : String(cause));
    throw new Error(
      `${alarmName}: could not be muted, got ${got}; ${id} stands, mute the alarm yourself or expect its message`,
      { cause },
    );
  }
  context.print(`${alarmName} is muted meanwhile (rule ${ruleName(id, alarmName)}).`);
  return 0;
}

async function close(args: readonly string[], context: CliContext): Promise<number> {
  const { values } = parseOptions(args, SENDING_OPTIONS);
  const sent = await send({ kind: 'close-maintenance', id: context.newId() }, values, context);
  if (sent === undefined) {
    return 1;
  }
  const id = sent.reply.maintenance?.id;
  if (id === undefined) {
    return 0;
  }
  const alarmName = sent.outputs.outageAlarmName;
  try {
    await context.mutes.remove(ruleName(id, alarmName));
  } catch (cause) {
    const got = JSON.stringify(cause instanceof Error ? cause.message : String(cause));
    throw new Error(
      `${ruleName(id, alarmName)}: could not be deleted, got ${got}; ${id} is closed, delete this alarm mute rule yourself: until its end ${alarmName} sends no message`,
      { cause },
    );
  }
  context.print(`${alarmName} may send messages again.`);
  return 0;
}

/** Unique in an account, so it carries the store's name, as the alarm does. */
const ruleName = (maintenanceId: string, alarmName: string): string =>
  `understudy-${alarmName.replaceAll(/[^\w-]/g, '-')}-${maintenanceId}`;
