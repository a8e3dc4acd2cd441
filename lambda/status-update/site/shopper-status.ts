import { type ScopeKind, type Severity, usualSeverity } from '../contract/severity';
import type { Texts } from '../contract/texts';
import { currentMaintenance } from '../incident/maintenance';
import type { Store } from '../settings';
import type { IncidentState } from '../state/incident-state';
import type { Maintenance } from '../state/maintenance';
import type { ShopperUpdate } from '../state/shopper-update';
import { type ComponentStatus, componentStatus } from './component';
import { machineTexts, shortMachineTexts, titleOf } from './shopper-words';

/** How the store is, for shoppers. */
export interface ShopperStatus {
  readonly status: {
    readonly indicator: 'none' | 'minor' | 'major' | 'critical' | 'maintenance';
    readonly description: string;
  };
  readonly mode: 'normal' | 'degraded' | 'emergency' | 'maintenance';
  readonly component: ComponentStatus;
  readonly texts: Texts;
  /** The same in fewer words, for where there is little room. A person's words have no shorter form. */
  readonly shortTexts: Texts;
  /** What the machine says beside a person's words, in languages in which the person said nothing; short as well. */
  readonly automatic?: Readonly<Record<'texts' | 'shortTexts', Readonly<Record<string, string>>>>;
  readonly sinceMs: number | null;
  readonly nextUpdateAtMs: number | null;
  readonly expectedBackMs: number | null;
  readonly drill: boolean;
  /** Id of the incident or the maintenance, for shoppers who ask about it; none once all is well. */
  readonly reference?: string;
}

type Unspoken = Omit<ShopperStatus, 'texts' | 'shortTexts' | 'automatic'>;

type Incident = NonNullable<IncidentState['incident']>;

const INDICATORS: Readonly<Record<Severity, ShopperStatus['status']['indicator']>> = {
  SEV1: 'critical',
  SEV2: 'major',
  SEV3: 'minor',
};

/** In every other one the store may be closed to some. */
const MODES: Readonly<Partial<Record<ScopeKind, ShopperStatus['mode']>>> = {
  'store-down': 'emergency',
  'on-standby': 'normal',
};

const WELL: Unspoken = {
  status: { indicator: 'none', description: 'All systems operational' },
  mode: 'normal',
  component: 'operational',
  sinceMs: null,
  nextUpdateAtMs: null,
  expectedBackMs: null,
  drill: false,
};

/** How bad a kind of incident is, in Statuspage's words. */
export function impactOf(kind: ScopeKind): ShopperStatus['status']['indicator'] {
  // Shoppers can shop.
  return kind === 'on-standby' ? 'minor' : INDICATORS[usualSeverity(kind)];
}

/** How the store is, from what is known: an incident counts for more than planned work. */
export function shopperStatusOf(state: IncidentState, store: Store): ShopperStatus {
  const { incident } = state;
  if (incident !== null) {
    const texts = incidentTexts(incident, store);
    // The emergency page brings shoppers back as soon as it reads `normal`, so that doesn't wait for the incident's end.
    return {
      ...(incident.wellSinceMs === null ? duringIncident(incident) : common(incident)),
      ...texts,
    };
  }
  const maintenance = currentMaintenance(state);
  return maintenance === undefined
    ? { ...WELL, ...machine('resolved', 'store-down', store) }
    : duringMaintenance(maintenance);
}

function duringIncident(incident: Incident): Unspoken {
  const { id, told, phase, words, drill } = incident;
  return {
    ...common(incident),
    status: { indicator: impactOf(told.kind), description: titleOf(told.kind, drill) },
    // In an emergency pages that wait trust the health checks and leave the store alone. Only requests of shoppers show
    // whether errors at the edge are over: the pages must go on asking, or the alarms would be OK for lack of errors.
    mode: MODES[told.kind] ?? 'degraded',
    component: componentStatus({ status: phase, kind: told.kind }),
    expectedBackMs: words?.expectedBackMs ?? null,
    reference: id,
  };
}

function incidentTexts({ words, wellSinceMs, phase, told }: Incident, store: Store) {
  const status = wellSinceMs === null ? phase : 'monitoring';
  if (words === null) {
    return machine(status, told.kind, store);
  }
  const { texts, shortTexts } = machine(status, told.kind, { ...store, afterPerson: true });
  const others = (all: Texts) =>
    Object.fromEntries(Object.entries(all).filter(([language]) => !(language in words.texts)));
  return {
    texts: words.texts,
    shortTexts: words.texts,
    automatic: { texts: others(texts), shortTexts: others(shortTexts) },
  };
}

function machine(
  status: ShopperUpdate['status'],
  kind: ShopperUpdate['kind'],
  store: Store & { readonly afterPerson?: boolean },
) {
  return { texts: machineTexts(status, kind, store), shortTexts: shortMachineTexts(status, kind, store) };
}

function common({ startedAtMs, nextUpdateAtMs, drill }: Incident): Unspoken {
  return { ...WELL, sinceMs: startedAtMs, nextUpdateAtMs, drill };
}

function duringMaintenance({ id, texts, startMs, endMs }: Maintenance): ShopperStatus {
  return {
    ...WELL,
    status: { indicator: 'maintenance', description: titleOf('maintenance') },
    mode: 'maintenance',
    component: 'under_maintenance',
    texts,
    shortTexts: texts,
    sinceMs: startMs,
    expectedBackMs: endMs,
    reference: id,
  };
}
