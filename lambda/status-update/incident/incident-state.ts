import * as z from 'zod/mini';
import { outboxEntrySchema } from '../outbox/outbox';
import { alarmFactSchema } from './alarm-facts';
import { incidentCounterSchema } from './incident-number';
import { scopeSchema } from './scope';

/** An incident that is not over yet. */
export const incidentSchema = z.object({
  id: z.string(),
  /** Change of the first alarm. */
  startedAtMs: z.number(),
  /** What people were last told. */
  told: scopeSchema,
  /** Names of the alarms that are not known to be over. */
  alarmNames: z.array(z.string()),
  /** Number of the last message, from 1. */
  updates: z.number(),
  nextUpdateAtMs: z.number(),
  /** Since when the incident is milder than `told`. */
  easedSinceMs: z.nullable(z.number()),
});

/** An incident that is not over yet. */
export type Incident = Readonly<z.infer<typeof incidentSchema>>;

/**
 * All that the function remembers: one DynamoDB item, written as a whole. The item outlives deployments, so a field
 * added later must be optional.
 */
export const incidentStateSchema = z.object({
  /** Grows with each write; 0 before the first. */
  version: z.number(),
  alarms: z.record(z.string(), alarmFactSchema),
  incident: z.nullable(incidentSchema),
  counter: incidentCounterSchema,
  /** Number of changes so far, over all incidents: readers of `status.json` ignore what is not newer. */
  sequence: z.number(),
  /** Messages that are decided but not known to be sent, oldest first. */
  outbox: z.array(outboxEntrySchema),
});

/** All that the function remembers. */
export type IncidentState = Readonly<z.infer<typeof incidentStateSchema>>;

/** Before the first wake-up. */
export const INITIAL_STATE: IncidentState = {
  version: 0,
  alarms: {},
  incident: null,
  counter: { day: '', count: 0 },
  sequence: 0,
  outbox: [],
};
