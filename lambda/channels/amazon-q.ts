import * as z from 'zod/mini';
import { truncate } from '../status-update/contract/ascii';
import type { StructuredUpdate } from '../status-update/contract/structured-update';
import { type TopicChannelSettings, topicChannel } from './adapters/topic-channel';
import { numberedTitle } from './numbered-title';
import { type PlainAlarm, titleOf } from './plain-alarm';

/** Longest texts, in characters. AWS's page gives no limits; these are careful guesses. */
const MAX_TITLE = 250;
const MAX_DESCRIPTION = 1_500;

/**
 * Amazon Q Developer's custom notification. A message that is anything else is dropped without an error.
 *
 * @see https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html
 */
const notificationSchema = z.object({
  version: z.literal('1.0'),
  source: z.literal('custom'),
  id: z.string(),
  content: z.object({
    textType: z.literal('client-markdown'),
    title: z.string().check(z.maxLength(MAX_TITLE)),
    description: z.string().check(z.minLength(1), z.maxLength(MAX_DESCRIPTION)),
    nextSteps: z.array(z.string()),
    keywords: z.array(z.string()),
  }),
  metadata: z.object({
    /** One thread per incident, also where several stores share the chat channel, which must allow threads. */
    threadId: z.string(),
    summary: z.string(),
    eventType: z.string(),
    additionalContext: z.record(z.string(), z.string()),
  }),
});

type Notification = z.infer<typeof notificationSchema>;

/** An update as a message in a chat channel, in its incident's thread. */
export function amazonQNotification(
  update: StructuredUpdate,
  { ackLine }: TopicChannelSettings = {},
): Notification {
  const { incidentId, severity, phase, store, headline } = update;
  const threadId = `${incidentId}-${store.domainName}`;
  return notificationSchema.parse({
    version: '1.0',
    source: 'custom',
    id: `${threadId}-${update.update}`,
    content: {
      textType: 'client-markdown',
      title: truncate(numberedTitle(update), MAX_TITLE),
      description: truncate(description(update), MAX_DESCRIPTION),
      nextSteps: [update.you, ...ackStep(update, ackLine)],
      keywords: [severity, store.domainName, ...update.symptom.labels],
    },
    metadata: {
      threadId,
      summary: `${severity} ${store.domainName}: ${headline}`,
      eventType: 'incident_update',
      additionalContext: { incident_id: incidentId, status: phase, severity },
    },
  });
}

/** A plain alarm as a message in a chat channel, in a thread of its own. */
export function amazonQAlarm(alarm: PlainAlarm): Notification {
  const { name, state, text, reason, at } = alarm;
  const title = titleOf(alarm);
  const words = [`*What* ${text}`, `*Since* ${utc(at)}`, links(alarm), `*Reason* ${reason}`].join('\n');
  return notificationSchema.parse({
    version: '1.0',
    source: 'custom',
    id: `${name}-${state}-${at}`,
    content: {
      textType: 'client-markdown',
      title: truncate(title, MAX_TITLE),
      description: truncate(words, MAX_DESCRIPTION),
      nextSteps: [],
      keywords: [state, name],
    },
    metadata: {
      threadId: name,
      summary: title,
      eventType: 'plain_alarm',
      additionalContext: { alarm_name: name, status: state },
    },
  });
}

/** How to acknowledge right here, until somebody has. */
function ackStep({ acknowledged, phase }: StructuredUpdate, line: string | undefined): readonly string[] {
  return line === undefined || acknowledged || phase === 'resolved' ? [] : [`If you have it, type: ${line}`];
}

const utc = (iso: string): string => `${iso.slice(11, 16)} UTC`;

const links = ({ links: all }: Pick<PlainAlarm, 'links'>): string =>
  all.map(({ name, url }) => `<${url}|${name}>`).join(' | ');

function description(update: StructuredUpdate): string {
  const { what, now, facts, startedAt, nextUpdateAt } = update;
  const next = nextUpdateAt === null ? 'none' : utc(nextUpdateAt);
  return [
    `*What* ${what}`,
    `*Now* ${now}`,
    `*Started* ${utc(startedAt)} *Next update* ${next}`,
    links(update),
    // Last, because they are what may be cut off.
    ...facts.map(({ name, text }) => `*${name}* ${text}`),
  ].join('\n');
}

/** The function of the Amazon Q Developer channel. */
export const handler = topicChannel({ update: amazonQNotification, alarm: amazonQAlarm });
