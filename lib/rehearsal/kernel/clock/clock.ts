import { type MaybePromise, thenNow } from '../maybe-promise';

/** Something to do at an instant. The clock waits for it before it moves on. */
export type Task = () => MaybePromise<void>;

/** Time, as every part of a rehearsal sees it. The only source of it. */
export interface Clock {
  /** The present, in milliseconds since 1970. */
  readonly nowMs: number;
  /** Runs the task at an instant; at once, but after the present task, when that instant has passed. */
  at(epochMs: number, task: Task): void;
}

/** Runs the task at `firstMs` and then every `periodMs`. A run that comes so late that others are due skips those. */
export function every(clock: Clock, periodMs: number, firstMs: number, task: Task): void {
  const run = (dueMs: number): MaybePromise<void> => {
    const missed = Math.max(0, Math.floor((clock.nowMs - dueMs) / periodMs));
    const nextMs = dueMs + (missed + 1) * periodMs;
    return thenNow(task(), () => clock.at(nextMs, () => run(nextMs)));
  };
  clock.at(firstMs, () => run(firstMs));
}
