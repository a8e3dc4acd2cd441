import type { Clock, Task } from './clock';
import { TaskQueue } from './task-queue';

/** How late a task may start before the clock is set back for it, in milliseconds of wall time. */
const LATE_MS = 20;

/**
 * A clock that runs with the wall clock, or a number of times faster, but never past a task that is due: where the
 * machine is too busy to keep up, time passes more slowly, and nothing in the rehearsal seems to take longer for it.
 */
export class LiveClock implements Clock {
  private readonly queue = new TaskQueue();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  /** The wall time at which it was `anchorMs`. */
  private anchorWallMs = Date.now();

  /**
   * @param anchorMs where time begins, in milliseconds since 1970
   * @param speed how many seconds pass in one second of wall time
   * @param onError what happens to an error in a task: nothing else would see it
   */
  constructor(
    private anchorMs: number,
    private readonly speed: number,
    private readonly onError: (error: unknown) => void,
  ) {}

  get nowMs(): number {
    return Math.min(this.wantedMs, this.queue.firstMs);
  }

  at(epochMs: number, task: Task): void {
    if (this.stopped) {
      return;
    }
    this.queue.push(Math.max(epochMs, this.nowMs), task);
    this.wake();
  }

  /** Forgets every task that has not run yet. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    this.queue.clear();
  }

  /** What the time would be on a machine that keeps up. */
  private get wantedMs(): number {
    return this.anchorMs + (Date.now() - this.anchorWallMs) * this.speed;
  }

  private wake(): void {
    clearTimeout(this.timer);
    const { firstMs } = this.queue;
    if (firstMs === Number.POSITIVE_INFINITY) {
      return;
    }
    this.timer = setTimeout(() => this.run(), Math.max(0, (firstMs - this.wantedMs) / this.speed));
  }

  /** Starts what is due. It goes on by itself: a live world has many things under way at a time. */
  private run(): void {
    for (let dueMs = this.queue.firstMs; dueMs <= this.wantedMs; dueMs = this.queue.firstMs) {
      this.setBack(dueMs);
      const task = this.queue.shift();
      new Promise((done) => done(task?.())).catch(this.onError);
    }
    this.wake();
  }

  private setBack(dueMs: number): void {
    if (this.wantedMs - dueMs <= LATE_MS * this.speed) {
      return;
    }
    this.anchorMs = dueMs;
    this.anchorWallMs = Date.now();
  }
}
