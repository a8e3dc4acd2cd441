import type { Decision } from './decision';
import type { Incident, IncidentState } from './incident-state';
import { currentMaintenance } from './maintenance';
import { tellEscalated } from './tell';

/**
 * Adds the second contact when nobody has acknowledged the incident in time. Whatever else there is to say goes first:
 * one run says one thing, and the next run comes within a minute.
 */
export function escalateWhenDue(decision: Decision, nowMs: number): Decision {
  const { state, announcement } = decision;
  const { incident } = state;
  return announcement === undefined && incident !== null && isDue(state, incident, nowMs)
    ? tellEscalated(state, incident, nowMs)
    : decision;
}

/** Nobody is called for what is over, or what is worked on: commands acknowledge, and planned work is no surprise. */
function isDue(state: IncidentState, incident: Incident, nowMs: number): boolean {
  const { escalateAtMs, escalatedAtMs, acknowledgedAtMs, wellSinceMs } = incident;
  return (
    escalateAtMs !== undefined &&
    nowMs >= escalateAtMs &&
    escalatedAtMs === undefined &&
    acknowledgedAtMs === null &&
    wellSinceMs === null &&
    currentMaintenance(state) === undefined
  );
}
