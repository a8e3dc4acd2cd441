import type { Task } from './clock';

/**
 * What is to be done when, in order of time and then of scheduling: a binary heap. It is kept in columns, because most
 * of what a crowd of waiting shoppers costs is to compare times, and those lie side by side like this.
 */
export class TaskQueue {
  private readonly times: number[] = [];
  private readonly orders: number[] = [];
  private readonly tasks: Task[] = [];
  private scheduled = 0;

  /** When the first task is due; infinity when nothing is left. */
  get firstMs(): number {
    return this.times.length > 0 ? this.timeAt(0) : Number.POSITIVE_INFINITY;
  }

  push(atMs: number, task: Task): void {
    const order = this.scheduled++;
    let index = this.times.length;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.isAfter(parent, atMs, order)) {
        break;
      }
      this.move(parent, index);
      index = parent;
    }
    this.put(index, atMs, order, task);
  }

  /** Takes out the first task. */
  shift(): Task | undefined {
    const [first] = this.tasks;
    const atMs = this.times.pop() as number;
    const order = this.orders.pop() as number;
    const last = this.tasks.pop() as Task;
    if (this.times.length > 0) {
      this.sink(atMs, order, last);
    }
    return first;
  }

  clear(): void {
    for (const column of [this.times, this.orders, this.tasks]) {
      column.length = 0;
    }
  }

  /** Puts a task at the top or, where others come before it, below them. */
  private sink(atMs: number, order: number, task: Task): void {
    let index = 0;
    for (let child = this.firstChild(index); child < this.times.length; child = this.firstChild(index)) {
      if (this.isAfter(child, atMs, order)) {
        break;
      }
      this.move(child, index);
      index = child;
    }
    this.put(index, atMs, order, task);
  }

  /** The child that comes first; past the end where there is none. */
  private firstChild(index: number): number {
    const left = 2 * index + 1;
    const right = left + 1;
    if (right >= this.times.length) {
      return left;
    }
    return this.isAfter(left, this.timeAt(right), this.orders[right] as number) ? right : left;
  }

  private isAfter(index: number, atMs: number, order: number): boolean {
    const other = this.timeAt(index);
    return other > atMs || (other === atMs && (this.orders[index] as number) > order);
  }

  private timeAt(index: number): number {
    return this.times[index] as number;
  }

  private move(from: number, to: number): void {
    this.put(to, this.timeAt(from), this.orders[from] as number, this.tasks[from] as Task);
  }

  private put(index: number, atMs: number, order: number, task: Task): void {
    this.times[index] = atMs;
    this.orders[index] = order;
    this.tasks[index] = task;
  }
}
