import * as z from 'zod/mini';

const environmentSchema = z.object({
  DEAD_LETTER_QUEUE_URL: z.string(),
  /** Where the state is, and the key of the store's own item. */
  TABLE_NAME: z.string(),
  STATE_KEY: z.string(),
  /** A Secrets Manager secret whose whole text is the key or the URL. Channels with a receiver outside AWS have one. */
  SECRET_ARN: z.optional(z.string()),
  /** The topic of channels that hand on to another topic. */
  TARGET_TOPIC_ARN: z.optional(z.string()),
  /** What people in a chat type to acknowledge, where they may. */
  ACK_LINE: z.optional(z.string()),
  /** Where to post when the secret is a key and no URL. */
  ENDPOINT: z.optional(z.string()),
});

/** A channel function's environment variables, checked. @throws ZodError naming the variable */
export function readEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<z.infer<typeof environmentSchema>> {
  return environmentSchema.parse(environment);
}
