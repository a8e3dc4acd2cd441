import type { Symptom } from '../../../lib/alarms/symptom';
import type { Announcement } from './announcement';
import { hasEasedForGood, isUpdateDue, nextUpdateAt } from './cadence';
import type { Decision } from './decision';
import { countIncident, incidentId } from './incident-number';
import type { Incident, IncidentState } from './incident-state';
import { compareScopes, type Scope, scopeOf } from './scope';
import { severityOf } from './severity';

/** The first symptom: a new incident. */
export function open(state: IncidentState, affecting: readonly Symptom[], nowMs: number): Decision {
  const counter = countIncident(state.counter, nowMs);
  const told = scopeOf(affecting);
  const incident: Incident = {
    id: incidentId(counter),
    startedAtMs: firstChange(state, affecting) ?? nowMs,
    told,
    alarmNames: namesOf(affecting),
    updates: 0,
    nextUpdateAtMs: nowMs,
    easedSinceMs: null,
  };
  return tell({ ...state, counter }, incident, { kind: 'opened', scope: told, nowMs });
}

/** An incident that goes on: tell at once that it got worse, the rest when it has settled or a message is due. */
export function carryOn(
  state: IncidentState,
  before: Incident,
  { affecting, nowMs }: { readonly affecting: readonly Symptom[]; readonly nowMs: number },
): Decision {
  const scope = scopeOf(affecting);
  const change = compareScopes(before.told, scope);
  const easedSinceMs = change === 'eased' ? (before.easedSinceMs ?? nowMs) : null;
  const incident = { ...before, alarmNames: namesOf(affecting), easedSinceMs };
  const settled = easedSinceMs !== null && hasEasedForGood(easedSinceMs, nowMs);
  if (change === 'worse' || settled) {
    return tell(state, incident, { kind: 'changed', scope, nowMs });
  }
  if (isUpdateDue(before.nextUpdateAtMs, nowMs)) {
    return tell(state, incident, { kind: change === 'same' ? 'still' : 'changed', scope, nowMs });
  }
  return { state: { ...state, incident } };
}

/** All clear: the incident ends, and people hear of it. */
export function resolve(state: IncidentState, incident: Incident, nowMs: number): Decision {
  return {
    state: { ...state, incident: null, sequence: state.sequence + 1 },
    announcement: {
      kind: 'resolved',
      incidentId: incident.id,
      update: incident.updates + 1,
      scope: incident.told,
      alarmNames: [],
      startedAtMs: incident.startedAtMs,
      atMs: nowMs,
    },
  };
}

interface Telling {
  readonly kind: Exclude<Announcement['kind'], 'resolved'>;
  readonly scope: Scope;
  readonly nowMs: number;
}

/** The incident after one more message, and that message. */
function tell(state: IncidentState, before: Incident, { kind, scope, nowMs }: Telling): Decision {
  const incident: Incident = {
    ...before,
    told: scope,
    updates: before.updates + 1,
    nextUpdateAtMs: nextUpdateAt(severityOf(scope.kind), nowMs),
    easedSinceMs: null,
  };
  return {
    state: { ...state, incident, sequence: state.sequence + 1 },
    announcement: {
      kind,
      incidentId: incident.id,
      update: incident.updates,
      scope,
      previous: kind === 'changed' ? before.told : undefined,
      alarmNames: incident.alarmNames,
      startedAtMs: incident.startedAtMs,
      atMs: nowMs,
      nextUpdateAtMs: incident.nextUpdateAtMs,
    },
  };
}

function namesOf(symptoms: readonly Symptom[]): string[] {
  return symptoms.map((symptom) => symptom.alarmName);
}

function firstChange(state: IncidentState, symptoms: readonly Symptom[]): number | undefined {
  const changes = symptoms.flatMap(({ alarmName }) => state.alarms[alarmName]?.sinceMs ?? []);
  return changes.length === 0 ? undefined : Math.min(...changes);
}
