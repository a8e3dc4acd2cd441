import type { Symptom } from '../../../lib/alarms/symptom';
import { holdInForce } from '../failover/hold';
import { type AlarmFacts, mergeFacts, onlyFacts } from './alarm-facts';
import type { Decision } from './decision';
import { weighEdgeErrors } from './edge-outage';
import type { IncidentState } from './incident-state';
import { advanceMaintenance, currentMaintenance } from './maintenance';
import { carryOn, open, recover } from './transitions';
import { weighHold } from './weigh-hold';

/** What one wake-up saw. */
export interface Observation {
  /** All symptoms that are watched, in any order. */
  readonly symptoms: readonly Symptom[];
  readonly facts: AlarmFacts;
  /** The share of 5xx answers at CloudFront in each of the last minutes. @default - not measured */
  readonly errorPercents?: readonly number[];
  /** How long everything must stay well before an incident is resolved. */
  readonly holdMs: number;
}

/** The next state of the incident, and what to tell people. Deciding twice on the same observation tells it once. */
export function decide(before: IncidentState, observation: Observation, nowMs: number): Decision {
  const names = observation.symptoms.map((symptom) => symptom.alarmName);
  const alarms = onlyFacts(mergeFacts(before.alarms, observation.facts), names);
  const state = advanceMaintenance({ ...before, alarms }, nowMs);
  const failing = observation.symptoms.filter((symptom) => isAffecting(symptom, state));
  const held = weighHold(failing, holdInForce(state.hold, nowMs));
  const affecting = weighEdgeErrors(held, observation.errorPercents ?? [], state.incident);
  if (state.incident === null) {
    // Planned work is expected to break things; what is broken when it ends is opened then.
    const quiet = affecting.length === 0 || currentMaintenance(state) !== undefined;
    return quiet ? { state } : open(state, { affecting, nowMs });
  }
  return affecting.length === 0
    ? recover(state, state.incident, { nowMs, holdMs: observation.holdMs })
    : carryOn(state, state.incident, { affecting, nowMs });
}

/** An alarm that was part of the incident stays part of it without data: right after an outage that is not health. */
function isAffecting(symptom: Symptom, { alarms, incident }: IncidentState): boolean {
  const state = alarms[symptom.alarmName]?.state;
  const wasAffecting = incident?.alarmNames.includes(symptom.alarmName) ?? false;
  return state === 'ALARM' || (wasAffecting && state !== 'OK');
}
