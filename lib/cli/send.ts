import type { Command } from '../../lambda/status-update/command/command';
import type { CommandReply } from '../../lambda/status-update/command/handle-command';
import { holderOf } from '../../lambda/status-update/message/held';
import { dateTime } from '../../lambda/status-update/message/times';
import { availableLanguages } from '../emergency-site/page/strings/languages';
import { type StackOutputs, type StorePlace, storeOf } from './stack-reader';
import type { CliContext } from './subcommand';
import { missingLanguages } from './texts';

/** What the status function said about a command, and where it is deployed. */
export interface Sent {
  readonly reply: Exclude<CommandReply, { readonly kind: 'refused' }>;
  readonly outputs: StackOutputs;
}

/** How to send, and to which store. */
export interface SendingOptions extends StorePlace {
  readonly yes: boolean;
}

/**
 * Shows what a command would send, asks, and sends it. Undefined when the person did not want it.
 * @throws Error when the function refuses, with its reason
 */
export async function send(
  command: Command,
  { stack, store, yes }: SendingOptions,
  context: CliContext,
): Promise<Sent | undefined> {
  const [outputs, by] = await Promise.all([context.stacks.outputs({ stack, store }), context.identity.arn()]);
  const ask = async (preview: boolean) => {
    const request = { source: 'understudy.cli', preview, by, command } as const;
    return accepted(await context.statusFunction.ask(outputs.functionName, request));
  };
  context.print(`To: ${addressee(storeOf(outputs), stack, by)}\n${preview(await ask(true))}`);
  if (!yes && !(await context.confirm('Send it? [y/N] '))) {
    context.print('Nothing was sent. Answer y, or say --yes where nobody can be asked.');
    return undefined;
  }
  const reply = await ask(false);
  context.print(
    [reply.done, ...reply.problems.map((problem) => `Will be tried again: ${problem}`)].join('\n'),
  );
  return { reply, outputs };
}

/** Which store, stack and account hear it: whoever works for several stores must see that it is the right one. */
function addressee(store: string, stack: string, by: string | undefined): string {
  const account = by?.split(':')[4];
  return `${store}, stack ${stack} in ${account === undefined ? 'an account that AWS did not name' : `account ${account}`}, us-east-1`;
}

function accepted(reply: CommandReply): Sent['reply'] {
  if (reply.kind === 'refused') {
    throw new Error(`Refused: ${reply.because}`);
  }
  return reply;
}

function preview({ done, message, shoppers, held, incident }: Sent['reply']): string {
  const { texts, automatic = {} } = shoppers;
  const others = missingLanguages({ en: '', ...texts, ...automatic }, availableLanguages());
  return [
    `What it does: ${done}`,
    ...heldLines(held),
    ...incidentLines(incident),
    ...(message === undefined
      ? ['On-call is told nothing.']
      : ['On-call reads:', `  ${message.subject}`, ...indented(message.body)]),
    '',
    `Shoppers read: ${shoppers.status}`,
    ...Object.entries(texts).map(([language, text]) => `  ${language}: ${text}`),
    ...Object.entries(automatic).map(([language, text]) => `  ${language}: ${text} (your English below it)`),
    ...(others.length === 0
      ? []
      : [`  elsewhere: the page's own sentence, English below it (${others.join(', ')})`]),
    '',
  ].join('\n');
}

/** Nobody should speak, or plan, without knowing that a person decides where shoppers go. */
export const heldLines = (held: Sent['reply']['held']): readonly string[] =>
  held?.inForce === true
    ? [`Held: on ${held.side.toUpperCase()} by ${holderOf(held)} until ${dateTime(held.endsAtMs)}`]
    : [];

/** Nor without knowing whether somebody is at it already. */
export const incidentLines = (incident: Sent['reply']['incident']): readonly string[] =>
  incident === undefined ? [] : [`${incident.id}, acknowledged by ${incident.ack}`];

const indented = (text: string): readonly string[] => text.split('\n').map((line) => `  | ${line}`.trimEnd());
