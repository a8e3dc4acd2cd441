import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../kernel/clock/units';
import { type CronSchedule, nextCronMatch, parseEventBridgeCron } from './cron';

/** When a rule runs: at a regular rate, or at the days and times of a cron expression. */
export type Schedule =
  | { readonly kind: 'rate'; readonly everyMs: number }
  | { readonly kind: 'cron'; readonly cron: CronSchedule };

const UNIT_MS: Readonly<Record<string, number>> = { minute: MINUTE_MS, hour: HOUR_MS, day: DAY_MS };

/**
 * Reads the `ScheduleExpression` of a rule.
 *
 * @throws Error for anything else, quoting it.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html#eb-rate-expressions
 */
export function parseSchedule(expression: string): Schedule {
  const cron = parseEventBridgeCron(/^cron\((.*)\)$/.exec(expression)?.[1] ?? '');
  const schedule: Schedule | undefined = cron ? { kind: 'cron', cron } : parseRate(expression);
  if (schedule !== undefined) {
    return schedule;
  }
  throw new Error(
    `ScheduleExpression: is not modelled, got ${expression}; use rate(1 minute), rate(5 minutes), and likewise with hours and days, or cron(0 9 ? * MON-FRI *) without L, W and #`,
  );
}

// The unit is singular for 1, and plural for more.
function parseRate(expression: string): Schedule | undefined {
  const [, digits = '', unit = '', plural] = /^rate\((\d+) (minute|hour|day)(s?)\)$/.exec(expression) ?? [];
  const value = Number(digits);
  const unitMs = UNIT_MS[unit];
  return unitMs === undefined || value < 1 || value > 1 !== (plural === 's')
    ? undefined
    : { kind: 'rate', everyMs: value * unitMs };
}

/**
 * The next instant after `afterMs` at which a rule runs; undefined when it never does again. A rate starts when the rule
 * is created. Emulation: its first run is one interval later; and every run is to the millisecond, where AWS may be
 * some seconds late.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html
 */
export function nextRun(schedule: Schedule, createdAtMs: number, afterMs: number): number | undefined {
  if (schedule.kind === 'cron') {
    return nextCronMatch(schedule.cron, afterMs);
  }
  const runsSoFar = Math.max(0, Math.floor((afterMs - createdAtMs) / schedule.everyMs));
  return createdAtMs + (runsSoFar + 1) * schedule.everyMs;
}
