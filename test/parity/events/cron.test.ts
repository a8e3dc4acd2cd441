import fc from 'fast-check';
import {
  nextCronMatch,
  parseEventBridgeCron,
  parseFiveFieldCron,
} from '../../../lib/rehearsal/aws/events/rules/cron';

const eventBridge =
  'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html#eb-cron-expressions';
const muteRules = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-mute-rules.html';
/** A Friday. */
const AFTER = '2026-11-27T09:00:00.000Z';

function next(cron: ReturnType<typeof parseEventBridgeCron>, after = AFTER): string | undefined {
  const found = cron && nextCronMatch(cron, Date.parse(after));
  return found === undefined ? undefined : new Date(found).toISOString().slice(0, 16);
}

describe(`Cron expression of EventBridge (${eventBridge})`, () => {
  test.each([
    ['0 10 * * ? *', '2026-11-27T10:00'],
    ['15 12 * * ? *', '2026-11-27T12:15'],
    ['0 9 * * ? *', '2026-11-28T09:00'],
    ['1 9 * * ? *', '2026-11-27T09:01'],
    ['0 18 ? * MON-FRI *', '2026-11-27T18:00'],
    ['0 8 ? * MON-FRI *', '2026-11-30T08:00'],
    ['0 8 ? * 2-6 *', '2026-11-30T08:00'],
    ['0 8 ? * 1 *', '2026-11-29T08:00'],
    ['0 8 ? * sat,SUN *', '2026-11-28T08:00'],
    ['0 8 1 * ? *', '2026-12-01T08:00'],
    ['0/15 * * * ? *', '2026-11-27T09:15'],
    ['*/20 * * * ? *', '2026-11-27T09:20'],
    ['5/10 * ? * MON-FRI *', '2026-11-27T09:05'],
    ['0-30/15 8-17 ? * MON-FRI *', '2026-11-27T09:15'],
    ['1/10 * * * ? *', '2026-11-27T09:01'],
    ['0 0 29 2 ? *', '2028-02-29T00:00'],
    ['0 0 1 JAN,JUL ? *', '2027-01-01T00:00'],
    ['0 0 1 1 ? 2030', '2030-01-01T00:00'],
    ['0 0 1 1 ? 2020', undefined],
    ['0 0 30 FEB ? *', undefined],
  ])('%s', (text, expected) => {
    expect(next(parseEventBridgeCron(text))).toBe(expected);
  });

  test.each([
    ['2026-11-27T09:59:59.999Z', '2026-11-27T10:00'],
    ['2026-11-27T10:00:00.000Z', '2026-11-28T10:00'],
    ['2026-11-27T10:00:00.001Z', '2026-11-28T10:00'],
    ['2026-12-31T10:00:00.000Z', '2027-01-01T10:00'],
  ])('comes next after %s', (after, expected) => {
    expect(next(parseEventBridgeCron('0 10 * * ? *'), after)).toBe(expected);
  });

  test.each([
    '0 10 * * *',
    '0 10 * * ? * *',
    '0 10 * * * *',
    '0 10 ? * ? *',
    '60 10 * * ? *',
    '0 24 * * ? *',
    '0 10 0 * ? *',
    '0 10 32 * ? *',
    '0 10 * 13 ? *',
    '0 10 ? * 8 *',
    '0 10 ? * 0 *',
    '0 10 * * ? 1969',
    '0 10 L * ? *',
    '0 10 3W * ? *',
    '0 10 ? * 6#3 *',
    '0 10 ? * 6L *',
    '5-1 10 * * ? *',
    '*/0 10 * * ? *',
    '1-2-3 10 * * ? *',
    ', 10 * * ? *',
    '',
  ])('is not modelled: %j', (text) => {
    expect(parseEventBridgeCron(text)).toBeUndefined();
  });

  test('comes on whole minutes, later each time', () => {
    fc.assert(
      fc.property(fc.nat(59), fc.nat(23), fc.nat(4_000_000_000_000), (minute, hour, afterMs) => {
        const cron = parseEventBridgeCron(`${minute} ${hour} * * ? *`);
        const found = cron && nextCronMatch(cron, afterMs);
        expect(found).toBeGreaterThan(afterMs);
        expect(found).toBeLessThanOrEqual(afterMs + 86_400_000);
        expect(new Date(found ?? 0).getUTCHours()).toBe(hour);
        expect((found ?? 1) % 60_000).toBe(0);
      }),
    );
  });
});

describe(`Cron expression of alarm mute rules (${muteRules})`, () => {
  test.each([
    ['0 2 * * *', '2026-11-28T02:00'],
    ['0 2 * * SUN', '2026-11-29T02:00'],
    ['0 2 * * 0', '2026-11-29T02:00'],
    ['0 2 * * 7', '2026-11-29T02:00'],
    ['0 1 1 * *', '2026-12-01T01:00'],
    ['0 18 * * FRI', '2026-11-27T18:00'],
    ['0 18 * * 5', '2026-11-27T18:00'],
  ])('%s', (text, expected) => {
    expect(next(parseFiveFieldCron(text))).toBe(expected);
  });

  test.each(['0 2 1 * SUN', '0 2 * *', '0 2 * * ? *', '0 2 ? * 8'])('is not modelled: %j', (text) => {
    expect(parseFiveFieldCron(text)).toBeUndefined();
  });
});
