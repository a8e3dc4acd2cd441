import * as z from 'zod/mini';
import { truncate } from '../status-update/contract/ascii';
import type { StructuredUpdate } from '../status-update/contract/structured-update';
import { httpChannel } from './adapters/http-channel';
import { numberedTitle } from './numbered-title';
import { type PlainAlarm, titleOf } from './plain-alarm';

/** Longest texts, in characters; Slack's pages could not be read, the figures are from memory. */
const MAX_HEADER = 150;
const MAX_FIELD = 2_000;

/** Fields of one section. */
const MAX_FIELDS = 10;

const markdown = z.object({ type: z.literal('mrkdwn'), text: z.string().check(z.maxLength(MAX_FIELD)) });
const plainText = z.object({
  type: z.literal('plain_text'),
  text: z.string().check(z.maxLength(MAX_HEADER)),
});
const button = z.object({ type: z.literal('button'), text: plainText, url: z.url() });

/** @see https://docs.slack.dev/reference/block-kit/blocks/ */
const messageSchema = z.object({
  /** What notifications and screen readers say. */
  text: z.string(),
  /** Buttons come last, if there are any: a block of none is refused. */
  blocks: z.tuple(
    [
      z.object({ type: z.literal('header'), text: plainText }),
      z.object({ type: z.literal('section'), fields: z.array(markdown).check(z.maxLength(MAX_FIELDS)) }),
    ],
    z.object({ type: z.literal('actions'), elements: z.array(button).check(z.minLength(1)) }),
  ),
});

type SlackMessage = z.infer<typeof messageSchema>;

/** An update as a Slack message. An incoming webhook can't answer in a thread: the id ties the messages together. */
export const slackMessage = (update: StructuredUpdate): SlackMessage =>
  message(numberedTitle(update), update.links, [
    field('What', update.what),
    field('Now', update.now),
    field('You', update.you),
    field('Since', localTime(update.startedAt), true),
    field('Next update', update.nextUpdateAt === null ? 'none' : localTime(update.nextUpdateAt), true),
    ...update.facts.map(({ name, text }) => field(name, text)),
  ]);

/** A plain alarm as a Slack message. */
export const slackAlarm = (alarm: PlainAlarm): SlackMessage =>
  message(titleOf(alarm), alarm.links, [
    field('What', alarm.text),
    field('Since', localTime(alarm.at), true),
    field('Reason', alarm.reason),
  ]);

function message(
  title: string,
  links: PlainAlarm['links'],
  fields: readonly ReturnType<typeof field>[],
): SlackMessage {
  const elements = links.map(({ name, url }) => linkButton(name, url));
  return messageSchema.parse({
    text: escapeSlack(title),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: truncate(title, MAX_HEADER) } },
      { type: 'section', fields: fields.slice(0, MAX_FIELDS) },
      ...(elements.length > 0 ? [{ type: 'actions', elements }] : []),
    ],
  });
}

/** @see https://docs.slack.dev/messaging/formatting-message-text/ */
function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function field(name: string, text: string, isMarkdown = false) {
  const safe = isMarkdown ? text : escapeSlack(text);
  return { type: 'mrkdwn', text: truncate(`*${name}*\n${safe}`, MAX_FIELD) };
}

/** Each reader sees the time of their own place; UTC where Slack can't show that. */
function localTime(iso: string): string {
  return `<!date^${Math.floor(Date.parse(iso) / 1_000)}^{date_short_pretty} {time}|${iso.slice(0, 16)}Z>`;
}

function linkButton(text: string, url: string) {
  return { type: 'button', text: { type: 'plain_text', text }, url };
}

/** The function of the Slack channel. Its secret is the webhook's URL. */
export const handler = httpChannel({
  update: (update, { secret }) => [{ url: secret, body: slackMessage(update) }],
  alarm: (alarm, { secret }) => ({ url: secret, body: slackAlarm(alarm) }),
});
