import { holdInForce } from '../contract/hold';
import { recentMarkers } from '../contract/marker';
import { isWorseSeverity, severityOf } from '../contract/severity';
import type { Target } from '../contract/target-times';
import { englishOnly } from '../contract/texts';
import type { AnnouncementKind } from '../state/announcement-kind';
import type { Impact } from '../state/impact';
import type { Incident, IncidentState } from '../state/incident-state';
import type { LoggedMessage } from '../state/logged-message';
import type { ShopperUpdate } from '../state/shopper-update';
import type { Announcement } from './announcement';
import { nextUpdateAt } from './cadence';
import { isCall } from './call';
import type { Decision } from './decision';
import { worstImpact } from './impact';
import { addUpdate } from './shopper-update';
import { recentChanges } from './stability';

/** Messages for on-call alone. */
type NoticeKind = 'acknowledged' | 'escalated' | 'overdue' | 'nudge';

/** One message to come. */
export interface Telling {
  readonly kind: Exclude<AnnouncementKind, NoticeKind>;
  readonly nowMs: number;
  /** @default - what people were last told */
  readonly scope?: Impact;
  /** @default - by the cadence of its severity */
  readonly nextUpdateAtMs?: number;
  /** ARN of the person behind it. @default - the machine */
  readonly by?: string;
}

/** The incident after one more message, and that message. Shoppers hear of everything but reminders. */
export function tell(state: IncidentState, before: Incident, telling: Telling): Decision {
  const { kind, nowMs, scope = before.told } = telling;
  const raised = isWorseSeverity(severityOf(scope), severityOf(before.told));
  const calls = isCall(kind, { raised, nowMs, calledAtMs: before.calledAtMs });
  const incident: Incident = {
    ...before,
    told: scope,
    worst: worstImpact(before.worst, scope),
    updates: before.updates + 1,
    nextUpdateAtMs: telling.nextUpdateAtMs ?? nextUpdateAt(severityOf(scope), nowMs),
    easedSinceMs: null,
    speaker: kind === 'said' ? 'person' : 'machine',
    nudged: false,
    ...(calls && { calledAtMs: nowMs }),
  };
  const sequence = state.sequence + 1;
  const history =
    kind === 'still' ? state.history : addUpdate(state.history, shopperUpdate(incident, telling, sequence));
  const over = kind === 'resolved';
  const announcement = {
    ...announcementOf(state, incident, { kind, nowMs }),
    previous: kind === 'changed' ? before.told : undefined,
    ...(!calls && { quiet: true }),
  };
  const messages = logMessage(state.messages, announcement);
  return {
    state: {
      ...state,
      ...(over ? { incident: null, closed: { ...incident, words: null } } : { incident }),
      sequence,
      history,
      messages,
    },
    announcement,
  };
}

/** Reminds the person who speaks. Nothing changes for anybody else. */
export function nudge(state: IncidentState, before: Incident, nowMs: number): Decision {
  return notice(state, { ...before, nudged: true }, { kind: 'nudge', quiet: true, nowMs });
}

/** Tells on-call who has the incident. The second contact's phones hear of it where they rang for nobody having it. */
export function tellAcknowledged(state: IncidentState, before: Incident, nowMs: number): Decision {
  return notice(state, before, { kind: 'acknowledged', quiet: before.escalatedAtMs === undefined, nowMs });
}

/** Tells everybody, the second contact included, that nobody has acknowledged the incident. Only phones of that one ring. */
export function tellEscalated(state: IncidentState, before: Incident, nowMs: number): Decision {
  const incident = { ...before, escalatedAtMs: nowMs };
  return notice(state, incident, { kind: 'escalated', quiet: false, nowMs });
}

/**
 * Tells everybody, the second contact included, that a target has passed. That nobody has responded rings the phones of
 * the second contact only.
 */
export function tellOverdue(
  state: IncidentState,
  before: Incident,
  { target, nowMs }: { readonly target: Target; readonly nowMs: number },
): Decision {
  const passed = target.kind === 'respond' ? { respondPassedAtMs: nowMs } : { mendPassedAtMs: nowMs };
  const incident = {
    ...before,
    ...(before.targets && { targets: { ...before.targets, ...passed } }),
    escalatedAtMs: before.escalatedAtMs ?? nowMs,
    ...(target.kind === 'mend' && { calledAtMs: nowMs }),
  };
  const { state: after, announcement } = notice(state, incident, { kind: 'overdue', quiet: false, nowMs });
  return { state: after, ...(announcement && { announcement: { ...announcement, overdue: target } }) };
}

/** One more message that leaves shoppers, and the promise of the next update, as they are. */
function notice(
  state: IncidentState,
  before: Incident,
  { kind, quiet, nowMs }: { readonly kind: NoticeKind; readonly quiet: boolean; readonly nowMs: number },
): Decision {
  const incident = { ...before, updates: before.updates + 1 };
  const announcement = { ...announcementOf(state, incident, { kind, nowMs }), ...(quiet && { quiet }) };
  return { state: { ...state, incident, messages: logMessage(state.messages, announcement) }, announcement };
}

function announcementOf(
  { deployment, markers, changes, hold }: IncidentState,
  incident: Incident,
  { kind, nowMs }: { readonly kind: AnnouncementKind; readonly nowMs: number },
): Announcement {
  const over = kind === 'resolved';
  const { wellSinceMs, acknowledgedAtMs, acknowledgedBy, escalateAtMs, escalatedAtMs, targets, words } =
    incident;
  return {
    kind,
    incidentId: incident.id,
    update: incident.updates,
    round: incident.round,
    phase: over ? 'resolved' : incident.phase,
    scope: wellSinceMs === null && kind !== 'unstable' ? incident.told : incident.worst,
    alarmNames: incident.alarmNames,
    startedAtMs: incident.startedAtMs,
    alarmedAtMs: incident.alarmedAtMs ?? incident.startedAtMs,
    wellSinceMs: wellSinceMs ?? undefined,
    acknowledgedAtMs: acknowledgedAtMs ?? undefined,
    acknowledgedBy,
    escalateAtMs,
    escalatedAtMs,
    targets,
    atMs: nowMs,
    nextUpdateAtMs: over ? undefined : incident.nextUpdateAtMs,
    words: words ?? undefined,
    deployment: deployment ?? undefined,
    markers: recentMarkers({ markers, deployment }),
    held: holdInForce(hold, nowMs),
    changes: kind === 'unstable' ? recentChanges(changes, nowMs).length : undefined,
    drill: incident.drill,
  };
}

function shopperUpdate(incident: Incident, { kind, nowMs, by }: Telling, sequence: number): ShopperUpdate {
  return {
    sequence,
    subjectId: incident.id,
    status: kind === 'resolved' ? 'resolved' : incident.phase,
    kind: incident.told.kind,
    startedAtMs: incident.startedAtMs,
    atMs: nowMs,
    texts: kind === 'said' && incident.words !== null ? englishOnly(incident.words.texts) : null,
    ...(incident.drill && { drill: true }),
    ...(by !== undefined && { by }),
  };
}

/** Messages that are remembered: two days of a store that is down, with one each quarter of an hour. */
const MAX_MESSAGES = 200;

/** The messages, oldest first, with one more at their end; the oldest fall out. */
export function logMessage(messages: readonly LoggedMessage[], announcement: Announcement): LoggedMessage[] {
  const { incidentId, update, kind, atMs, nextUpdateAtMs = null } = announcement;
  return [...messages, { incidentId, update, kind, atMs, nextUpdateAtMs }].slice(-MAX_MESSAGES);
}
