const AT = /^at\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\)$/;

/**
 * When a one-time schedule is due, in epoch milliseconds: `at(2026-11-27T10:00:00)`, in UTC. Undefined for anything else.
 *
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#one-time
 */
export function oneTime(expression: string): number | undefined {
  const [, text] = AT.exec(expression) ?? [];
  const epochMs = text === undefined ? Number.NaN : Date.parse(`${text}Z`);
  return Number.isNaN(epochMs) ? undefined : epochMs;
}
