import { onlyText, parseOptions, SENDING_HELP, SENDING_OPTIONS } from './options';
import { heldLines, incidentLines, send } from './send';
import type { StorePlace } from './stack-reader';
import type { CliContext, Subcommand } from './subcommand';
import { readTexts, TEXT_HELP } from './texts';
import { readTime } from './times';
import { UsageError } from './usage-error';

const OPTIONS = {
  ...SENDING_OPTIONS,
  state: { type: 'string' },
  text: { type: 'string', multiple: true, default: [] as string[] },
  'expected-back': { type: 'string' },
  'next-update': { type: 'string' },
} as const;

/** `npx understudy status`: a person's words about the running incident. */
export const status: Subcommand = {
  summary: 'say something about the running incident; without a text, show how things stand',
  help: `Usage: npx understudy status "We found the cause" [options]
       npx understudy status [--stack <name>] [--store <name>]

Without a text it changes nothing: it shows what shoppers read, and who has the running incident.

Posts an update to the running incident. From then on you speak: you are reminded two minutes before the next update is
due, and if you stay silent an automatic one goes out. The alarms decide when it is over.

  --state <state>          identified: the cause is known; investigating: it is not, after all
  --expected-back <time>   when shoppers may expect the store: 14:30, +45m, 2025-03-01T14:30Z; "none" takes it back
  --next-update <time>     when you will speak again (default: by the severity)
${TEXT_HELP}
${SENDING_HELP}`,
  run,
};

async function run(args: readonly string[], context: CliContext): Promise<number> {
  const { values, positionals } = parseOptions(args, OPTIONS);
  if (positionals.length === 0 && saysNothing(values)) {
    return show(values, context);
  }
  const nowMs = context.now();
  const command = {
    kind: 'say',
    id: context.newId(),
    texts: readTexts(onlyText(positionals, 'status'), values.text),
    phase: readState(values.state),
    expectedBackMs: readEstimate(values['expected-back'], nowMs),
    nextUpdateAtMs: optionalTime('--next-update', values['next-update'], nowMs),
  } as const;
  return (await send(command, values, context)) === undefined ? 1 : 0;
}

/** Whether no option was given that only makes sense with a text. */
function saysNothing({ stack, store, ...others }: Readonly<Record<string, unknown>>): boolean {
  return Object.values(others).every((value) => value === undefined || value === false || isEmpty(value));
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

async function show(
  place: StorePlace,
  { stacks, statusFunction, newId, print }: CliContext,
): Promise<number> {
  const { functionName } = await stacks.outputs(place);
  // The function answers every look alike, with all that it knows.
  const command = { kind: 'show-failover', id: newId() } as const;
  const reply = await statusFunction.ask(functionName, { source: 'understudy.cli', preview: true, command });
  if (reply.kind === 'refused') {
    throw new Error(`Refused: ${reply.because}`);
  }
  const { shoppers, incident } = reply;
  print(
    [`Shoppers read: ${shoppers.status}`, ...heldLines(reply.held), ...incidentLines(incident)].join('\n'),
  );
  return 0;
}

function readState(state: string | undefined): 'investigating' | 'identified' | undefined {
  if (state === undefined || state === 'investigating' || state === 'identified') {
    return state;
  }
  throw new UsageError(
    `--state: must be investigating or identified, got ${JSON.stringify(state)}; the alarms decide when it is monitoring or resolved`,
  );
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
    throw new UsageError(`${option}: must lie in the future, got ${JSON.stringify(text)}; name a later time`);
  }
  return epochMs;
}
