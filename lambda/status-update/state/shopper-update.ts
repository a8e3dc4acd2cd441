import * as z from 'zod/mini';
import { SCOPE_KINDS } from '../contract/severity';
import { textsSchema } from '../contract/texts';

/** What shoppers were told once: the life cycle of incidents and of maintenance, in Statuspage's words. */
export const shopperUpdateSchema = z.object({
  /** The state's sequence number when it was told: unique, and it grows. */
  sequence: z.number(),
  /** Id of the incident or the maintenance window. */
  subjectId: z.string(),
  status: z.enum([
    'investigating',
    'identified',
    'monitoring',
    'resolved',
    'scheduled',
    'in_progress',
    'completed',
    'cancelled',
  ]),
  /** What was wrong; `maintenance` when it was planned. */
  kind: z.enum([...SCOPE_KINDS, 'maintenance']),
  startedAtMs: z.number(),
  atMs: z.number(),
  /** A person's words, in English only. Null: the machine's own, which follow from kind and status. */
  texts: z.nullable(textsSchema),
  /** Whether it was an exercise. Absent: no. */
  drill: z.optional(z.boolean()),
  /** ARN of the person who said or retracted something, for the review; nothing public names it. */
  by: z.optional(z.string()),
});

/** What shoppers were told once. */
export type ShopperUpdate = Readonly<z.infer<typeof shopperUpdateSchema>>;
