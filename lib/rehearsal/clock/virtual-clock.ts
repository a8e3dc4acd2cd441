import type { Clock, Task } from './clock';

interface Entry {
  readonly atMs: number;
  readonly order: number;
  readonly task: Task;
}

/** A clock that jumps from one task to the next: hours of an outage pass in the time it takes to compute them. */
export class VirtualClock implements Clock {
  private readonly heap: Entry[] = [];
  private scheduled = 0;

  /** @param nowMs where time begins, in milliseconds since 1970 */
  constructor(public nowMs: number) {}

  at(epochMs: number, task: Task): void {
    this.push({ atMs: Math.max(epochMs, this.nowMs), order: this.scheduled++, task });
  }

  /** Runs everything due up to and including an instant, in order of time and then of scheduling. */
  async runUntil(endMs: number): Promise<void> {
    for (let next = this.heap[0]; next !== undefined && next.atMs <= endMs; next = this.heap[0]) {
      this.pop();
      this.nowMs = next.atMs;
      const done = next.task();
      if (done !== undefined) await done;
    }
    this.nowMs = Math.max(this.nowMs, endMs);
  }

  private push(entry: Entry): void {
    let index = this.heap.push(entry) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = this.entry(parent);
      if (!isBefore(entry, above)) break;
      this.heap[index] = above;
      index = parent;
    }
    this.heap[index] = entry;
  }

  private pop(): void {
    const last = this.heap.pop();
    if (last === undefined || this.heap.length === 0) return;
    let index = 0;
    for (;;) {
      const child = this.earlierChild(index);
      const below = this.heap[child];
      if (below === undefined || !isBefore(below, last)) break;
      this.heap[index] = below;
      index = child;
    }
    this.heap[index] = last;
  }

  /** The child of an entry that comes first; past the end where it has none. */
  private earlierChild(index: number): number {
    const left = 2 * index + 1;
    const right = left + 1;
    return right < this.heap.length && isBefore(this.entry(right), this.entry(left)) ? right : left;
  }

  private entry(index: number): Entry {
    return this.heap[index] as Entry;
  }
}

const isBefore = (a: Entry, b: Entry): boolean => a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
