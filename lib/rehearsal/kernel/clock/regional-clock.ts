import type { Clock, Task } from './clock';

/** The clock of services that run in one region: what falls due while the region is down is done once it is back. */
export class RegionalClock implements Clock {
  /** @param backMs until when the region is down, undefined while it runs */
  constructor(
    private readonly clock: Clock,
    private readonly backMs: () => number | undefined,
  ) {}

  get nowMs(): number {
    return this.clock.nowMs;
  }

  at(epochMs: number, task: Task): void {
    this.clock.at(epochMs, () => {
      const backMs = this.backMs();
      return backMs === undefined ? task() : this.at(backMs, task);
    });
  }
}
