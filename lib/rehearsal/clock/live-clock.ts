import type { Clock, Task } from './clock';

/** A clock that runs with the wall clock, or a number of times faster. */
export class LiveClock implements Clock {
  private readonly startedMs = Date.now();
  private readonly timers = new Set<NodeJS.Timeout>();
  private stopped = false;

  /**
   * @param speed how many seconds pass in one second of wall time
   * @param onError what happens to an error in a task: nothing else would see it
   */
  constructor(
    private readonly speed: number,
    private readonly onError: (error: unknown) => void,
  ) {}

  get nowMs(): number {
    return this.startedMs + (Date.now() - this.startedMs) * this.speed;
  }

  at(epochMs: number, task: Task): void {
    if (this.stopped) return;
    const timer = setTimeout(
      () => {
        this.timers.delete(timer);
        Promise.resolve().then(task).catch(this.onError);
      },
      Math.max(0, (epochMs - this.nowMs) / this.speed),
    );
    this.timers.add(timer);
  }

  /** Forgets every task that has not run yet. */
  stop(): void {
    this.stopped = true;
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }
}
