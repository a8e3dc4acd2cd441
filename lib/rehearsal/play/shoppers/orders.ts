import type { OrderTally } from '../../record/tally';

/** One shopper's order. */
export interface Order {
  /** Something is in the cart, or was meant to be. */
  started: boolean;
  atRisk: boolean;
}

/** Counts what becomes of orders, from an instant on. */
export class Orders {
  private placed = 0;
  private longestMs = 0;
  private atRisk = 0;
  private saved = 0;

  constructor(private readonly startMs: number) {}

  /** A shopper did not get something. Each order counts once. */
  endanger(order: Order, atMs: number): void {
    if (!order.started || order.atRisk || atMs < this.startMs) {
      return;
    }
    order.atRisk = true;
    this.atRisk += 1;
  }

  /** @param waitMs until the store had taken it */
  place(order: Order, { atMs, waitMs }: { readonly atMs: number; readonly waitMs: number }): void {
    if (atMs < this.startMs) {
      return;
    }
    this.placed += 1;
    this.longestMs = Math.max(this.longestMs, waitMs);
    if (order.atRisk) {
      this.saved += 1;
    }
  }

  get tally(): OrderTally {
    return { placed: this.placed, longestMs: this.longestMs, atRisk: this.atRisk, saved: this.saved };
  }
}
