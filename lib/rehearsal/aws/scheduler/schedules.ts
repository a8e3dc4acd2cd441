import type { Clock } from '../../kernel/clock/clock';
import type { Random } from '../../kernel/clock/random';
import { MINUTE_MS } from '../../kernel/clock/units';

/** Within which time of the one it names a schedule is invoked, in milliseconds. */
const PRECISION_MS = MINUTE_MS;

/** A one-time schedule of the default group. */
export interface OneTimeSchedule {
  readonly name: string;
  readonly dueMs: number;
  /** What it does when it is due. */
  readonly invoke: () => void;
}

/**
 * The one-time schedules of EventBridge Scheduler that delete themselves when they are done. Functions make them; a
 * template's own schedules are not modelled.
 *
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-delete.html
 */
export class Schedules {
  private readonly pending = new Map<string, OneTimeSchedule>();

  /** @param random decides when within its minute a schedule is invoked */
  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  has(name: string): boolean {
    return this.pending.has(name);
  }

  /** Makes a schedule, or puts it in the place of the one with its name. */
  put(schedule: OneTimeSchedule): void {
    this.pending.set(schedule.name, schedule);
    this.clock.at(schedule.dueMs + this.random() * PRECISION_MS, () => {
      // Changed or removed meanwhile: nothing happens at its old time.
      if (this.pending.get(schedule.name) !== schedule) {
        return;
      }
      this.pending.delete(schedule.name);
      schedule.invoke();
    });
  }

  remove(name: string): boolean {
    return this.pending.delete(name);
  }
}
