import {
  type OrderTally,
  PHASES,
  type Phase,
  SHOPPER_OUTCOMES,
  type ShopperOutcome,
  type ShopperTally,
  type Sighting,
} from './tally';
import { WaitHistogram } from './wait-histogram';

/** The instants that a tally is divided by. */
export interface TallySpan {
  readonly startMs: number;
  /** When the first fault begins. */
  readonly failsMs: number;
  /** When the last fault ends. */
  readonly repairedMs: number;
}

/** One request of a shopper and what it came to. */
export interface Visited extends Sighting {
  readonly outcome: ShopperOutcome;
}

interface MutableSightings {
  count: number;
  first?: Sighting;
  last?: Sighting;
}

/** Short enough to tell what happened right after a switch, and still only thousands of numbers for hours. */
const BUCKET_MS = 1_000;

/** Counts requests as they happen. Requests from before the start are left out. */
export class TallyKeeper {
  private readonly counts = byOutcome<number[]>(() => []);
  private readonly sightings = byPhase(() => byOutcome<MutableSightings>(() => ({ count: 0 })));
  private readonly waits = byPhase(() => new WaitHistogram());

  constructor(private readonly span: TallySpan) {}

  note(visited: Visited): void {
    const { outcome, atMs, waitMs } = visited;
    if (atMs < this.span.startMs) return;
    const phase = this.phaseOf(atMs);
    this.waits[phase].add(waitMs);
    const counts = this.counts[outcome];
    const bucket = Math.floor((atMs - this.span.startMs) / BUCKET_MS);
    while (counts.length <= bucket) counts.push(0);
    counts[bucket] = (counts[bucket] ?? 0) + 1;
    const sightings = this.sightings[phase][outcome];
    sightings.count += 1;
    sightings.first ??= visited;
    sightings.last = visited;
  }

  /** @param orders what whoever plays the shoppers knows about their orders */
  tally(orders: OrderTally): ShopperTally {
    const total = (outcome: ShopperOutcome) =>
      PHASES.reduce((sum, phase) => sum + this.sightings[phase][outcome].count, 0);
    return {
      totals: byOutcome(total),
      phases: this.sightings,
      overTime: { startMs: this.span.startMs, bucketMs: BUCKET_MS, counts: this.counts },
      waits: byPhase((phase) => this.waits[phase].statistics),
      orders,
    };
  }

  private phaseOf(atMs: number): Phase {
    if (atMs < this.span.failsMs) return 'before';
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
