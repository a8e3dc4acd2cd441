import * as z from 'zod/mini';

const instant = z.iso.datetime();

/**
 * One message about an incident as data, for channels that write their own: chat, pagers, other programs. It goes
 * out in the same publish as the texts for people, so that all of them say the same.
 */
export const structuredUpdateSchema = z.object({
  schema: z.literal(1),
  incidentId: z.string(),
  /** Number of the message within its incident, from 1: receivers ignore what is not newer. */
  update: z.number(),
  /**
   * One more each time that the incident came back after it was resolved: `resolved` ends its own round only, however
   * late it comes. Messages that were written before this key existed have none.
   */
  round: z._default(z.number(), 1),
  /** Why it was sent, such as `opened` or `still`. */
  kind: z.string(),
  phase: z.enum(['investigating', 'identified', 'monitoring', 'resolved']),
  severity: z.enum(['SEV1', 'SEV2', 'SEV3']),
  drill: z.boolean(),
  /** Whether somebody has the incident. Messages that were written before this key existed have none. */
  acknowledged: z._default(z.boolean(), false),
  /** Subject of the e-mail, but for the number and the time: a channel that shows a title has its own way to say these. */
  subject: z.string(),
  /** What is wrong, in a few words: `checkout down`. */
  headline: z.string(),
  /** What is wrong, or what was, and what it means for shoppers. */
  what: z.string(),
  /** What the stack did about it by itself, or what shoppers read of it. */
  now: z.string(),
  /** What on-call should do. */
  you: z.string(),
  /** What else is known, such as failing checkers by region, numbers, the last changes, contacts. May be empty. */
  facts: z.array(z.object({ name: z.string(), text: z.string() })),
  store: z.object({ domainName: z.string(), name: z.string() }),
  /** The kind of the worst symptom, such as `store-down` or `on-standby`, and everything that shows it. */
  symptom: z.object({ kind: z.string(), labels: z.array(z.string()) }),
  /** Empty when it is well. */
  alarmNames: z.array(z.string()),
  /** The first failing datapoint, or else the change of the first alarm. */
  startedAt: instant,
  at: instant,
  /** Null when there is no further message. */
  nextUpdateAt: z.nullable(instant),
  /** Where to look. The user's runbook, the generated one, the dashboard, then what else there is. */
  links: z.array(z.object({ name: z.string(), url: z.string() })),
});

/** One message about an incident as data. */
export type StructuredUpdate = Readonly<z.infer<typeof structuredUpdateSchema>>;
