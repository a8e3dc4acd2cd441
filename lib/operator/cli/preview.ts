import type { CommandReply } from '../../../lambda/status-update/contract/command-reply';
import { holderOf } from '../../../lambda/status-update/contract/hold';
import { dateTime } from '../../../lambda/status-update/contract/times';
import { availableLanguages } from '../../page/strings/languages';
import { missingLanguages } from './texts';

/** What the status-update function answers when it does not refuse. */
export type Answered = Exclude<CommandReply, { readonly kind: 'refused' }>;

/** What a command would come to, for the person who is about to send it. */
export function describePreview({ done, message, shoppers, held, incident }: Answered): string {
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
export const heldLines = (held: Answered['held']): readonly string[] =>
  held?.inForce === true
    ? [`Held: on ${held.side.toUpperCase()} by ${holderOf(held)} until ${dateTime(held.endsAtMs)}`]
    : [];

/** Nor without knowing whether somebody is at it already. */
export const incidentLines = (incident: Answered['incident']): readonly string[] =>
  incident === undefined ? [] : [`${incident.id}, acknowledged by ${incident.ack}`];

const indented = (text: string): readonly string[] => text.split('\n').map((line) => `  | ${line}`.trimEnd());
