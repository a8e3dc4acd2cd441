import { openMaintenance } from '../incident/maintenance';
import type { Store } from '../settings';
import type { Incident, IncidentState } from '../state/incident-state';
import type { ShopperUpdate } from '../state/shopper-update';
import { componentStatus } from './component';
import { fittingTexts } from './fitting-texts';
import { iso, isoOrNull, pageOf, smallEnough } from './page';
import { impactOf, type ShopperStatus, shopperStatusOf } from './shopper-status';
import { machineTexts, titleOf } from './shopper-words';
import {
  type SummaryDocument,
  type SummaryIncident,
  type SummaryMaintenance,
  summaryDocumentSchema,
} from './summary-schema';

const MAX_BYTES = 8_000;

/** Updates of one incident in the file; the feed has the older ones. */
const MAX_UPDATES = 5;

const COMPONENT_ID = 'store';

/** The key and the punctuation of one text. */
const ENTRY_BYTES = 8;

interface Context {
  readonly state: IncidentState;
  readonly store: Store;
  readonly standing: ShopperStatus;
  readonly maxUpdates: number;
  readonly nowMs: number;
}

/**
 * `summary.json`, with as many updates as fit. @throws ZodError when it would not have its shape, Error when it would
 * be too large even so
 */
export function summaryJson(state: IncidentState, store: Store, nowMs: number): string {
  const standing = shopperStatusOf(state, store);
  const needed = Buffer.byteLength(JSON.stringify(standing.texts.en));
  let maxUpdates = MAX_UPDATES;
  let document = documentOf({ state, store, standing, maxUpdates, nowMs });
  while (bytesLeft(document) < needed + ENTRY_BYTES && maxUpdates > 0) {
    maxUpdates -= 1;
    document = documentOf({ state, store, standing, maxUpdates, nowMs });
  }
  const messages = fittingTexts(standing.texts, bytesLeft(document));
  const json = JSON.stringify(summaryDocumentSchema.parse({ ...document, x_messages: messages }));
  return smallEnough('summary.json', MAX_BYTES, json);
}

/** What the texts of the present may take; they count for more than old updates. */
function bytesLeft(document: SummaryDocument): number {
  return MAX_BYTES - Buffer.byteLength(JSON.stringify(document));
}

function documentOf(context: Context): SummaryDocument {
  const { state, store, standing, nowMs } = context;
  return {
    page: pageOf(store, nowMs),
    status: standing.status,
    components: components(context),
    incidents: state.incident === null ? [] : [incidentOf(state.incident, context)],
    scheduled_maintenances: maintenances(context),
    x_schema: 1,
    x_mode: standing.mode,
    x_update_seq: state.sequence,
    x_next_update_at: isoOrNull(standing.nextUpdateAtMs),
    x_expected_back_at: isoOrNull(standing.expectedBackMs),
    x_messages: {},
    x_drill: standing.drill,
  };
}

/** The store as the only component, since the first that is remembered of it. */
function components({ store, standing, state, nowMs }: Context): SummaryDocument['components'] {
  const { history } = state;
  return [
    {
      id: COMPONENT_ID,
      name: pageOf(store, 0).name,
      status: standing.component,
      position: 1,
      description: null,
      group: false,
      group_id: null,
      only_show_if_degraded: false,
      created_at: iso(history.at(-1)?.atMs ?? nowMs),
      updated_at: iso(history[0]?.atMs ?? nowMs),
    },
  ];
}

function incidentOf(incident: Incident, context: Context): SummaryIncident {
  const common = commonOf(incident.id, incident.startedAtMs, context);
  return {
    ...common,
    name: titleOf(incident.told.kind, incident.drill),
    status: incident.phase,
    // What it was stays what it was while it is watched.
    impact: impactOf(incident.wellSinceMs === null ? incident.told.kind : incident.worst.kind),
    monitoring_at: isoOrNull(incident.wellSinceMs),
  };
}

function maintenances(context: Context): SummaryMaintenance[] {
  const window = openMaintenance(context.state);
  if (window === undefined) {
    return [];
  }
  const { id, startMs, endMs, status } = window;
  return [
    {
      ...commonOf(id, startMs, context),
      name: titleOf('maintenance'),
      status: status === 'in_progress' ? 'in_progress' : 'scheduled',
      impact: 'maintenance',
      monitoring_at: null,
      scheduled_for: iso(startMs),
      scheduled_until: iso(endMs),
    },
  ];
}

/** What incidents and planned work have in common. */
function commonOf(id: string, startedAtMs: number, context: Context) {
  const { state, store, maxUpdates } = context;
  const updates = state.history.filter(({ subjectId }) => subjectId === id);
  const firstMs = updates.at(-1)?.atMs ?? startedAtMs;
  return {
    id,
    shortlink: `https://${store.domainName}`,
    created_at: iso(firstMs),
    started_at: iso(startedAtMs),
    updated_at: iso(updates[0]?.atMs ?? firstMs),
    resolved_at: null,
    page_id: store.domainName,
    components: components(context),
    incident_updates: updates
      .slice(0, maxUpdates)
      .map((update, index) => updateOf(update, updates[index + 1], store)),
  };
}

/** @param previous undefined for the first that is remembered */
function updateOf(update: ShopperUpdate, previous: ShopperUpdate | undefined, store: Store) {
  const { sequence, subjectId, status, kind, atMs, texts } = update;
  const at = iso(atMs);
  return {
    id: String(sequence),
    incident_id: subjectId,
    status,
    body: (texts ?? machineTexts(status, kind, store)).en,
    created_at: at,
    display_at: at,
    updated_at: at,
    affected_components: [
      {
        code: COMPONENT_ID,
        name: pageOf(store, 0).name,
        old_status: previous === undefined ? 'operational' : componentStatus(previous),
        new_status: componentStatus(update),
      },
    ],
  };
}
