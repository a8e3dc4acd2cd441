import type { StoreCapacity } from '../../scenario/scenario';

/** What a request meets at a store under load. */
export type Turn =
  | { readonly kind: 'served'; readonly waitMs: number }
  /** The queue is full. */
  | { readonly kind: 'turned away' };

/**
 * How busy the store is: one queue, worked off at a steady pace, which sinks as the queue grows (memory, locks, swap).
 * A request that was taken is worked on even when its client has long gone: so a store that is too slow for its
 * clients stays busy with work that nobody waits for.
 */
export class StoreLoad {
  /** Requests that are taken and not finished, as of {@link asOfMs}. */
  private waiting = 0;
  private asOfMs = 0;

  constructor(private readonly capacity: StoreCapacity) {}

  /** @param atMs not before that of the request before; an earlier instant counts as the latest one */
  take(atMs: number): Turn {
    this.workUntil(atMs);
    if (this.waiting >= this.capacity.queue + 1) {
      return { kind: 'turned away' };
    }
    this.waiting += 1;
    return { kind: 'served', waitMs: ((this.waiting - 1) / this.pace()) * 1000 };
  }

  private workUntil(atMs: number): void {
    const elapsedMs = Math.max(0, atMs - this.asOfMs);
    this.asOfMs += elapsedMs;
    this.waiting = Math.max(0, this.waiting - (elapsedMs / 1000) * this.pace());
  }

  /** Requests per second at the present length of the queue. */
  private pace(): number {
    const { requestsPerSecond, queue, slowdown } = this.capacity;
    const fullness = queue === 0 ? 0 : Math.min(1, this.waiting / queue);
    return requestsPerSecond / (1 + (slowdown - 1) * fullness);
  }
}
