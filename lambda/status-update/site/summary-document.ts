import * as z from 'zod/mini';
import type { Incident, IncidentState } from '../incident/incident-state';
import { openMaintenance } from '../incident/maintenance';
import type { ShopperUpdate } from '../incident/shopper-update';
import type { Store } from '../settings';
import { fittingTexts } from './fitting-texts';
import { instantSchema, iso, isoOrNull, pageOf, pageSchema, smallEnough } from './page';
import { machineText, TITLES } from './shopper-words';
import { type Standing, standingOf } from './standing';

const MAX_BYTES = 8_000;

/** Updates of one incident in the file; the feed has the older ones. */
const MAX_UPDATES = 5;

const componentSchema = z.object({ id: z.string(), name: z.string(), status: z.string() });

const updateSchema = z.object({
  id: z.string(),
  incident_id: z.string(),
  status: z.string(),
  body: z.string(),
  created_at: instantSchema,
  display_at: instantSchema,
  updated_at: instantSchema,
});

const incidentSchema = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum(['investigating', 'identified', 'monitoring', 'scheduled', 'in_progress']),
  impact: z.enum(['none', 'minor', 'major', 'critical', 'maintenance']),
  shortlink: z.url(),
  created_at: instantSchema,
  started_at: instantSchema,
  updated_at: instantSchema,
  monitoring_at: z.nullable(instantSchema),
  resolved_at: z.null(),
  page_id: z.string(),
  components: z.array(componentSchema),
  incident_updates: z.array(updateSchema),
});

const maintenanceSchema = z.extend(incidentSchema, {
  scheduled_for: instantSchema,
  scheduled_until: instantSchema,
});

/**
 * Statuspage's `summary.json`, with our own fields under `x_`: what is going on and what is planned.
 *
 * @see https://metastatuspage.com/api
 */
const summaryDocumentSchema = z.object({
  page: pageSchema,
  status: z.object({ indicator: z.string(), description: z.string() }),
  components: z.array(componentSchema),
  incidents: z.array(incidentSchema).check(z.maxLength(1)),
  scheduled_maintenances: z.array(maintenanceSchema).check(z.maxLength(1)),
  x_schema: z.literal(1),
  x_mode: z.string(),
  x_update_seq: z.number(),
  x_next_update_at: z.nullable(instantSchema),
  x_expected_back_at: z.nullable(instantSchema),
  x_messages: z.record(z.string(), z.string()),
  x_drill: z.boolean(),
});

type SummaryIncident = z.infer<typeof incidentSchema>;
type SummaryMaintenance = z.infer<typeof maintenanceSchema>;

interface Context {
  readonly state: IncidentState;
  readonly store: Store;
  readonly standing: Standing;
}

/** `summary.json`. @throws ZodError when it would not have its shape, Error when it would be too large */
export function summaryJson(state: IncidentState, store: Store, nowMs: number): string {
  const standing = standingOf(state);
  const context = { state, store, standing };
  const document: z.infer<typeof summaryDocumentSchema> = {
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
  const messages = fittingTexts(standing.texts, MAX_BYTES - Buffer.byteLength(JSON.stringify(document)));
  const json = JSON.stringify(summaryDocumentSchema.parse({ ...document, x_messages: messages }));
  return smallEnough('summary.json', MAX_BYTES, json);
}

function components({ store, standing }: Context): z.infer<typeof componentSchema>[] {
  return [{ id: 'store', name: pageOf(store, 0).name, status: standing.component }];
}

function incidentOf(incident: Incident, context: Context): SummaryIncident {
  const { standing } = context;
  const { indicator } = standing.status;
  const common = commonOf(incident.id, incident.startedAtMs, context);
  return {
    ...common,
    name: TITLES[incident.told.kind],
    status: incident.phase,
    impact: indicator,
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
      name: TITLES.maintenance,
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
  const { state, store } = context;
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
    incident_updates: updates.slice(0, MAX_UPDATES).map(updateOf),
  };
}

function updateOf({ sequence, subjectId, status, kind, atMs, texts }: ShopperUpdate) {
  const at = iso(atMs);
  return {
    id: String(sequence),
    incident_id: subjectId,
    status,
    body: texts?.en ?? machineText(status, kind),
    created_at: at,
    display_at: at,
    updated_at: at,
  };
}
