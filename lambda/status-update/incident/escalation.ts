import type { Incident, IncidentState } from '../state/incident-state';
import type { Decision } from './decision';
import { isHeldBack } from './hold-back';
import { currentMaintenance } from './maintenance';
import type { Observation } from './observation';
import { tellEscalated } from './tell';

/**
 * Adds the second contact when nobody has acknowledged the incident in time. Whatever else there is to say goes first:
 * one run says one thing, and the next run comes within a minute.
 */
export function escalateWhenDue(
  decision: Decision,
  { passesNow = false }: Pick<Observation, 'passesNow'>,
  nowMs: number,
): Decision {
  const { state, announcement } = decision;
  const { incident } = state;
  return announcement === undefined && incident !== null && isDue(state, incident, { passesNow, nowMs })
    ? tellEscalated(state, incident, nowMs)
    : decision;
}

/**
 * Nobody is called for what is over, also where the alarms don't know it yet, or what is worked on: commands acknowledge,
 * and planned work is no surprise.
 */
function isDue(
  state: IncidentState,
  incident: Incident,
  { passesNow, nowMs }: { readonly passesNow: boolean; readonly nowMs: number },
): boolean {
  const { escalateAtMs, escalatedAtMs, acknowledgedAtMs, wellSinceMs } = incident;
  return (
    escalateAtMs !== undefined &&
    nowMs >= escalateAtMs &&
    escalatedAtMs === undefined &&
    acknowledgedAtMs === null &&
    wellSinceMs === null &&
    !(passesNow && isHeldBack(escalateAtMs, nowMs)) &&
    currentMaintenance(state) === undefined
  );
}
