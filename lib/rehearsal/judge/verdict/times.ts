import type { TimedEvent } from '../../kernel/event-log';
import type { ShopperOutcome } from '../../kernel/shopper-outcome';
import {
  answeredBy,
  KEPT_OUT,
  longestWaitWithin,
  type Phase,
  type SampleRequest,
  type TallyWindow,
} from '../../record/tally';
import type { CountedInstants, RehearsalRecord } from '../record';
import { knowsOfTroubleMs, overForGoodMs, recipientsOf, type ToldMessage } from './delivered-messages';

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
  /** The longest wait of a shopper for a page while the fault lasted and after. */
  readonly worstWaitMs: number;
  /** The longest wait for the answer to a form in that time. */
  readonly worstFormWaitMs: number;
  /**
   * The longest wait of a shopper who asked once the last resolver had switched and everybody who had asked before had an
   * answer: at an edge location, who asks for the same object waits for the request that is under way.
   * Undefined: no resolver has switched.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html#request-custom-traffic-spikes
   */
  readonly switchedWaitMs?: number;
}

type Kind = TimedEvent['kind'];
type EventOf<K extends Kind> = Extract<TimedEvent, { kind: K }>;

/** What times are read from. */
export type TimedRecord = Pick<RehearsalRecord, 'events' | 'shoppers' | 'failsMs' | 'repairedMs' | 'counted'>;

/** Reads the times of a rehearsal from what happened. */
export function timesOf(record: TimedRecord): RehearsalTimes {
  const { events, shoppers, failsMs, repairedMs, counted } = record;
  const sinceFailure = (atMs: number | undefined) => after(counted.failsMs, atMs);
  const recipients = recipientsOf(events);
  const toldMs = (fits?: (message: ToldMessage) => boolean) =>
    knowsOfTroubleMs(recipients, { failsMs, sinceMs: counted.failsMs }, fits);
  return {
    detectMs: sinceFailure(secondaryMs(eventsOf('dns-answer', events), counted.failsMs)),
    dnsMs: sinceFailure(switchedMs(events, counted.failsMs)),
    firstPageMs: sinceFailure(shoppers.firstPageMs),
    alertMs: sinceFailure(toldMs()),
    announcedMs: sinceFailure(toldMs(isOfIncident)),
    recoveredMs: sinceRepair(overForGoodMs(recipients, counted.repairedMs), counted),
    backMs: backMs(shoppers, repairedMs),
    worstWaitMs: Math.max(shoppers.waits.fault.maxMs, shoppers.waits.after.maxMs),
    worstFormWaitMs: Math.max(shoppers.formWaits.fault.maxMs, shoppers.formWaits.after.maxMs),
    switchedWaitMs: switchedWaitMs(record),
  };
}

const eventsOf = <K extends Kind>(kind: K, events: readonly TimedEvent[]) =>
  events.filter((event): event is EventOf<K> => event.kind === kind);

const after = (startMs: number, atMs: number | undefined) =>
  atMs === undefined ? undefined : atMs - startMs;

/** Where the store fails once more later on, and people are told of that too, the end that counts is the last one. */
function sinceRepair(atMs: number | undefined, { repairedMs, repairedAgainMs }: CountedInstants) {
  if (atMs === undefined) {
    return undefined;
  }
  return atMs - (repairedAgainMs.findLast((repairMs) => repairMs <= atMs) ?? repairedMs);
}

/** Each failure from the moment when the last resolver has switched until the next failure. Empty: none ever does. */
export const windowsOnceSwitched = ({
  events,
  counted: { failsMs, failsAgainMs },
}: Pick<TimedRecord, 'events' | 'counted'>): readonly TallyWindow[] =>
  [failsMs, ...failsAgainMs].flatMap((beginsMs, index) => {
    const toMs = failsAgainMs[index] ?? Number.POSITIVE_INFINITY;
    const fromMs = switchedMs(events, beginsMs);
    return fromMs === undefined || fromMs >= toMs ? [] : [{ fromMs, toMs }];
  });

/** Undefined: no resolver has switched. */
function switchedWaitMs(record: TimedRecord): number | undefined {
  const waits = windowsOnceSwitched(record).map(({ fromMs, toMs }) =>
    longestWaitWithin(record.shoppers, { fromMs: answeredBy(record.shoppers, fromMs), toMs }),
  );
  return waits.length === 0 ? undefined : Math.max(...waits);
}

/** When Route 53 answers with SECONDARY, as it may do already when the store fails. Undefined: never. */
function secondaryMs(answers: readonly EventOf<'dns-answer'>[], failsMs: number): number | undefined {
  const before = answers.findLast(({ atMs }) => atMs <= failsMs);
  if (before?.answer === 'SECONDARY') {
    return failsMs;
  }
  return answers.find(({ answer, atMs }) => answer === 'SECONDARY' && atMs > failsMs)?.atMs;
}

/**
 * Of the first failover, where there are several. A resolver that nobody asks for a while has not led anybody astray
 * in that time: what counts is when its old answer expired, also where it asked only once Route 53 had gone back. One
 * that had none has never led anybody astray.
 */
function switchedMs(events: readonly TimedEvent[], failsMs: number): number | undefined {
  const answers = eventsOf('dns-answer', events);
  const there = secondaryMs(answers, failsMs) ?? failsMs;
  const primaryMs = answers.filter(({ answer }) => answer === 'PRIMARY').map(({ atMs }) => atMs);
  const beforeMs = primaryMs.findLast((atMs) => atMs <= there) ?? Number.NEGATIVE_INFINITY;
  const backMs = primaryMs.find((atMs) => atMs > there) ?? Number.POSITIVE_INFINITY;
  const first = eventsOf('resolver-switched', events).filter(
    ({ answer, atMs }) => answer === 'SECONDARY' && atMs >= beforeMs && atMs <= backMs,
  );
  if (first.length === 0) {
    return undefined;
  }
  const slept = eventsOf('resolver-slept', events).filter(({ expiredMs }) => expiredMs <= backMs);
  return Math.max(there, ...[...first, ...slept].map(({ expiredMs = there }) => expiredMs));
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
): SampleRequest | undefined =>
  outcomes
    .map((outcome) => phases[phase][outcome].last)
    .filter((sighting) => sighting !== undefined)
    .sort((a, b) => a.atMs - b.atMs)
    .at(-1);

const isOfIncident = ({ incidentId }: ToldMessage): boolean => incidentId !== undefined;
