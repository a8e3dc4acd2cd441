import { type Marker, recentMarkers } from '../contract/marker';
import { type Severity, severityOf } from '../contract/severity';
import type { IncidentState } from '../incident/incident-state';
import { openMaintenance } from '../incident/maintenance';
import { type Target, targetsOf } from '../incident/targets';
import { headline } from '../message/words';

/** All that the function knows that a person who looks may want to know. Times are epochs in milliseconds. */
export interface Overview {
  /** The running incident. Null: there is none. */
  readonly incident: {
    readonly id: string;
    readonly title: string;
    readonly severity: Severity;
    readonly phase: 'investigating' | 'identified' | 'monitoring';
    readonly drill: boolean;
    readonly startedAtMs: number;
    readonly nextUpdateAtMs: number;
    /** Null: nobody has it. */
    readonly acknowledgedAtMs: number | null;
    /** ARN. Absent: nobody, or AWS did not say. */
    readonly acknowledgedBy?: string | undefined;
    /** To respond, then to mend. Absent: it has none. */
    readonly targets?: readonly Target[];
  } | null;
  /** The window that lasts now, or else the next one. Null: none is planned. */
  readonly maintenance: {
    readonly id: string;
    readonly status: string;
    readonly startMs: number;
    readonly endMs: number;
  } | null;
  /** Until when the last drill that was declared lasts, or lasted. Null: there was none. */
  readonly drillUntilMs: number | null;
  /** The last three deployments, changes and campaigns, newest first. */
  readonly markers: readonly Marker[];
}

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
