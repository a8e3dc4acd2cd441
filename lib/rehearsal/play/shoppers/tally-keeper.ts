import { SHOPPER_OUTCOMES, type ShopperOutcome } from '../../kernel/shopper-outcome';
import {
  type OrderTally,
  PHASES,
  type Phase,
  type SampleRequest,
  type ShopperTally,
} from '../../record/tally';
import { WaitHistogram } from './wait-histogram';

/** The instants that a tally is divided by. */
export interface TallySpan {
  readonly startMs: number;
  /** When the store fails. */
  readonly failsMs: number;
  /** When it is repaired. */
  readonly repairedMs: number;
  /** What the time until the first emergency page is counted from. @default failsMs */
  readonly countsFromMs?: number;
}

/** One request of a shopper and what it came to. */
export interface Visited extends SampleRequest {
  readonly outcome: ShopperOutcome;
  /** What is on the screen in the end. @default - the outcome */
  readonly seen?: ShopperOutcome;
  /** Whether it is the emergency page with another status than 503. @default false */
  readonly mislabelled?: boolean;
  /** Whether it sent a form, whose answer may take longer. @default false */
  readonly isForm?: boolean;
}

interface MutableSightings {
  count: number;
  first?: SampleRequest;
  last?: SampleRequest;
}

/** Short enough to tell what happened right after a switch, and still only thousands of numbers for hours. */
const BUCKET_MS = 1_000;

/** Counts requests as they happen. Requests from before the start are left out. */
export class TallyKeeper {
  private readonly counts = byOutcome<number[]>(() => []);
  private readonly sightings = byPhase(() => byOutcome<MutableSightings>(() => ({ count: 0 })));
  private readonly longestWaitMs: number[] = [];
  private firstPageMs: number | undefined;
  private mislabelledPages = 0;
  private othersSessions = 0;
  private lostBaskets = 0;
  private waiting = 0;
  private lastReturnMs: number | undefined;
  private readonly waits = byPhase(() => new WaitHistogram());
  private readonly formWaits = byPhase(() => new WaitHistogram());

  constructor(private readonly span: TallySpan) {}

  note(visited: Visited): void {
    const { outcome, atMs, waitMs, isForm = false } = visited;
    if (atMs < this.span.startMs) {
      return;
    }
    const phase = this.phaseOf(atMs);
    (isForm ? this.formWaits : this.waits)[phase].add(waitMs);
    const counts = this.counts[outcome];
    const bucket = Math.floor((atMs - this.span.startMs) / BUCKET_MS);
    while (counts.length <= bucket) {
      counts.push(0);
    }
    counts[bucket] = (counts[bucket] ?? 0) + 1;
    while (this.longestWaitMs.length <= bucket) {
      this.longestWaitMs.push(0);
    }
    if (!isForm && waitMs > (this.longestWaitMs[bucket] ?? 0)) {
      this.longestWaitMs[bucket] = waitMs;
    }
    this.notePage(visited);
    const sightings = this.sightings[phase][outcome];
    sightings.count += 1;
    sightings.first ??= visited;
    sightings.last = visited;
  }

  private notePage({ atMs, waitMs, outcome, seen = outcome, mislabelled }: Visited): void {
    if (mislabelled) {
      this.mislabelledPages += 1;
    }
    const { failsMs, countsFromMs = failsMs } = this.span;
    if (seen !== 'emergency page' || atMs < countsFromMs) {
      return;
    }
    this.firstPageMs = Math.min(this.firstPageMs ?? Number.POSITIVE_INFINITY, atMs + waitMs);
  }

  /** Shoppers began to wait at the emergency page, or left it to load the store's page. @param change 1 or -1 */
  noteWaiting(change: number): void {
    this.waiting += change;
  }

  /** One more shopper holds the session of another. At any time: a cache keeps what it got before the start. */
  noteAnothersSession(): void {
    this.othersSessions += 1;
  }

  /** One more shopper's basket or order is in no session that the shopper has. At any time, too. */
  noteLostBasket(): void {
    this.lostBaskets += 1;
  }

  /** A shopper who was kept out is in the store again. */
  noteReturn(atMs: number): void {
    this.lastReturnMs = atMs;
  }

  /** @param orders what the player of the shoppers knows about their orders */
  tally(orders: OrderTally): ShopperTally {
    const total = (outcome: ShopperOutcome) =>
      PHASES.reduce((sum, phase) => sum + this.sightings[phase][outcome].count, 0);
    return {
      totals: byOutcome(total),
      phases: this.sightings,
      overTime: {
        startMs: this.span.startMs,
        bucketMs: BUCKET_MS,
        counts: this.counts,
        longestWaitMs: this.longestWaitMs,
      },
      ...(this.firstPageMs !== undefined && { firstPageMs: this.firstPageMs }),
      mislabelledPages: this.mislabelledPages,
      othersSessions: this.othersSessions,
      lostBaskets: this.lostBaskets,
      ...(this.lastReturnMs !== undefined && { lastReturnMs: this.lastReturnMs }),
      waiting: this.waiting,
      waits: byPhase((phase) => this.waits[phase].statistics),
      formWaits: byPhase((phase) => this.formWaits[phase].statistics),
      orders,
    };
  }

  private phaseOf(atMs: number): Phase {
    if (atMs < this.span.failsMs) {
      return 'before';
    }
    return atMs < this.span.repairedMs ? 'fault' : 'after';
  }
}

const byOutcome = <T>(value: (outcome: ShopperOutcome) => T): Record<ShopperOutcome, T> =>
  Object.fromEntries(SHOPPER_OUTCOMES.map((outcome) => [outcome, value(outcome)])) as Record<
    ShopperOutcome,
    T
  >;

const byPhase = <T>(value: (phase: Phase) => T): Record<Phase, T> => ({
  before: value('before'),
  fault: value('fault'),
  after: value('after'),
});
