import * as z from 'zod/mini';
import type { StructuredUpdate } from '../status-update/contract/structured-update';
import { httpChannel } from './adapters/http-channel';
import { numberedTitle } from './numbered-title';
import { isOver, type PlainAlarm, titleOf } from './plain-alarm';

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

type TeamsMessage = z.infer<typeof messageSchema>;

/** An update as a Teams message with one card. */
export const teamsMessage = (update: StructuredUpdate): TeamsMessage =>
  message({
    title: numberedTitle(update),
    color: colorOf(update),
    paragraphs: [update.what, update.now, update.you],
    facts: [...times(update), ...otherFacts(update)],
    links: update.links,
  });

/** A plain alarm as a Teams message. */
export const teamsAlarm = (alarm: PlainAlarm): TeamsMessage =>
  message({
    title: titleOf(alarm),
    color: isOver(alarm) ? 'Good' : 'Attention',
    paragraphs: [alarm.text],
    facts: [
      { title: 'Since', value: localTime(alarm.at) },
      { title: 'Reason', value: alarm.reason },
    ],
    links: alarm.links,
  });

interface Card {
  readonly title: string;
  readonly color: 'Attention' | 'Warning' | 'Good';
  readonly paragraphs: readonly string[];
  readonly facts: readonly { readonly title: string; readonly value: string }[];
  readonly links: PlainAlarm['links'];
}

const message = (card: Card): TeamsMessage =>
  messageSchema.parse({
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: contentOf(card) }],
  });

function contentOf({ title, color, paragraphs, facts, links }: Card) {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.4',
    body: [
      { type: 'TextBlock', text: title, wrap: true, weight: 'Bolder', color },
      ...paragraphs.map((text) => ({ type: 'TextBlock', text, wrap: true })),
      { type: 'FactSet', facts },
    ],
    actions: links.map(({ name, url }) => ({ type: 'Action.OpenUrl', title: name, url })),
  };
}

function colorOf({ phase, severity }: StructuredUpdate): Card['color'] {
  if (phase === 'resolved') {
    return 'Good';
  }
  return severity === 'SEV1' ? 'Attention' : 'Warning';
}

/** Cards show `{{TIME()}}` in each reader's own time zone. They take seconds, but no fractions of them. */
const localTime = (iso: string): string => `{{TIME(${iso.slice(0, 19)}Z)}}`;

function times({ startedAt, nextUpdateAt }: StructuredUpdate) {
  return [
    { title: 'Since', value: localTime(startedAt) },
    { title: 'Next update', value: nextUpdateAt === null ? 'none' : localTime(nextUpdateAt) },
  ];
}

function otherFacts({ facts: others }: StructuredUpdate) {
  return others.map(({ name, text }) => ({ title: name, value: text }));
}

/** The function of the Teams channel. Its secret is the workflow's URL. */
export const handler = httpChannel({
  update: (update, { secret }) => [{ url: secret, body: teamsMessage(update) }],
  alarm: (alarm, { secret }) => ({ url: secret, body: teamsAlarm(alarm) }),
});
