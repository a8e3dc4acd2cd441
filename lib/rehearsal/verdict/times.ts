import type { TimedEvent } from '../event-log';

/** How long things took, in milliseconds. Undefined: it did not happen. */
export interface RehearsalTimes {
  /** From the failure until Route 53 answers with SECONDARY. */
  readonly detectMs?: number;
  /** From the failure until the last resolver that was asked has switched. */
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

/** Reads the times of a rehearsal from its events. */
export function timesOf(events: readonly TimedEvent[]): RehearsalTimes {
  const all = <K extends Kind>(kind: K) => events.filter((event): event is EventOf<K> => event.kind === kind);
  const failedMs = all('fault').find(({ phase }) => phase === 'starts')?.atMs ?? Number.NaN;
  const repairedMs = all('fault').find(({ phase }) => phase === 'ends')?.atMs ?? Number.NaN;
  const since = (startMs: number, event: TimedEvent | undefined) =>
    event === undefined ? undefined : event.atMs - startMs;
  const shoppers = all('shopper');
  const messages = all('message');
  return {
    detectMs: since(
      failedMs,
      all('dns-answer').find(({ answer }) => answer === 'SECONDARY'),
    ),
    dnsMs: since(
      failedMs,
      all('resolver-switched').findLast(({ answer }) => answer === 'SECONDARY'),
    ),
    firstPageMs: since(
      failedMs,
      shoppers.find(({ outcome }) => outcome === 'emergency page'),
    ),
    alertMs: since(failedMs, messages[0]),
    recoveredMs: since(
      repairedMs,
      messages.find((message) => message.atMs >= repairedMs && saysOver(message)),
    ),
    backMs: since(
      repairedMs,
      shoppers.findLast(({ outcome, atMs }) => outcome !== 'store' && atMs >= repairedMs),
    ),
    worstWaitMs: Math.max(0, ...shoppers.map(({ waitMs }) => waitMs)),
  };
}

/** Understudy says RESOLVED; CloudWatch's own messages begin with OK. */
const saysOver = ({ subject }: { readonly subject: string }): boolean => /\bRESOLVED\b|^OK:/.test(subject);
