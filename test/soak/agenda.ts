import { setImmediate } from 'node:timers/promises';

interface Entry {
  readonly atMs: number;
  readonly run: () => void;
}

/** A clock that jumps from one thing to do to the next: the same entries run in the same order each time. */
export class Agenda {
  private entries: Entry[] = [];

  constructor(private time: number) {}

  get nowMs(): number {
    return this.time;
  }

  at(atMs: number, run: () => void): void {
    const after = this.entries.findIndex((entry) => entry.atMs > atMs);
    this.entries.splice(after < 0 ? this.entries.length : after, 0, { atMs, run });
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.at(this.time + ms, resolve));
  }

  /** Does everything that is due until then. What happens at one instant overlaps; the next instant waits for all of it. */
  async runUntil(endMs: number): Promise<void> {
    for (let [next] = this.entries; next !== undefined && next.atMs <= endMs; [next] = this.entries) {
      this.time = Math.max(this.time, next.atMs);
      while (this.entries[0] !== undefined && this.entries[0].atMs <= this.time) {
        this.entries.shift()?.run();
      }
      // Nothing in a life waits for the machine, so that by then everything has come to its end or sleeps.
      await setImmediate();
    }
    this.time = endMs;
  }
}
