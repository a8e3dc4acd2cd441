import type { TimedEvent } from '../event-log';
import type { RehearsalRecord } from '../rehearsal';
import {
  answeredBy,
  KEPT_OUT,
  longestWaitSince,
  type Phase,
  type ShopperOutcome,
  type Sighting,
} from '../shoppers/tally';
import { firstTroubleMs, overForGoodMs, recipientsOf, type ToldMessage } from './told';

/** How long things took, in milliseconds. Undefined: it did not happen. */
export interface RehearsalTimes {
  /** From the failure until Route 53 answers with SECONDARY. */
  readonly detectMs?: number;
  /** From the failure until the last resolver that was asked has switched: until its old answer expired. */
  readonly dnsMs?: number;
  /** From the failure until the first shopper could see the emergency page, also one who had given up by then. */
  readonly firstPageMs?: number;
  /** From the failure until the first message of trouble arrives. */
  readonly alertMs?: number;
  /** From the failure until the first message about an incident arrives. */
  readonly announcedMs?: number;
  /** From the repair until a message says that it is over, after which none tells its reader of trouble again. */
  readonly recoveredMs?: number;
  /** From the repair until the last shopper who was kept from the store was let in. */
  readonly backMs?: number;
  /** The longest wait of a shopper while the fault lasted and after. */
  readonly worstWaitMs: number;
  /**
   * The longest wait of a shopper who asked once the last resolver had switched and whoever had asked before had an
   * answer: at an edge location, who asks for the same object waits for the request that is under way.
   * Undefined: no resolver has switched.
   * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html#request-custom-traffic-spikes
   */
  readonly switchedWaitMs?: number;
}

type Kind = TimedEvent['kind'];
type EventOf<K extends Kind> = Extract<TimedEvent, { kind: K }>;

/** What times are read from. */
export type TimedRecord = Pick<RehearsalRecord, 'events' | 'shoppers' | 'failsMs' | 'repairedMs'>;

/** Reads the times of a rehearsal from what happened. */
export function timesOf({ events, shoppers, failsMs, repairedMs }: TimedRecord): RehearsalTimes {
  const all = <K extends Kind>(kind: K) => events.filter((event): event is EventOf<K> => event.kind === kind);
  const after = (startMs: number, atMs: number | undefined) =>
    atMs === undefined ? undefined : atMs - startMs;
  const recipients = recipientsOf(events);
  const answers = all('dns-answer');
  const switchedMs = dnsMs(answers, all('resolver-switched'), failsMs);
  return {
    detectMs: after(failsMs, secondaryMs(answers, failsMs)),
    dnsMs: switchedMs,
    firstPageMs: after(failsMs, shoppers.firstPageMs),
    alertMs: after(failsMs, firstTroubleMs(recipients, failsMs)),
    announcedMs: after(failsMs, firstTroubleMs(recipients, failsMs, isOfIncident)),
    recoveredMs: after(repairedMs, overForGoodMs(recipients, repairedMs)),
    backMs: backMs(shoppers, repairedMs),
    worstWaitMs: Math.max(shoppers.waits.fault.maxMs, shoppers.waits.after.maxMs),
    switchedWaitMs:
      switchedMs === undefined
        ? undefined
        : longestWaitSince(shoppers, answeredBy(shoppers, failsMs + switchedMs)),
  };
}

/** When Route 53 answers with SECONDARY, as it may do already when the store fails. Undefined: never. */
function secondaryMs(answers: readonly EventOf<'dns-answer'>[], failsMs: number): number | undefined {
  const before = answers.findLast(({ atMs }) => atMs <= failsMs);
  if (before?.answer === 'SECONDARY') return failsMs;
  return answers.find(({ answer, atMs }) => answer === 'SECONDARY' && atMs > failsMs)?.atMs;
}

/**
 * Of the first failover, where there are several. A resolver that nobody asks for a while has not led anybody astray
 * in that time: what counts is when its old answer expired. One that had none has never led anybody astray.
 */
function dnsMs(
  answers: readonly EventOf<'dns-answer'>[],
  switches: readonly EventOf<'resolver-switched'>[],
  failsMs: number,
): number | undefined {
  const there = secondaryMs(answers, failsMs) ?? failsMs;
  const backMs = answers.find(({ answer, atMs }) => answer === 'PRIMARY' && atMs > there)?.atMs ?? Infinity;
  const first = switches.filter(({ answer, atMs }) => answer === 'SECONDARY' && atMs <= backMs);
  if (first.length === 0) return undefined;
  return Math.max(there, ...first.map(({ expiredMs = there }) => expiredMs)) - failsMs;
}

/** Undefined where everybody was back before the repair, or nobody was ever kept out. */
function backMs(shoppers: RehearsalRecord['shoppers'], repairedMs: number): number | undefined {
  const { lastReturnMs = 0 } = shoppers;
  const keptOutMs = lastOf(shoppers, 'after', KEPT_OUT)?.atMs ?? 0;
  const lastMs = Math.max(lastReturnMs, keptOutMs);
  return lastMs > repairedMs ? lastMs - repairedMs : undefined;
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

const isOfIncident = ({ incidentId }: ToldMessage): boolean => incidentId !== undefined;
