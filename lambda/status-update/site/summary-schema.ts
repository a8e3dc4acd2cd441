import * as z from 'zod/mini';
import { instantSchema, pageSchema } from './page';

const componentSchema = z.object({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  position: z.number(),
  description: z.null(),
  group: z.boolean(),
  group_id: z.null(),
  only_show_if_degraded: z.boolean(),
  created_at: instantSchema,
  updated_at: instantSchema,
});

const updateSchema = z.object({
  id: z.string(),
  incident_id: z.string(),
  status: z.string(),
  body: z.string(),
  created_at: instantSchema,
  display_at: instantSchema,
  updated_at: instantSchema,
  affected_components: z.array(
    z.object({ code: z.string(), name: z.string(), old_status: z.string(), new_status: z.string() }),
  ),
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
export const summaryDocumentSchema = z.object({
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

/** `summary.json` as data. */
export type SummaryDocument = z.infer<typeof summaryDocumentSchema>;

/** A running incident in `summary.json`. */
export type SummaryIncident = z.infer<typeof incidentSchema>;

/** Planned work in `summary.json`. */
export type SummaryMaintenance = z.infer<typeof maintenanceSchema>;
