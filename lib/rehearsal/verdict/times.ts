import type { TimedEvent } from '../event-log';
import type { RehearsalRecord } from '../rehearsal';
import { KEPT_OUT, type Phase, type ShopperOutcome, type Sighting } from '../shoppers/tally';

/** How long things took, in milliseconds. Undefined: it did not happen. */
export interface RehearsalTimes {
  /** From the failure until Route 53 answers with SECONDARY. */
  readonly detectMs?: number;
  /** From the failure until the last resolver that was asked has switched: until its old answer expired. */
  readonly dnsMs?: number;
  /** From the failure until the first shopper sees the emergency page. */
  readonly firstPageMs?: number;
  /** From the failure until the first message arrives. */
  readonly alertMs?: number;
  /** From the repair until the first message says that it is over. */
  readonly recoveredMs?: number;
  /** From the repair until the last shopper who was kept from the store was let in. */
  readonly backMs?: number;
  /** The longest wait of a shopper while the fault lasted and after. */
  readonly worstWaitMs: number;
}

type Kind = TimedEvent['kind'];
type EventOf<K extends Kind> = Extract<TimedEvent, { kind: K }>;

/** What times are read from. */
export type TimedRecord = Pick<RehearsalRecord, 'events' | 'shoppers' | 'failsMs' | 'repairedMs'>;

/** Reads the times of a rehearsal from what happened. */
export function timesOf({ events, shoppers, failsMs, repairedMs }: TimedRecord): RehearsalTimes {
  const all = <K extends Kind>(kind: K) => events.filter((event): event is EventOf<K> => event.kind === kind);
  const since = (startMs: number, event: { readonly atMs: number } | undefined) =>
    event === undefined ? undefined : event.atMs - startMs;
  const messages = all('message');
  const answers = all('dns-answer');
  return {
    detectMs: since(
      failsMs,
      answers.find(({ answer }) => answer === 'SECONDARY'),
    ),
    dnsMs: dnsMs(answers, all('resolver-switched'), failsMs),
    firstPageMs: firstPageMs(shoppers, failsMs),
    alertMs: since(failsMs, messages[0]),
    recoveredMs: since(
      repairedMs,
      messages.find((message) => message.atMs >= repairedMs && saysOver(message)),
    ),
    backMs: since(repairedMs, lastOf(shoppers, 'after', KEPT_OUT)),
    worstWaitMs: Math.max(shoppers.waits.fault.maxMs, shoppers.waits.after.maxMs),
  };
}

/**
 * Of the first failover, where there are several. A resolver that nobody asks for a while has not led anybody astray
 * in that time: what counts is when its old answer expired.
 */
function dnsMs(
  answers: readonly EventOf<'dns-answer'>[],
  switches: readonly EventOf<'resolver-switched'>[],
  failsMs: number,
): number | undefined {
  const there = answers.find(({ answer }) => answer === 'SECONDARY')?.atMs ?? failsMs;
  const backMs = answers.find(({ answer, atMs }) => answer === 'PRIMARY' && atMs > there)?.atMs ?? Infinity;
  const first = switches.filter(({ answer, atMs }) => answer === 'SECONDARY' && atMs <= backMs);
  if (first.length === 0) return undefined;
  return Math.max(there, ...first.map(({ atMs, expiredMs = atMs }) => expiredMs)) - failsMs;
}

function firstPageMs({ phases }: RehearsalRecord['shoppers'], failsMs: number): number | undefined {
  const first = phases.fault['emergency page'].first ?? phases.after['emergency page'].first;
  return first === undefined ? undefined : first.atMs + first.waitMs - failsMs;
}

/** The last request of a phase that came to one of the outcomes. */
export const lastOf = (
  { phases }: RehearsalRecord['shoppers'],
  phase: Phase,
  outcomes: readonly ShopperOutcome[],
): Sighting | undefined =>
  outcomes
    .map((outcome) => phases[phase][outcome].last)
    .filter((sighting) => sighting !== undefined)
    .sort((a, b) => a.atMs - b.atMs)
    .at(-1);

/** Understudy says RESOLVED, and before that that the store has recovered; CloudWatch's own messages begin with OK. */
const saysOver = ({ subject }: { readonly subject: string }): boolean =>
  /\bRESOLVED\b|: recovered from |^OK:/.test(subject);
