import type { IncidentState } from '../incident/incident-state';
import { currentMaintenance, type Maintenance } from '../incident/maintenance';
import { type Severity, severityOf } from '../incident/severity';
import type { Texts } from '../incident/texts';
import { machineText, TITLES } from './shopper-words';

/** How the store is, for shoppers. */
export interface Standing {
  readonly status: {
    readonly indicator: 'none' | 'minor' | 'major' | 'critical' | 'maintenance';
    readonly description: string;
  };
  readonly mode: 'normal' | 'degraded' | 'emergency' | 'maintenance';
  readonly component:
    | 'operational'
    | 'degraded_performance'
    | 'partial_outage'
    | 'major_outage'
    | 'under_maintenance';
  readonly texts: Texts;
  readonly sinceMs: number | null;
  readonly nextUpdateAtMs: number | null;
  readonly expectedBackMs: number | null;
  readonly drill: boolean;
}

type Incident = NonNullable<IncidentState['incident']>;

const INDICATORS: Readonly<Record<Severity, Standing['status']['indicator']>> = {
  SEV1: 'critical',
  SEV2: 'major',
  SEV3: 'minor',
};

const COMPONENTS: Readonly<Record<Severity, Standing['component']>> = {
  SEV1: 'major_outage',
  SEV2: 'partial_outage',
  SEV3: 'degraded_performance',
};

const WELL: Standing = {
  status: { indicator: 'none', description: 'All systems operational' },
  mode: 'normal',
  component: 'operational',
  texts: { en: machineText('resolved', 'store-down') },
  sinceMs: null,
  nextUpdateAtMs: null,
  expectedBackMs: null,
  drill: false,
};

/** How the store is, from what is known: an incident counts for more than planned work. */
export function standingOf(state: IncidentState): Standing {
  const { incident } = state;
  if (incident !== null) {
    return incident.wellSinceMs === null ? duringIncident(incident) : afterIncident(incident);
  }
  const maintenance = currentMaintenance(state);
  return maintenance === undefined ? WELL : duringMaintenance(maintenance);
}

function duringIncident(incident: Incident): Standing {
  const { told, phase, words } = incident;
  const severity = severityOf(told.kind);
  return {
    ...common(incident),
    status: { indicator: INDICATORS[severity], description: TITLES[told.kind] },
    mode: told.kind === 'store-down' ? 'emergency' : 'degraded',
    component: COMPONENTS[severity],
    texts: words?.texts ?? { en: machineText(phase, told.kind) },
    expectedBackMs: words?.expectedBackMs ?? null,
  };
}

/** The emergency page brings shoppers back as soon as it reads `normal`, so that doesn't wait for the incident's end. */
function afterIncident(incident: Incident): Standing {
  return {
    ...WELL,
    ...common(incident),
    texts: incident.words?.texts ?? { en: machineText('monitoring', incident.told.kind) },
  };
}

function common({ startedAtMs, nextUpdateAtMs, drill }: Incident) {
  return { sinceMs: startedAtMs, nextUpdateAtMs, drill };
}

function duringMaintenance({ texts, startMs, endMs }: Maintenance): Standing {
  return {
    ...WELL,
    status: { indicator: 'maintenance', description: TITLES.maintenance },
    mode: 'maintenance',
    component: 'under_maintenance',
    texts,
    sinceMs: startMs,
    expectedBackMs: endMs,
  };
}
