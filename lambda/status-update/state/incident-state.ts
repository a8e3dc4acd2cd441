import * as z from 'zod/mini';
import { holdSchema } from '../contract/hold';
import { markerSchema } from '../contract/marker';
import { incidentTargetsSchema } from '../contract/target-times';
import { textsSchema } from '../contract/texts';
import { alarmFactSchema } from './alarm-facts';
import { dailyCounterSchema } from './daily-counter';
import { impactSchema } from './impact';
import { loggedMessageSchema } from './logged-message';
import { maintenanceSchema } from './maintenance';
import { outboxEntrySchema } from './outbox-entry';
import { reviewDueSchema } from './review-due';
import { shopperUpdateSchema } from './shopper-update';

/** What a person said last about an incident. */
export const statementSchema = z.object({
  texts: textsSchema,
  /** When the person expects the store back. Null: no estimate, which is what shoppers are best told. */
  expectedBackMs: z.nullable(z.number()),
});

/** What a person said last about an incident. */
export type Statement = Readonly<z.infer<typeof statementSchema>>;

/** An incident that is not over yet. */
export const incidentSchema = z.object({
  id: z.string(),
  /** The first failing datapoint, or else the change of the first alarm. */
  startedAtMs: z.number(),
  /** Change of the first alarm. Null: the same. */
  alarmedAtMs: z._default(z.nullable(z.number()), null),
  /** What people were last told. */
  told: impactSchema,
  /** The worst that people were told. */
  worst: impactSchema,
  /** Statuspage's words. `monitoring` while it is well and has to stay so. */
  phase: z.enum(['investigating', 'identified', 'monitoring']),
  /** Names of the alarms that are not known to be over. */
  alarmNames: z.array(z.string()),
  /** Number of the last message, from 1. */
  updates: z.number(),
  /** 2 once it came back after it was resolved, 3 after the next time. Absent: it has not. */
  round: z.optional(z.number()),
  nextUpdateAtMs: z.number(),
  /** Since when the incident is milder than `told`. */
  easedSinceMs: z.nullable(z.number()),
  /** Since when every alarm is OK. */
  wellSinceMs: z.nullable(z.number()),
  /** Whether people were told that it goes up and down. */
  unstable: z.boolean(),
  /** The one that keeps the promise of the next update; the machine does when the person doesn't. */
  speaker: z.enum(['machine', 'person']),
  /** Whether the person was reminded of the update that is promised now. */
  nudged: z.boolean(),
  words: z.nullable(statementSchema),
  /** When a person first gave a command about it: somebody has seen it. */
  acknowledgedAtMs: z._default(z.nullable(z.number()), null),
  /** ARN of who has it now. Absent: nobody, or AWS did not say. */
  acknowledgedBy: z.optional(z.string()),
  /** From when on the second contact is told unless somebody acknowledges it. Absent: never. */
  escalateAtMs: z.optional(z.number()),
  /** When the second contact was told. Absent: it was not. */
  escalatedAtMs: z.optional(z.number()),
  /** Absent: there are none. */
  targets: z.optional(incidentTargetsSchema),
  /** Whether it happened on purpose. */
  drill: z.boolean(),
  /** When a message last went to phones, too. Absent: none has. */
  calledAtMs: z.optional(z.number()),
});

/** An incident that is not over yet. */
export type Incident = Readonly<z.infer<typeof incidentSchema>>;

/** Something that changed at the store, as somebody told. */
export const deploymentSchema = z.object({ version: z.string(), atMs: z.number() });

/**
 * All that the function remembers: one DynamoDB item, written as a whole. The item outlives deployments of the
 * function, so a field added later needs a default.
 */
export const incidentStateSchema = z.object({
  /** Grows with each write; 0 before the first. */
  version: z.number(),
  alarms: z.record(z.string(), alarmFactSchema),
  incident: z.nullable(incidentSchema),
  /** The last incident as it was resolved, until another one opens: an outage that comes back soon goes on with it. */
  closed: z.nullable(incidentSchema),
  counter: dailyCounterSchema,
  /** The same of maintenance windows. */
  maintenanceCounter: dailyCounterSchema,
  /** Epochs of the incident's latest changes between down and up, oldest first. */
  changes: z.array(z.number()),
  /** Number of changes so far, over all incidents: readers of `status.json` ignore what is not newer. */
  sequence: z.number(),
  /** The sequence number that the emergency site is known to show. */
  published: z.number(),
  /** What shoppers were told, newest first. */
  history: z.array(shopperUpdateSchema),
  /** What on-call was told, oldest first. */
  messages: z.array(loggedMessageSchema),
  /** Planned work: what is planned, under way and lately over. */
  maintenance: z.array(maintenanceSchema),
  /** The last deployment of the store that somebody told of. */
  deployment: z.nullable(deploymentSchema),
  /** What somebody noted last, deployments included, newest first. */
  markers: z.array(markerSchema),
  /** The failover that a person holds. Null: the health checks decide. */
  hold: z.nullable(holdSchema),
  /** Incidents that open before this are drills. */
  drillUntilMs: z.number(),
  /** Ids of the last commands, so that one that comes twice is carried out once. */
  commands: z.array(z.string()),
  /** Incidents that are over and have no review yet, oldest first. */
  reviews: z.array(reviewDueSchema),
  /** When the last sign of life was sent. */
  heartbeatMs: z.number(),
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
  closed: null,
  counter: { day: '', count: 0 },
  maintenanceCounter: { day: '', count: 0 },
  changes: [],
  sequence: 0,
  // Below the first sequence number, so that the first wake-up writes the files.
  published: -1,
  history: [],
  messages: [],
  maintenance: [],
  deployment: null,
  markers: [],
  hold: null,
  drillUntilMs: 0,
  commands: [],
  reviews: [],
  heartbeatMs: 0,
  outbox: [],
};
