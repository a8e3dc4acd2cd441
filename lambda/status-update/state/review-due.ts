import * as z from 'zod/mini';
import { markerSchema } from '../contract/marker';
import { incidentTargetsSchema } from '../contract/target-times';
import { impactSchema } from './impact';

/** An incident that is well again and whose review is to be written: a first one now, the last one when it is resolved. */
export const reviewDueSchema = z.object({
  incidentId: z.string(),
  /** The worst that it was. */
  scope: impactSchema,
  /** The first failing datapoint, or else the change of the first alarm. */
  startedAtMs: z.number(),
  /** Change of the first alarm. Null: the same. */
  alarmedAtMs: z._default(z.nullable(z.number()), null),
  /** Since when every alarm is OK. */
  wellSinceMs: z.number(),
  /** When it was called resolved. Null: it has to stay well for that. */
  resolvedAtMs: z.nullable(z.number()),
  /** When a person first gave a command about it. */
  acknowledgedAtMs: z._default(z.nullable(z.number()), null),
  /** Messages about it. */
  updates: z.number(),
  drill: z.boolean(),
  /** The last deployment of the store that somebody told of. */
  deployment: z.nullable(z.object({ version: z.string(), atMs: z.number() })),
  /** The last things that somebody noted, newest first. Absent: only the deployment is known. */
  markers: z.optional(z.array(markerSchema)),
  /** Absent: there were none. */
  targets: z.optional(incidentTargetsSchema),
});

/** An incident that is well again and whose review is to be written. */
export type ReviewDue = Readonly<z.infer<typeof reviewDueSchema>>;
