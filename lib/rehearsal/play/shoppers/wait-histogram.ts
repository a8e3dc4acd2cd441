import type { WaitStatistics } from '../../record/tally';

/** The relative width of a bin. */
const GROWTH = 1.02;
/** Reaches beyond five minutes, longer than any browser waits. */
const BINS = 640;

/** Waiting times in bins of growing width: of fixed size, however many there are. */
export class WaitHistogram {
  private readonly bins = new Uint32Array(BINS);
  private count = 0;
  private maxMs = 0;

  /** @param waitMs at least 0 */
  add(waitMs: number): void {
    const bin = Math.ceil(Math.log(waitMs + 1) / Math.log(GROWTH));
    this.bins[Math.min(bin, BINS - 1)] = (this.bins[Math.min(bin, BINS - 1)] ?? 0) + 1;
    this.count += 1;
    if (waitMs > this.maxMs) {
      this.maxMs = waitMs;
    }
  }

  get statistics(): WaitStatistics {
    return {
      count: this.count,
      p50Ms: this.percentile(0.5),
      p99Ms: this.percentile(0.99),
      maxMs: this.maxMs,
    };
  }

  /** The upper end of the bin that holds the wait at this rank. */
  private percentile(share: number): number {
    const rank = Math.ceil(this.count * share);
    let seen = 0;
    for (const [bin, count] of this.bins.entries()) {
      seen += count;
      if (count > 0 && seen >= rank) {
        return Math.min(GROWTH ** bin - 1, this.maxMs);
      }
    }
    return 0;
  }
}
