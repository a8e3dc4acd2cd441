import type { Clock, Task } from './clock';
import { TaskQueue } from './task-queue';

/** A clock that jumps from one task to the next: hours of an outage pass in the time it takes to compute them. */
export class VirtualClock implements Clock {
  private readonly queue = new TaskQueue();

  /** @param nowMs where time begins, in milliseconds since 1970 */
  constructor(public nowMs: number) {}

  at(epochMs: number, task: Task): void {
    this.queue.push(Math.max(epochMs, this.nowMs), task);
  }

  /** Runs everything due up to and including an instant, in order of time and then of scheduling. */
  async runUntil(endMs: number): Promise<void> {
    for (let dueMs = this.queue.firstMs; dueMs <= endMs; dueMs = this.queue.firstMs) {
      this.nowMs = dueMs;
      const done = this.queue.shift()?.();
      // A million tasks are done already: to wait for each of those would take longer than the tasks.
      if (done !== undefined) {
        await done;
      }
    }
    this.nowMs = Math.max(this.nowMs, endMs);
  }
}
