import * as z from 'zod/mini';
import { ANNOUNCEMENT_KINDS } from './announcement-kind';

/** One message to on-call, for the review. Reminders are on no other record. */
export const loggedMessageSchema = z.object({
  incidentId: z.string(),
  /** Its number within the incident, from 1. */
  update: z.number(),
  kind: z.enum(ANNOUNCEMENT_KINDS),
  atMs: z.number(),
  /** By when it promised the next one. Null: no further message. */
  nextUpdateAtMs: z.nullable(z.number()),
});

/** One message to on-call, as the review shows it. */
export type LoggedMessage = Readonly<z.infer<typeof loggedMessageSchema>>;
