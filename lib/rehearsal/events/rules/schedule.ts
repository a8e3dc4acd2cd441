/** A rule that runs at a regular rate. */
export interface RateSchedule {
  readonly everyMs: number;
}

const UNIT_MS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/**
 * Reads the `ScheduleExpression` of a rule. Emulation: only `rate(...)`; `cron(...)` is not modelled.
 *
 * @throws Error for anything else, quoting it.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html#eb-rate-expressions
 */
export function parseSchedule(expression: string): RateSchedule {
  const [, digits = '', unit = '', plural] = /^rate\((\d+) (minute|hour|day)(s?)\)$/.exec(expression) ?? [];
  const value = Number(digits);
  const unitMs = UNIT_MS[unit];
  // The unit is singular for 1, and plural for more.
  if (unitMs === undefined || value < 1 || value > 1 !== (plural === 's')) {
    throw new Error(
      `ScheduleExpression: is not modelled, got ${expression}; use rate(1 minute), rate(5 minutes), and likewise with hours and days`,
    );
  }
  return { everyMs: value * unitMs };
}

/**
 * The next instant after `afterMs` at which a rule runs. The rate starts when the rule is created. Emulation: the first
 * run is one interval later, and to the millisecond; AWS may be some seconds late.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html
 */
export function nextRun(schedule: RateSchedule, createdAtMs: number, afterMs: number): number {
  const runsSoFar = Math.max(0, Math.floor((afterMs - createdAtMs) / schedule.everyMs));
  return createdAtMs + (runsSoFar + 1) * schedule.everyMs;
}
