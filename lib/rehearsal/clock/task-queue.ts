import type { Task } from './clock';

interface Entry {
  readonly atMs: number;
  readonly order: number;
  readonly task: Task;
}

/** What is to be done when, in order of time and then of scheduling: a binary heap. */
export class TaskQueue {
  private readonly heap: Entry[] = [];
  private scheduled = 0;

  /** What comes first, undefined when nothing is left. */
  get first(): Entry | undefined {
    return this.heap[0];
  }

  push(atMs: number, task: Task): void {
    const entry = { atMs, order: this.scheduled++, task };
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

  /** Drops what comes first. */
  shift(): void {
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

  clear(): void {
    this.heap.length = 0;
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
