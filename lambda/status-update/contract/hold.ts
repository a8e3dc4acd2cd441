import * as z from 'zod/mini';
import { MINUTE_MS } from '../../shared/contract/clock-units';

/** The two records of a failover pair. */
export const SIDES = ['primary', 'secondary'] as const;

/** One of {@link SIDES}. */
export type Side = (typeof SIDES)[number];

/** How long a person may hold the failover at a time, in whole minutes. */
export const HOLD_MINUTES = { min: 5, default: 60, max: 24 * 60 } as const;

/**
 * The health threshold that makes a calculated health check healthy, or unhealthy, whatever its children say. Route 53
 * always considers one with 0 healthy, and one with more than it has children unhealthy; 256 is the most that the API
 * takes, and a calculated health check has at most 255 children, so that it holds when a deployment adds endpoints.
 *
 * `Inverted` would only turn round what the children say, and `Disabled` is no property of CloudFormation's.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_UpdateHealthCheck.html
 * @see https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html
 */
export const HELD_THRESHOLD: Readonly<Record<Side, number>> = { primary: 0, secondary: 256 };

/** The end of a hold, as it is written down outside of the function. */
export const writtenEndSchema = z.object({
  atMs: z.number(),
  /** The health threshold as deployed, which comes back then. */
  healthThreshold: z.number(),
});

/** The end of a hold, as it is written down outside of the function. */
export type WrittenEnd = Readonly<z.infer<typeof writtenEndSchema>>;

/** A failover that a person has taken out of the health checks' hands until a time. */
export const holdSchema = z.object({
  /** Id of the command that asked for it first. */
  id: z.string(),
  side: z.enum(SIDES),
  /** ARN of who asked for it last. Absent: the command line could not tell. */
  by: z.optional(z.string()),
  endsAtMs: z.number(),
  /** Whether a person ended it before its time, and who, where the command line could tell. */
  released: z.optional(z.object({ by: z.optional(z.string()) })),
  /** Since when Route 53 answers so. Null: not yet. */
  sinceMs: z.nullable(z.number()),
  /** What EventBridge Scheduler was told last. Null: nothing yet. */
  written: z.nullable(writtenEndSchema),
  /** What on-call was told last: the end, when, and whether they were warned of it. Null: nothing yet. */
  told: z.nullable(z.object({ endsAtMs: z.number(), atMs: z.number(), warned: z.boolean() })),
  /** Number of its last message; 0 before the first. */
  messages: z.number(),
  /** Until when one invocation has Route 53 and the Scheduler to itself; 0 when none has. */
  leasedUntilMs: z.number(),
});

/** A failover that a person has taken out of the health checks' hands until a time. */
export type Hold = Readonly<z.infer<typeof holdSchema>>;

/** Whether its time is up, or somebody ended it. It stays in the state until Route 53 has taken the end, too. */
export function isOver({ endsAtMs }: Hold, nowMs: number): boolean {
  return endsAtMs <= nowMs;
}

/** The hold that Route 53 answers by now. Undefined also for one that has not come to that yet. */
export function holdInForce(hold: Hold | null, nowMs: number): Hold | undefined {
  return hold === null || hold.sinceMs === null || isOver(hold, nowMs) ? undefined : hold;
}

/**
 * Whether a hold that Route 53 does not answer by, or no more, is still worth throwing. Not in its last minute: the
 * Scheduler's clock may be a little ahead, and an end that has come would not come a second time.
 */
export function isWorthThrowing({ endsAtMs }: Hold, nowMs: number): boolean {
  return endsAtMs - nowMs > MINUTE_MS;
}

/** The side that is held, by whom, and until when. */
export type Held = Pick<Hold, 'side' | 'by' | 'endsAtMs'>;

/** The holder, in full. */
export function holderOf({ by }: Pick<Hold, 'by'>): string {
  return by ?? 'somebody';
}
