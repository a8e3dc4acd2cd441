import type { Clock } from '../../kernel/clock/clock';
import type { Period, SampleCounts } from './rules/period';

/** Divides every period that CloudWatch knows, so that a bin never lies in two of them. */
const BIN_MS = 5_000;

interface Bin {
  readonly index: number;
  readonly counts: Map<number, number>;
  lastMs: number;
}

/**
 * The samples of one metric, counted by their values in bins of five seconds, so that a million requests take no more
 * room than ten. Emulation: values are kept to three digits, and CloudWatch has a bin as soon as its last sample is
 * there.
 */
export class MetricSeries {
  private readonly bins = new Map<number, Bin>();
  private latest: Bin | undefined;
  /** By start and then by end: alarms look at the same periods minute after minute. */
  private readonly settled = new Map<number, Map<number, SampleCounts>>();

  constructor(
    private readonly clock: Clock,
    private readonly delayMs: number,
    private readonly isLost: () => boolean,
  ) {}

  /** A sample of now. */
  put(value: number): void {
    if (this.isLost()) {
      return;
    }
    const atMs = this.clock.nowMs;
    const bin = this.binAt(Math.floor(atMs / BIN_MS));
    const kept = threeDigits(value);
    bin.lastMs = atMs;
    bin.counts.set(kept, (bin.counts.get(kept) ?? 0) + 1);
  }

  /** What CloudWatch has of a period by now. */
  samplesIn(period: Period): SampleCounts {
    const { startMs, endMs } = period;
    const byEnd = this.settled.get(startMs) ?? new Map<number, SampleCounts>();
    const known = byEnd.get(endMs);
    if (known !== undefined) {
      return known;
    }
    const samples = this.count(period);
    if (this.isSettled(period)) {
      this.settled.set(startMs, byEnd.set(endMs, samples));
    }
    return samples;
  }

  /** Whether nothing more can come of a period. */
  private isSettled({ endMs }: Period): boolean {
    return Math.ceil(endMs / BIN_MS) * BIN_MS + this.delayMs <= this.clock.nowMs;
  }

  private count({ startMs, endMs }: Period): SampleCounts {
    const all = new Map<number, number>();
    for (let index = Math.floor(startMs / BIN_MS); index * BIN_MS < endMs; index += 1) {
      const bin = this.bins.get(index);
      if (bin === undefined || bin.lastMs + this.delayMs > this.clock.nowMs) {
        continue;
      }
      for (const [value, count] of bin.counts) {
        all.set(value, (all.get(value) ?? 0) + count);
      }
    }
    return all;
  }

  /** Of the many samples of one bin only the first looks it up. */
  private binAt(index: number): Bin {
    if (this.latest?.index === index) {
      return this.latest;
    }
    const bin = this.bins.get(index) ?? { index, counts: new Map<number, number>(), lastMs: 0 };
    this.bins.set(index, bin);
    this.latest = bin;
    return bin;
  }
}

const threeDigits = (value: number): number =>
  Number.isInteger(value) && Math.abs(value) < 1_000 ? value : Number(value.toPrecision(3));
