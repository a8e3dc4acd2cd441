import * as z from 'zod/mini';

/** A message as people get it, one text per protocol. */
export const messageSchema = z.object({
  /** At most 99 printable ASCII characters. */
  subject: z.string(),
  /** Plain text for e-mail, and for every protocol without a form of its own. */
  body: z.string(),
  /** At most 160 characters of the GSM alphabet. */
  sms: z.string(),
  /** The same as data, as JSON, for the functions of channels. Absent: channels don't carry it. */
  data: z.optional(z.string()),
  /** Whether phones are left alone, if there is another way to people. Absent: they are not. */
  quiet: z.optional(z.boolean()),
});

/** A message as people get it. */
export type Message = Readonly<z.infer<typeof messageSchema>>;
