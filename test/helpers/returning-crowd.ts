import { nextDelayMs, releaseDelayMs } from '../../lib/page/script/next-delay';

/** Polls after which a page polls at its slowest. */
const SETTLED_ATTEMPT = 5;

/** Who waits, and how long they are to take to come back. */
export interface Crowd {
  readonly waiting: number;
  readonly spreadSeconds: number;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/**
 * How many shoppers come back in the busiest second when the status opens the store, by the page's own rules. Each is
 * anywhere in their wait between two polls.
 */
export function peakOfReturn({ waiting, spreadSeconds, random }: Crowd): number {
  const arrivals = new Map<number, number>();
  for (let shopper = 0; shopper < waiting; shopper++) {
    const hearsMs = random() * nextDelayMs(SETTLED_ATTEMPT, random());
    const second = Math.floor((hearsMs + releaseDelayMs(spreadSeconds, random())) / 1_000);
    arrivals.set(second, (arrivals.get(second) ?? 0) + 1);
  }
  return Math.max(...arrivals.values());
}
