import { oneTime } from '../../../lib/rehearsal/aws/scheduler/rules/one-time';

/** @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#one-time */
describe('one-time schedule', () => {
  test.each([
    ['at(2026-11-27T10:00:00)', '2026-11-27T10:00:00.000Z'],
    ['at(2026-02-28T23:59:59)', '2026-02-28T23:59:59.000Z'],
  ])('%s is due in UTC', (expression, due) => {
    expect(new Date(oneTime(expression) ?? 0).toISOString()).toBe(due);
  });

  test.each([
    'at(2026-11-27T10:00)',
    'at(2026-11-27T10:00:00.5)',
    'at(2026-11-27T10:00:00Z)',
    'at(2026-13-27T10:00:00)',
    'rate(1 minute)',
    'cron(0 10 * * ? *)',
    '',
  ])('%p is none', (expression) => {
    expect(oneTime(expression)).toBeUndefined();
  });
});
