import { nextRun, parseSchedule } from '../../../lib/rehearsal/aws/events/rules/schedule';

const source =
  'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html#eb-rate-expressions';
const MINUTE = 60_000;

describe(`Rate expression (${source})`, () => {
  test.each([
    ['rate(1 minute)', MINUTE],
    ['rate(2 minutes)', 2 * MINUTE],
    ['rate(5 minutes)', 5 * MINUTE],
    ['rate(1 hour)', 60 * MINUTE],
    ['rate(12 hours)', 720 * MINUTE],
    ['rate(1 day)', 1_440 * MINUTE],
    ['rate(7 days)', 10_080 * MINUTE],
  ])('%s', (expression, everyMs) => {
    expect(parseSchedule(expression)).toEqual({ kind: 'rate', everyMs });
  });

  test.each([
    'rate(0 minutes)',
    'rate(0 minute)',
    'rate(1 minutes)',
    'rate(5 minute)',
    'rate(1.5 hours)',
    'rate(30 seconds)',
    'rate(5 minutes) ',
    'cron(0 12 * * *)',
    'cron(0 12 L * ? *)',
    '',
  ])('fails when it reads %j', (expression) => {
    expect(() => parseSchedule(expression)).toThrow(
      new Error(
        `ScheduleExpression: is not modelled, got ${expression}; use rate(1 minute), rate(5 minutes), and likewise with hours and days, or cron(0 9 ? * MON-FRI *) without L, W and #`,
      ),
    );
  });
});

describe(`Rule with a cron expression (${source})`, () => {
  test.each([
    ['cron(0 10 * * ? *)', '2026-11-27T10:00:00.000Z'],
    ['cron(0 8 ? * MON-FRI *)', '2026-11-30T08:00:00.000Z'],
    ['cron(0 8 1 1 ? 2020)', undefined],
  ])('runs next, whenever it was created: %s', (expression, expected) => {
    const nextMs = nextRun(parseSchedule(expression), 1_000, Date.parse('2026-11-27T09:00:00Z'));
    expect(nextMs && new Date(nextMs).toISOString()).toBe(expected);
  });
});

describe(`Scheduled rule (${source})`, () => {
  test.each([
    ['at its creation', 1_000, 301_000],
    ['before its creation', 0, 301_000],
    ['half an interval later', 151_000, 301_000],
    ['just before a run', 300_999, 301_000],
    ['at a run', 301_000, 601_000],
    ['after a run', 301_001, 601_000],
  ])('knows its next run %s', (_name, afterMs, expected) => {
    expect(nextRun({ kind: 'rate', everyMs: 300_000 }, 1_000, afterMs)).toBe(expected);
  });
});
