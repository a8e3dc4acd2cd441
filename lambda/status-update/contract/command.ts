import * as z from 'zod/mini';
import { HOLD_MINUTES, SIDES } from './hold';
import { IN_CHAT } from './in-chat';
import { MAX_NOTE_LENGTH, NOTE_KINDS } from './marker';
import { spokenTextsSchema } from './texts';

/** In every command: sent twice, it takes effect once. */
const id = z.string().check(z.minLength(1), z.maxLength(64));

/** What a person can ask for. */
export const commandSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('say'),
    id,
    texts: spokenTextsSchema,
    phase: z.optional(z.enum(['investigating', 'identified'])),
    /** Null takes an earlier estimate back; absent leaves it. */
    expectedBackMs: z.optional(z.nullable(z.number())),
    nextUpdateAtMs: z.optional(z.number()),
  }),
  z.object({ kind: z.literal('retract'), id }),
  z.object({ kind: z.literal('ack'), id }),
  z.object({
    kind: z.literal('open-maintenance'),
    id,
    startMs: z.number(),
    endMs: z.number(),
    texts: spokenTextsSchema,
  }),
  z.object({ kind: z.literal('close-maintenance'), id }),
  z.object({
    kind: z.literal('deployed'),
    id,
    version: z.string().check(z.regex(/^[\x21-\x7e]{1,40}$/)),
  }),
  z.object({
    kind: z.literal('note'),
    id,
    about: z.enum(NOTE_KINDS),
    text: z.string().check(z.minLength(1), z.maxLength(MAX_NOTE_LENGTH), z.regex(/^\P{Cc}+$/u)),
  }),
  z.object({ kind: z.literal('drill'), id, untilMs: z.number() }),
  z.object({
    kind: z.literal('hold-failover'),
    id,
    side: z.enum(SIDES),
    forMinutes: z.int().check(z.minimum(HOLD_MINUTES.min), z.maximum(HOLD_MINUTES.max)),
  }),
  z.object({ kind: z.literal('release-failover'), id }),
  z.object({ kind: z.literal('show-failover'), id }),
]);

/** What a person can ask for. */
export type Command = Readonly<z.infer<typeof commandSchema>>;

const requestSchema = z.object({
  source: z.literal('understudy.cli'),
  /** Only show what would be sent. */
  preview: z.boolean(),
  /**
   * ARN of who asks, as the command line says, or somebody in a chat: for the log and the review. Absent: it could not
   * tell. IAM's paths alone may have 512 characters.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
   */
  by: z.optional(z.union([z.literal(IN_CHAT), z.string().check(z.regex(/^arn:[\x21-\x7e]{1,1000}$/))])),
  command: commandSchema,
});

/** A command on its way into the function. */
export type CommandRequest = Readonly<z.infer<typeof requestSchema>>;

/** Whether an event comes from a person. EventBridge's events name another source. */
export function isCommandRequest(event: unknown): boolean {
  return (
    typeof event === 'object' && event !== null && 'source' in event && event.source === 'understudy.cli'
  );
}

/** The command in an event; undefined when it has not the form of one that this version knows. */
export function readCommandRequest(event: unknown): CommandRequest | undefined {
  return requestSchema.safeParse(event).data;
}
