import type { Overview } from '../contract/command-reply';
import { recentMarkers } from '../contract/marker';
import { severityOf } from '../contract/severity';
import { openMaintenance } from '../incident/maintenance';
import { targetsOf } from '../incident/targets';
import { headline } from '../message/words';
import type { IncidentState } from '../state/incident-state';

/** What is known, for a person who looks. */
export function overviewOf(state: IncidentState): Overview {
  const window = openMaintenance(state);
  return {
    incident: incidentIn(state),
    maintenance: window === undefined ? null : pick(window),
    drillUntilMs: state.drillUntilMs === 0 ? null : state.drillUntilMs,
    markers: recentMarkers(state),
  };
}

function incidentIn({ incident }: IncidentState): Overview['incident'] {
  if (incident === null) {
    return null;
  }
  const { id, told, phase, drill, startedAtMs, nextUpdateAtMs, acknowledgedAtMs, acknowledgedBy } = incident;
  const times = { startedAtMs, nextUpdateAtMs, acknowledgedAtMs };
  const targets = targetsOf(incident.targets, severityOf(told));
  return {
    id,
    title: headline(told),
    severity: severityOf(told),
    phase,
    drill,
    ...times,
    acknowledgedBy,
    ...(targets.length > 0 && { targets }),
  };
}

const pick = ({ id, status, startMs, endMs }: NonNullable<Overview['maintenance']>) => ({
  id,
  status,
  startMs,
  endMs,
});
