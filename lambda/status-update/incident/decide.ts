import { holdInForce } from '../contract/hold';
import type { Symptom } from '../contract/symptom';
import type { AlarmFacts } from '../state/alarm-facts';
import type { IncidentState } from '../state/incident-state';
import { mergeFacts, onlyFacts } from './alarm-facts';
import type { Decision } from './decision';
import { weighEdgeErrors } from './edge-outage';
import { escalateWhenDue } from './escalation';
import { isHeldBack } from './hold-back';
import type { Affecting, Failing } from './impact';
import { advanceMaintenance, currentMaintenance, lastMaintenanceEnd } from './maintenance';
import type { Observation } from './observation';
import { isSameAgain } from './stability';
import { tellPassedTarget } from './targets';
import { carryOn, goOn, open, recover, reopen, type Sighting } from './transitions';
import { weighHold, weighStandby } from './weigh-symptoms';

/** The next state of the incident, and what to tell people. Deciding twice on the same observation tells it once. */
export function decide(before: IncidentState, observation: Observation, nowMs: number): Decision {
  const decision = decideByAlarms(before, observation, nowMs);
  // A target first: after that message nobody needs another one that says that nobody has acknowledged.
  return observation.escalateAfterMs === undefined
    ? decision
    : escalateWhenDue(tellPassedTarget(decision, observation, nowMs), observation, nowMs);
}

function decideByAlarms(before: IncidentState, observation: Observation, nowMs: number): Decision {
  const { firstSignMs, escalateAfterMs, targetTimes, gone = [], holdMs } = observation;
  const names = observation.symptoms.map(({ alarmName }) => alarmName).filter((name) => !gone.includes(name));
  const alarms = onlyFacts(mergeFacts(before.alarms, observation.facts), names);
  const state = advanceMaintenance({ ...before, alarms }, nowMs);
  const affecting = affectingIn(state, observation, nowMs);
  const isAlarming = affecting.some(({ early }) => !early);
  if (state.incident === null) {
    // Planned work is expected to break things; what is broken when it ends is opened then.
    const quiet = !isAlarming || currentMaintenance(state) !== undefined;
    return quiet ? { state } : begin(state, { affecting, firstSignMs, escalateAfterMs, targetTimes, nowMs });
  }
  if (isAlarming) {
    const lags = observation.passesNow === true && isHeldBack(lastChange(alarms), nowMs);
    return carryOn(state, state.incident, { affecting, lags, nowMs });
  }
  const isTooEarly = affecting.length > 0 && isHeldBack(lastChange(alarms), nowMs);
  return isTooEarly && state.incident.wellSinceMs === null
    ? goOn(state, state.incident, nowMs)
    : recover(state, state.incident, { nowMs, holdMs, firstSignMs });
}

/** A new incident, or the last one once more when it is back so soon. What planned work broke, and drills, stand alone. */
function begin(state: IncidentState, sighting: Sighting): Decision {
  const { closed, drillUntilMs } = state;
  const { nowMs } = sighting;
  const isSame =
    closed?.wellSinceMs != null &&
    isSameAgain(closed.wellSinceMs, nowMs) &&
    lastMaintenanceEnd(state) <= closed.wellSinceMs &&
    closed.drill === nowMs < drillUntilMs;
  return isSame ? reopen(state, closed, sighting) : open(state, sighting);
}

/** Everything that is wrong, by its alarms and by what was seen beside them, as it counts. */
function affectingIn(state: IncidentState, observation: Observation, nowMs: number): readonly Affecting[] {
  const { symptoms, failingNow = [], errorPercents = [], standby = false } = observation;
  const failing = symptoms.flatMap((symptom): Failing[] => {
    if (isAffecting(symptom, state)) {
      return [symptom];
    }
    return failingNow.includes(symptom.alarmName) ? [{ ...symptom, early: true }] : [];
  });
  const held = weighHold(failing, holdInForce(state.hold, nowMs));
  const edge = symptoms.find(({ kind }) => kind === 'edge-errors');
  const weighed = weighEdgeErrors(held, errorPercents, { incident: state.incident, edge, standby });
  return weighStandby(weighed, standby);
}

/**
 * An alarm that was part of the incident stays part of it without data: right after an outage that is not health. One
 * that is deleted does not, or nothing would ever end the incident.
 */
function isAffecting(symptom: Symptom, { alarms, incident }: IncidentState): boolean {
  const state = alarms[symptom.alarmName]?.state;
  const wasAffecting = incident?.alarmNames.includes(symptom.alarmName) ?? false;
  return state === 'ALARM' || (wasAffecting && state === 'INSUFFICIENT_DATA');
}

const lastChange = (alarms: AlarmFacts): number =>
  Math.max(0, ...Object.values(alarms).map(({ sinceMs }) => sinceMs));
