import type { Clock, Task } from './clock';
import { LiveClock } from './live-clock';
import { MINUTE_MS } from './units';
import { VirtualClock } from './virtual-clock';

interface Entry {
  readonly epochMs: number;
  readonly task: Task;
}

/** A clock that has time pass in no time at first, and with the wall clock from then on. */
export class WarmedClock implements Clock {
  private readonly pending = new Set<Entry>();
  private readonly virtual: VirtualClock;
  private live: LiveClock | undefined;

  /**
   * @param warmUpMs how far in the past it begins, and then back to the whole minute: metrics have periods of whole
   * minutes, and the same seed means the same rehearsal only if everything keeps its moment within them
   * @param presentMs when it can go live, in milliseconds since 1970
   */
  constructor(
    warmUpMs: number,
    private readonly presentMs: number,
  ) {
    this.virtual = new VirtualClock(Math.floor((presentMs - warmUpMs) / MINUTE_MS) * MINUTE_MS);
  }

  get nowMs(): number {
    return (this.live ?? this.virtual).nowMs;
  }

  at(epochMs: number, task: Task): void {
    if (this.live !== undefined) {
      this.live.at(epochMs, task);
      return;
    }
    const entry = { epochMs, task };
    this.pending.add(entry);
    this.virtual.at(epochMs, () => {
      this.pending.delete(entry);
      return task();
    });
  }

  /** Runs up to the present, then pauses until {@link goLive}. */
  async warmUp(): Promise<void> {
    await this.virtual.runUntil(this.presentMs);
  }

  /**
   * Goes on with the wall clock.
   * @param speed how many seconds pass in one second of wall time
   * @param onError what happens to an error in a task: nothing else would see it
   */
  goLive(speed: number, onError: (error: unknown) => void): void {
    const live = new LiveClock(this.nowMs, speed, onError);
    this.live = live;
    for (const { epochMs, task } of this.pending) {
      live.at(epochMs, task);
    }
    this.pending.clear();
  }

  /** Forgets every task that has not run yet. */
  stop(): void {
    this.live?.stop();
  }
}
