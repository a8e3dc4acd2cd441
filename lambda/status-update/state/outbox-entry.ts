import * as z from 'zod/mini';
import { messageSchema } from '../contract/message';

/** A message on its way out. */
export const outboxEntrySchema = z.object({
  /** Incident id and number of the message. */
  id: z.string(),
  /** The recipients. Absent: on-call. */
  to: z.optional(z.literal('second-contact')),
  /** A newer message on the same subject says all that this one says. */
  reminder: z.boolean(),
  /** Until when one invocation has it to itself; 0 when nobody has. */
  leasedUntilMs: z.number(),
  /** How often it could not be sent. Absent: never. */
  refusals: z.optional(z.number()),
  /** How often nobody answered, so that it may have been sent. Absent: never. */
  doubts: z.optional(z.number()),
  /** When it may be tried again. Absent: at once. */
  notBeforeMs: z.optional(z.number()),
  message: messageSchema,
});

/** A message on its way out. */
export type OutboxEntry = Readonly<z.infer<typeof outboxEntrySchema>>;

/** Messages on their way out, oldest first. */
export type Outbox = readonly OutboxEntry[];
