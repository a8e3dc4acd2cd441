import * as z from 'zod/mini';
import { ANNOUNCEMENT_KINDS, type Announcement } from './announcement';

/** Messages that are remembered: two days of a store that is down, with one each quarter of an hour. */
const MAX_MESSAGES = 200;

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

/** The messages, oldest first, with one more at their end; the oldest fall out. */
export function logMessage(messages: readonly LoggedMessage[], announcement: Announcement): LoggedMessage[] {
  const { incidentId, update, kind, atMs, nextUpdateAtMs = null } = announcement;
  return [...messages, { incidentId, update, kind, atMs, nextUpdateAtMs }].slice(-MAX_MESSAGES);
}
