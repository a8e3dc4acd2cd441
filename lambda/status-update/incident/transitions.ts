import type { TargetTimes } from '../contract/target-times';
import type { Incident, IncidentState } from '../state/incident-state';
import { hasEasedForGood, isNudgeDue, isUpdateDue, resolvedBy } from './cadence';
import { countOne, dailyId } from './daily-number';
import type { Decision } from './decision';
import { type Affecting, compareImpacts, impactOf } from './impact';
import { lastMaintenanceEnd } from './maintenance';
import { newIncident } from './new-incident';
import { isCalm, isUnstable, nextUnstableUpdateAt, noteChange } from './stability';
import { nudge, type Telling, tell } from './tell';

/** What is seen of an incident now. */
export interface Sighting {
  /** At least one of them by its alarm. */
  readonly affecting: readonly Affecting[];
  /** Whether the alarms only lag behind checkers that all pass. @default false */
  readonly lags?: boolean;
  /** The first failing datapoint behind the first alarm. Undefined: not measured. */
  readonly firstSignMs?: number | undefined;
  /** After which time without an acknowledgement the second contact is told. Undefined: there is none. */
  readonly escalateAfterMs?: number | undefined;
  /** Undefined: there are none. */
  readonly targetTimes?: TargetTimes | undefined;
  readonly nowMs: number;
}

/** The first symptom: a new incident. */
export function open(state: IncidentState, sighting: Sighting): Decision {
  const { affecting, firstSignMs, escalateAfterMs, targetTimes, nowMs } = sighting;
  const counter = countOne(state.counter, nowMs);
  const scope = impactOf(affecting);
  const alarmedAtMs = Math.max(firstChange(state, affecting) ?? nowMs, lastMaintenanceEnd(state));
  const incident = newIncident({
    id: dailyId('INC', counter),
    startedAtMs: beganAt(state, alarmedAtMs, firstSignMs),
    alarmedAtMs,
    scope,
    alarmNames: namesOf(affecting),
    nowMs,
    drill: nowMs < state.drillUntilMs,
    ...(escalateAfterMs !== undefined && { escalateAtMs: nowMs + escalateAfterMs }),
    ...(targetTimes && { targets: { times: targetTimes, fromMs: nowMs } }),
  });
  return tell({ ...state, counter, changes: [nowMs], closed: null }, incident, { kind: 'opened', nowMs });
}

/**
 * An incident that was called over and is back: told as such, however often it has come and gone before. Whoever had
 * acknowledged it may have gone to bed.
 */
export function reopen(state: IncidentState, closed: Incident, sighting: Sighting): Decision {
  const { affecting, escalateAfterMs, targetTimes, nowMs } = sighting;
  const noted = { ...state, closed: null, changes: noteChange(state.changes, nowMs) };
  const { acknowledgedBy: _, escalatedAtMs: __, ...incidentBefore } = closed;
  const incident: Incident = {
    ...downAgain(incidentBefore, sighting),
    round: (closed.round ?? 1) + 1,
    unstable: false,
    acknowledgedAtMs: null,
    escalateAtMs: escalateAfterMs && nowMs + escalateAfterMs,
    targets: targetTimes && { times: targetTimes, fromMs: nowMs },
  };
  return tell(noted, incident, { kind: 'relapsed', scope: impactOf(affecting), nowMs });
}

/**
 * An incident that goes on: tell at once that it got worse, the rest when it has settled or a message is due. Alarms end
 * one by one, so that one that lags may look worse than what the others showed, after all of it is over: that is no news.
 */
export function carryOn(state: IncidentState, before: Incident, sighting: Sighting): Decision {
  const { affecting, lags = false, nowMs } = sighting;
  if (before.wellSinceMs !== null) {
    return relapse(state, before, sighting);
  }
  const shown = impactOf(affecting);
  const scope = lags && compareImpacts(before.told, shown) === 'worse' ? before.told : shown;
  const change = compareImpacts(before.told, scope);
  const easedSinceMs = change === 'eased' ? (before.easedSinceMs ?? nowMs) : null;
  const incident = { ...before, alarmNames: namesOf(affecting), easedSinceMs };
  const settled = easedSinceMs !== null && hasEasedForGood(easedSinceMs, nowMs);
  if (compareImpacts(before.worst, scope) === 'worse') {
    // Worse than ever is news each time, and no coming and going.
    return tell(state, incident, { kind: 'changed', scope, nowMs });
  }
  if (change === 'worse' || settled) {
    return flip(state, incident, { kind: 'changed', scope, nowMs });
  }
  if (incident.unstable) {
    return goesOnUnstable(state, incident, { affecting, nowMs });
  }
  if (!isUpdateDue(before.nextUpdateAtMs, nowMs)) {
    return goOn(state, incident, nowMs);
  }
  return change === 'same'
    ? tell(state, incident, { kind: 'still', scope, nowMs })
    : flip(state, incident, { kind: 'changed', scope, nowMs });
}

/**
 * Every alarm is OK. People hear of it at once, because on-call waits for that, but the incident ends only when it
 * has stayed so for `holdMs`: many stores fall over again under the crowd that comes back.
 */
export function recover(
  state: IncidentState,
  before: Incident,
  { nowMs, holdMs, firstSignMs }: Omit<Sighting, 'affecting'> & { readonly holdMs: number },
): Decision {
  if (before.wellSinceMs === null) {
    const well = { easedSinceMs: null, phase: 'monitoring', wellSinceMs: nowMs, words: null } as const;
    // Datapoints come late: by now all of them are there.
    const startedAtMs = beganAt(state, before.startedAtMs, firstSignMs);
    const incident = { ...before, ...well, startedAtMs, alarmNames: [] };
    return flip(state, incident, { kind: 'recovered', nowMs, nextUpdateAtMs: resolvedBy(nowMs, holdMs) });
  }
  const hasSettled = !before.unstable || isCalm(state.changes, nowMs);
  if (nowMs - before.wellSinceMs >= holdMs && hasSettled) {
    return tell(state, before, { kind: 'resolved', nowMs });
  }
  if (before.unstable && isUpdateDue(before.nextUpdateAtMs, nowMs)) {
    return tellUnstable(state, before, nowMs);
  }
  return goOn(state, before, nowMs);
}

function relapse(state: IncidentState, before: Incident, sighting: Sighting): Decision {
  const { affecting, nowMs } = sighting;
  return flip(state, downAgain(before, sighting), { kind: 'relapsed', scope: impactOf(affecting), nowMs });
}

function downAgain(before: Incident, { affecting }: Sighting): Incident {
  return {
    ...before,
    alarmNames: namesOf(affecting),
    phase: 'investigating',
    wellSinceMs: null,
    words: null,
  };
}

/** Something came or went: told as what it is, unless that happens too often. Worse than ever is always told. */
function flip(state: IncidentState, before: Incident, telling: Telling): Decision {
  const { nowMs, scope = before.told } = telling;
  const noted = { ...state, changes: noteChange(state.changes, nowMs) };
  if (before.unstable && compareImpacts(before.worst, scope) !== 'worse') {
    // Nothing is said, but shoppers must see whether the store is open.
    const incident = { ...before, told: scope, easedSinceMs: null };
    return { state: { ...noted, incident, sequence: state.sequence + 1 } };
  }
  return isUnstable(noted.changes, nowMs)
    ? tellUnstable(noted, { ...before, told: scope }, nowMs)
    : tell(noted, before, telling);
}

function tellUnstable(state: IncidentState, incident: Incident, nowMs: number): Decision {
  const nextUpdateAtMs = nextUnstableUpdateAt(nowMs);
  return tell(state, { ...incident, unstable: true }, { kind: 'unstable', nowMs, nextUpdateAtMs });
}

/** Down, after much up and down: quiet until it stays so or the promised message is due. */
function goesOnUnstable(state: IncidentState, incident: Incident, { affecting, nowMs }: Sighting): Decision {
  if (isCalm(state.changes, nowMs)) {
    const scope = impactOf(affecting);
    // Its recovery is news again; another relapse is not.
    const settled = { ...state, changes: state.changes.slice(-2) };
    return tell(settled, { ...incident, unstable: false }, { kind: 'still', scope, nowMs });
  }
  return isUpdateDue(incident.nextUpdateAtMs, nowMs)
    ? tellUnstable(state, incident, nowMs)
    : { state: { ...state, incident } };
}

/** Nothing new; the person who speaks may need a reminder. */
export function goOn(state: IncidentState, incident: Incident, nowMs: number): Decision {
  const { speaker, nudged, nextUpdateAtMs } = incident;
  return speaker === 'person' && !nudged && isNudgeDue(nextUpdateAtMs, nowMs)
    ? nudge(state, incident, nowMs)
    : { state: { ...state, incident } };
}

/** Those in ALARM. */
function namesOf(symptoms: readonly Affecting[]): string[] {
  return symptoms.filter(({ early }) => !early).map((symptom) => symptom.alarmName);
}

/** The first sign, if that is earlier. What broke in planned work is an outage from the planned end on. */
function beganAt(state: IncidentState, knownMs: number, firstSignMs = knownMs): number {
  return Math.min(knownMs, Math.max(firstSignMs, lastMaintenanceEnd(state)));
}

function firstChange(state: IncidentState, symptoms: readonly Affecting[]): number | undefined {
  const changes = namesOf(symptoms).flatMap((name) => state.alarms[name]?.sinceMs ?? []);
  return changes.length === 0 ? undefined : Math.min(...changes);
}
