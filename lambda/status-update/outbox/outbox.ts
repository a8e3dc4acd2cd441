import { MINUTE_MS } from '../../shared/contract/clock-units';
import type { Outbox, OutboxEntry } from '../state/outbox-entry';

/**
 * Longer than the function may run (30 s), so that an expired lease belongs to a dead invocation; shorter than the
 * minute that Lambda waits before it retries one.
 */
const LEASE_MS = 45_000;

/** Messages that wait at most, and their bytes: all of them are kept in one item of DynamoDB, which has 400 KB. */
const MAX_WAITING = 20;
const MAX_BYTES = 200_000;

/** Refusals after which a message no longer holds up those behind it: the fault is its own, or it is late already. */
const SET_ASIDE_AFTER = 5;

/** Refusals after which a message is given up. With a try or more each minute, nobody needs it any longer. */
const GIVEN_UP_AFTER = 1_000;

/**
 * Pauses before a message that may have been sent goes out once more: after the first doubt and after every further one.
 *
 * Decided: a message that is lost is worse than one that comes twice, so none is given up for a doubt. But an SNS that is
 * slow sends what it does not confirm, so that people must not get a copy with each run: one after a minute, marked, and
 * from then on one each quarter of an hour, the pace of the messages about a store that is down.
 */
const DOUBT_PAUSE_MS = { first: MINUTE_MS, further: 15 * MINUTE_MS } as const;

/** What an invocation may do with the outbox now. */
export type Claim =
  | { readonly kind: 'empty' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'claimed'; readonly entry: OutboxEntry; readonly outbox: Outbox };

/**
 * The outbox with one more message. It takes the place of reminders on the same subject, to the same people, that nobody
 * has begun to send. A drill or planned work says nothing of an incident.
 */
export function enqueue(outbox: Outbox, entry: OutboxEntry): Outbox {
  const others = outbox.filter((one) => !one.reminder || one.leasedUntilMs > 0 || !isAlike(one, entry));
  const waiting = [...others, entry].slice(-MAX_WAITING);
  // The newest always stays: it says what is so now.
  while (waiting.length > 1 && Buffer.byteLength(JSON.stringify(waiting)) > MAX_BYTES) {
    waiting.shift();
  }
  return waiting;
}

/** Ids of the messages of an outbox that another one has no more, reminders aside. */
export function droppedBetween(before: Outbox, after: Outbox): readonly string[] {
  const left = new Set(after.map(({ id }) => id));
  return before.flatMap(({ id, reminder }) => (reminder || left.has(id) ? [] : [id]));
}

/** Whether a message was refused so often that others may overtake it. */
export function isSetAside({ refusals = 0 }: OutboxEntry): boolean {
  return refusals >= SET_ASIDE_AFTER;
}

/** Whether a message may have been sent, although nobody knows. */
export function isDoubtful({ doubts = 0 }: OutboxEntry): boolean {
  return doubts > 0;
}

function isDue({ notBeforeMs = 0 }: OutboxEntry, nowMs: number): boolean {
  return notBeforeMs <= nowMs;
}

/**
 * Takes the oldest message that may be tried, unless another invocation is sending: messages leave in the order they
 * were decided.
 *
 * @param overtaking whether those that are set aside are left where they are
 */
export function claimOldest(outbox: Outbox, nowMs: number, overtaking = false): Claim {
  if (outbox.some(({ leasedUntilMs }) => leasedUntilMs > nowMs)) {
    return { kind: 'busy' };
  }
  const oldest = outbox.find((entry) => isDue(entry, nowMs) && !(overtaking && isSetAside(entry)));
  if (oldest === undefined) {
    return { kind: 'empty' };
  }
  const entry = { ...ringing(oldest, outbox), leasedUntilMs: nowMs + LEASE_MS };
  return { kind: 'claimed', entry, outbox: outbox.map((one) => (one === oldest ? entry : one)) };
}

/**
 * The outbox without a message that was sent, and without older ones on the same subject that may have been: a copy
 * would only contradict it. One that rings phones stays until one is sent that does so, too.
 */
export function settle(outbox: Outbox, id: string): Outbox {
  const at = outbox.findIndex((entry) => entry.id === id);
  const sent = outbox[at];
  return outbox.filter((entry, index) => {
    const isReplaced = index < at && isDoubtful(entry) && isAlike(entry, sent);
    return entry.id !== id && !(isReplaced && (!sent?.message.quiet || entry.message.quiet));
  });
}

/**
 * A message that rings phones in place of an older one that may never have done so. That one would ring with what is no
 * longer so.
 */
function ringing(entry: OutboxEntry, outbox: Outbox): OutboxEntry {
  const { quiet, ...aloud } = entry.message;
  const older = outbox.slice(0, outbox.indexOf(entry));
  const replaces = older.some((one) => isDoubtful(one) && isAlike(one, entry) && !one.message.quiet);
  return quiet && replaces ? { ...entry, message: aloud } : entry;
}

/** Whether two are about the same, which is an id without its number, and for the same people. */
function isAlike(one: OutboxEntry, other: OutboxEntry | undefined): boolean {
  const subjectOf = (entry: OutboxEntry | undefined) => entry?.id.split('#', 1)[0];
  return subjectOf(one) === subjectOf(other) && one.to === other?.to;
}

/** The outbox with a message that may have been sent, to be tried again after a pause. */
export function doubt(outbox: Outbox, id: string, nowMs: number): Outbox {
  return outbox.map((entry) => {
    if (entry.id !== id) {
      return entry;
    }
    const pauseMs = isDoubtful(entry) ? DOUBT_PAUSE_MS.further : DOUBT_PAUSE_MS.first;
    return { ...entry, leasedUntilMs: 0, doubts: (entry.doubts ?? 0) + 1, notBeforeMs: nowMs + pauseMs };
  });
}

/** The outbox with a message that could not be sent, free for the next try; without it after too many. */
export function release(outbox: Outbox, id: string): Outbox {
  return outbox.flatMap((entry) => {
    if (entry.id !== id) {
      return [entry];
    }
    const refusals = (entry.refusals ?? 0) + 1;
    return refusals < GIVEN_UP_AFTER ? [{ ...entry, leasedUntilMs: 0, refusals }] : [];
  });
}
