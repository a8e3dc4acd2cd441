import { MINUTE_MS } from '../kernel/clock/units';
import type { ShopperOutcome } from '../kernel/shopper-outcome';

/** The outcomes that keep a shopper out of the store. */
export const KEPT_OUT: readonly ShopperOutcome[] = ['emergency page', 'raw error', 'gave up', 'POST lost'];

/** How long a shopper looks at nothing before leaving, in milliseconds. */
export const PATIENCE_MS = 3_000;

/** Emulation: how long who has sent a form waits for its answer, in milliseconds: nobody likes to pay twice. */
export const PAYING_PATIENCE_MS = MINUTE_MS;

/** `before` the first fault begins, until the last one ends, and `after`. */
export const PHASES = ['before', 'fault', 'after'] as const;
export type Phase = (typeof PHASES)[number];

/** One request that stands for many. */
export interface SampleRequest {
  /** When the shopper asked. */
  readonly atMs: number;
  /** From asking until something could be seen. */
  readonly waitMs: number;
  /** Method and path. */
  readonly url: string;
  readonly because: string;
}

/** The first and the last of the requests with one outcome. */
export interface SampleRequests {
  readonly count: number;
  /** @default - there was none */
  readonly first?: SampleRequest;
  /** @default - there was none */
  readonly last?: SampleRequest;
}

/** How long requests took until something could be seen, in milliseconds; also of shoppers who had given up by then. */
export interface WaitStatistics {
  readonly count: number;
  /** Exact to two percent. 0 without requests, like the others. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Exact. */
  readonly maxMs: number;
}

/** What became of orders. */
export interface OrderTally {
  /** POSTs that the store answered, and whose shoppers got to where it led them, as they come back from paying. */
  readonly placed: number;
  /** How long the slowest of them took, in milliseconds; 0 without any. */
  readonly longestMs: number;
  /**
   * Shoppers with something in the cart who did not get what they asked for at least once, each counted once: their
   * order was lost, or they saw the emergency page or an error, or they gave up.
   */
  readonly atRisk: number;
  /** Those of them who placed their order later after all. */
  readonly saved: number;
}

/** Everything that is remembered of the shoppers of a rehearsal; of fixed size, however many there were. */
export interface ShopperTally {
  readonly totals: Readonly<Record<ShopperOutcome, number>>;
  readonly phases: Readonly<Record<Phase, Readonly<Record<ShopperOutcome, SampleRequests>>>>;
  /** Requests per outcome and bucket of time, oldest first, counted by when the shopper asked. */
  readonly overTime: {
    readonly startMs: number;
    readonly bucketMs: number;
    readonly counts: Readonly<Record<ShopperOutcome, readonly number[]>>;
    /** The longest wait for a page of those who asked in a bucket, 0 where nobody did. */
    readonly longestWaitMs: readonly number[];
  };
  /** When the emergency page could first be seen since the store failed. @default - never */
  readonly firstPageMs?: number;
  /** When the last shopper who had been kept out was in the store again. @default - nobody ever */
  readonly lastReturnMs?: number;
  /** Shoppers who wait at the emergency page for the store to come back. */
  readonly waiting: number;
  /** Shoppers who got a session, or a page with a basket, that was made for somebody else; each counted once. */
  readonly othersSessions: number;
  /** Shoppers of whom the store took a basket or an order without knowing whose it is; each counted once. */
  readonly lostBaskets: number;
  /** Emergency pages with another status than 503, which caches and search engines take for the store. */
  readonly mislabelledPages: number;
  /** For pages, by phase. */
  readonly waits: Readonly<Record<Phase, WaitStatistics>>;
  /**
   * For the answers to forms and to returns from paying, by phase: an order may take longer than a page, rather than be
   * given up on.
   */
  readonly formWaits: Readonly<Record<Phase, WaitStatistics>>;
  readonly orders: OrderTally;
}

/** A part of a rehearsal. */
export interface TallyWindow {
  readonly fromMs: number;
  /** Not included. */
  readonly toMs: number;
}

/** How many requests with one of the outcomes were made from an instant on; counts whole buckets only. */
export const countSince = (
  tally: ShopperTally,
  fromMs: number,
  outcomes: readonly ShopperOutcome[],
): number => countWithin(tally, { fromMs, toMs: Number.POSITIVE_INFINITY }, outcomes);

/** How many requests with one of the outcomes were made in a window; counts whole buckets only. */
export function countWithin(
  tally: ShopperTally,
  window: TallyWindow,
  outcomes: readonly ShopperOutcome[],
): number {
  const { counts } = tally.overTime;
  const [from, to] = bucketsIn(tally, window);
  return outcomes.reduce(
    (sum, outcome) => sum + counts[outcome].slice(from, to).reduce((total, count) => total + count, 0),
    0,
  );
}

/** The longest wait of those who asked in a window; looks at whole buckets only. */
export const longestWaitWithin = (tally: ShopperTally, window: TallyWindow): number =>
  tally.overTime.longestWaitMs
    .slice(...bucketsIn(tally, window))
    .reduce((longest, waitMs) => Math.max(longest, waitMs), 0);

/**
 * When the last of those who asked before an instant had their answer, at that instant at the earliest; looks at whole
 * buckets only.
 */
export function answeredBy({ overTime }: ShopperTally, askedBeforeMs: number): number {
  const { startMs, bucketMs, longestWaitMs } = overTime;
  return longestWaitMs
    .map((waitMs, index) => ({ fromMs: startMs + index * bucketMs, waitMs }))
    .filter(({ fromMs }) => fromMs < askedBeforeMs)
    .reduce((latest, { fromMs, waitMs }) => Math.max(latest, fromMs + bucketMs + waitMs), askedBeforeMs);
}

/** From the first bucket that lies in a window to the one after its last. */
function bucketsIn({ overTime: { startMs, bucketMs } }: ShopperTally, { fromMs, toMs }: TallyWindow) {
  const bucket = (atMs: number) => Math.max(0, (atMs - startMs) / bucketMs);
  return [Math.ceil(bucket(fromMs)), Math.floor(bucket(toMs))] as const;
}
