import * as z from 'zod/mini';
import type { StructuredUpdate } from '../status-update/message/structured-update';
import { httpChannel } from './adapters/http-channel';
import { numberedTitle } from './numbered-title';

const textBlock = z.object({
  type: z.literal('TextBlock'),
  text: z.string(),
  wrap: z.literal(true),
  weight: z.optional(z.enum(['Bolder'])),
  color: z.optional(z.enum(['Attention', 'Warning', 'Good'])),
});
const facts = z.object({
  type: z.literal('FactSet'),
  facts: z.array(z.object({ title: z.string(), value: z.string() })),
});
const openUrl = z.object({ type: z.literal('Action.OpenUrl'), title: z.string(), url: z.url() });

/**
 * Workflows webhooks take Adaptive Cards and nothing else.
 *
 * @see https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using
 */
const messageSchema = z.object({
  type: z.literal('message'),
  attachments: z.tuple([
    z.object({
      contentType: z.literal('application/vnd.microsoft.card.adaptive'),
      content: z.object({
        type: z.literal('AdaptiveCard'),
        $schema: z.url(),
        version: z.literal('1.4'),
        body: z.array(z.union([textBlock, facts])),
        actions: z.array(openUrl),
      }),
    }),
  ]),
});

/** An update as a Teams message with one card. */
export function teamsMessage(update: StructuredUpdate): z.infer<typeof messageSchema> {
  return messageSchema.parse({
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card(update) }],
  });
}

function card(update: StructuredUpdate) {
  const { what, now, you, links } = update;
  const text = numberedTitle(update);
  const title = { type: 'TextBlock', text, wrap: true, weight: 'Bolder', color: colorOf(update) };
  const paragraphs = [what, now, you].map((text) => ({ type: 'TextBlock', text, wrap: true }));
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.4',
    body: [title, ...paragraphs, { type: 'FactSet', facts: [...times(update), ...otherFacts(update)] }],
    actions: links.map(({ name, url }) => ({ type: 'Action.OpenUrl', title: name, url })),
  };
}

function colorOf({ phase, severity }: StructuredUpdate): 'Attention' | 'Warning' | 'Good' {
  if (phase === 'resolved') return 'Good';
  return severity === 'SEV1' ? 'Attention' : 'Warning';
}

/** Cards show `{{TIME()}}` in each reader's own time zone. They take seconds, but no fractions of them. */
function times({ startedAt, nextUpdateAt }: StructuredUpdate) {
  const localTime = (iso: string) => `{{TIME(${iso.slice(0, 19)}Z)}}`;
  return [
    { title: 'Since', value: localTime(startedAt) },
    { title: 'Next update', value: nextUpdateAt === null ? 'none' : localTime(nextUpdateAt) },
  ];
}

function otherFacts({ facts: others }: StructuredUpdate) {
  return others.map(({ name, text }) => ({ title: name, value: text }));
}

/** The function of the Teams channel. Its secret is the workflow's URL. */
export const handler = httpChannel((update, { secret }) => ({ url: secret, body: teamsMessage(update) }));
