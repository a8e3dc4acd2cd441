import * as z from 'zod/mini';
import { MINUTE_MS } from '../shared/contract/clock-units';
import { truncate } from '../status-update/contract/ascii';
import type { StructuredUpdate } from '../status-update/contract/structured-update';
import { type HttpChannelSettings, httpChannel } from './adapters/http-channel';
import type { HttpMessage } from './adapters/post-json';
import { isOver, type PlainAlarm, titleOf } from './plain-alarm';

/** Longest summary, in characters; the figure is from memory, PagerDuty's page could not be read. */
const MAX_SUMMARY = 1_024;

/** Longest key of an alert, in characters. */
const MAX_KEY = 255;

const link = z.object({ href: z.string(), text: z.string() });

/** @see https://developer.pagerduty.com/docs/events-api-v2/trigger-events/ */
const eventSchema = z.object({
  routing_key: z.string().check(z.minLength(1)),
  event_action: z.enum(['trigger', 'acknowledge', 'resolve']),
  /** One alert per round of an incident and per plain alarm, however often this is sent. */
  dedup_key: z.string().check(z.minLength(1), z.maxLength(MAX_KEY)),
  client: z.string(),
  client_url: z.optional(z.string()),
  links: z.array(link),
  payload: z.object({
    summary: z.string().check(z.minLength(1), z.maxLength(MAX_SUMMARY)),
    source: z.string().check(z.minLength(1)),
    severity: z.enum(['critical', 'error', 'warning', 'info']),
    timestamp: z.iso.datetime(),
    component: z.string(),
    group: z.string(),
    class: z.string(),
    custom_details: z.record(z.string(), z.string()),
  }),
});

const SEVERITIES = { SEV1: 'critical', SEV2: 'error', SEV3: 'warning' } as const;

/** An update as a PagerDuty event: every update of a round of an incident belongs to one alert, which its end resolves. */
export function pagerDutyEvent(update: StructuredUpdate, routingKey: string): z.infer<typeof eventSchema> {
  const { links, store, symptom } = update;
  return eventSchema.parse({
    routing_key: routingKey,
    event_action: actionOf(update),
    dedup_key: alertKey(update),
    client: 'Understudy',
    client_url: links.find(({ name }) => name === 'Dashboard')?.url,
    links: links.map(({ name, url }) => ({ href: url, text: name })),
    payload: {
      summary: truncate(update.subject, MAX_SUMMARY),
      source: store.domainName,
      severity: update.drill ? 'info' : SEVERITIES[update.severity],
      timestamp: update.startedAt,
      component: symptom.labels.join(', '),
      group: store.name,
      class: symptom.kind,
      custom_details: details(update),
    },
  });
}

/**
 * An incident that comes back after it was resolved gets another alert: what comes late of the round before, such as its
 * end or who had it then, must not quieten the new one. Several stores may share an integration. The round stands first
 * of the two, because a long name is cut.
 *
 * @see https://support.pagerduty.com/main/docs/event-management#deduplicate-alerts
 */
export function alertKey({ incidentId, round, store }: StructuredUpdate): string {
  const which = round > 1 ? `${incidentId} (${round})` : incidentId;
  return `${which} ${store.domainName}`.slice(0, MAX_KEY);
}

/** What is acknowledged by the command is so in PagerDuty, too, and calls nobody there any more. */
function actionOf({ phase, kind }: StructuredUpdate): z.infer<typeof eventSchema>['event_action'] {
  if (phase === 'resolved') {
    return 'resolve';
  }
  return kind === 'acknowledged' ? 'acknowledge' : 'trigger';
}

/** CloudWatch's own alarm on the whole store. */
const OUTAGE = /-outage$/;

/**
 * A plain alarm as a PagerDuty event. Its alert is the alarm's own: a team that hears of an outage by it hears of no incident,
 * and OK resolves it, also one that nobody was told of, which PagerDuty ignores.
 */
export function pagerDutyAlarm(alarm: PlainAlarm, routingKey: string): z.infer<typeof eventSchema> {
  const { name, state, text, reason, at, links } = alarm;
  return eventSchema.parse({
    routing_key: routingKey,
    event_action: isOver(alarm) ? 'resolve' : 'trigger',
    dedup_key: name,
    client: 'Understudy',
    links: links.map(({ name: linkText, url }) => ({ href: url, text: linkText })),
    payload: {
      summary: truncate(`${titleOf(alarm)}. ${text}`, MAX_SUMMARY),
      source: name,
      severity: OUTAGE.test(name) ? 'critical' : 'error',
      timestamp: at,
      component: name,
      group: 'CloudWatch',
      class: 'plain alarm',
      custom_details: { state, what: text, reason },
    },
  });
}

function details(update: StructuredUpdate): Record<string, string> {
  return {
    incident_id: update.incidentId,
    update: String(update.update),
    status: update.phase,
    what: update.what,
    now: update.now,
    you: update.you,
    ...Object.fromEntries(update.facts.map(({ name, text }) => [name.toLowerCase(), text])),
    next_update_at: update.nextUpdateAt ?? 'no further update',
    alarms: update.alarmNames.join(', '),
  };
}

/** Updates that on-call must get, however late. */
const NEWS: readonly string[] = ['opened', 'changed', 'relapsed', 'escalated', 'overdue', 'acknowledged'];

/** What a person may say, or be asked, seconds before the incident is resolved. */
const AT_ANY_TIME: readonly string[] = ['said', 'retracted', 'nudge'];

/** No incident is resolved sooner after any other update than this. */
const FRESH_MS = MINUTE_MS;

/** Alerts of earlier rounds that are closed at once: more rounds than an incident has in a day. */
const MAX_EARLIER = 5;

/** When a round is known to have followed others: their alerts are over, whatever became of the news of their ends. */
const ofLaterRound = ({ kind, phase, round }: StructuredUpdate): boolean =>
  round > 1 && (kind === 'relapsed' || phase === 'resolved');

/** Ends of the alerts of earlier rounds. PagerDuty ignores those of alerts that are closed already. */
function earlierEnds(update: StructuredUpdate, routingKey: string): readonly object[] {
  const { round } = update;
  const count = ofLaterRound(update) ? Math.min(round - 1, MAX_EARLIER) : 0;
  const event = pagerDutyEvent({ ...update, phase: 'resolved' }, routingKey);
  return Array.from({ length: count }, (_, nth) => ({
    ...event,
    dedup_key: alertKey({ ...update, round: round - 1 - nth }),
  }));
}

/**
 * The events and where they go. None for a second try, minutes late, of what is no news, and for words while the
 * end is near: the incident may be over before they arrive, and their trigger would open a new alert under the same key.
 * The ends of earlier rounds stand first: SNS may never have confirmed them, and nobody else would close their alerts.
 *
 * @see https://support.pagerduty.com/main/docs/event-management#deduplicate-alerts
 */
export function pagerDutyMessages(
  update: StructuredUpdate,
  { secret, endpoint: url = '', nowMs }: HttpChannelSettings,
): readonly HttpMessage[] {
  const { kind, phase, at } = update;
  const mayOvertake = phase === 'monitoring' && AT_ANY_TIME.includes(kind);
  const isFresh = !mayOvertake && nowMs - Date.parse(at) < FRESH_MS;
  const isWorthIt = phase === 'resolved' || NEWS.includes(kind) || isFresh;
  const events = isWorthIt ? [...earlierEnds(update, secret), pagerDutyEvent(update, secret)] : [];
  return events.map((body) => ({ url, body }));
}

/** The function of the PagerDuty channel. */
export const handler = httpChannel({
  update: pagerDutyMessages,
  alarm: (alarm, { secret, endpoint = '' }) => ({ url: endpoint, body: pagerDutyAlarm(alarm, secret) }),
});
