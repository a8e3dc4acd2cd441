import {
  type MuteRuleText,
  mutedUntil,
  parseMuteRule,
} from '../../../lib/rehearsal/aws/cloudwatch/rules/mute-window';

const source = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-mute-rules.html';

const aRule: MuteRuleText = { expression: 'cron(0 9 * * *)', duration: 'PT2H' };
/** Until when it mutes, as a time of day, at a time of 27 November 2026, which is a Friday. */
function until(but: Partial<MuteRuleText>, time: string): string | undefined {
  const found = mutedUntil(parseMuteRule({ ...aRule, ...but }), Date.parse(`2026-11-27T${time}Z`));
  return found === undefined ? undefined : new Date(found).toISOString().slice(5, 16);
}

describe(`Alarm mute rule (${source})`, () => {
  test.each([
    ['08:59:59.999', undefined],
    ['09:00:00.000', '11-27T11:00'],
    ['10:59:59.999', '11-27T11:00'],
    ['11:00:00.000', undefined],
  ])('mutes for its duration from each time of its expression: at %s', (time, expected) => {
    expect(until({}, time)).toBe(expected);
  });

  test.each([
    ['that day only', { expression: 'cron(0 9 * * FRI)' }, '11-27T11:00'],
    ['not on another day', { expression: 'cron(0 9 * * SUN)' }, undefined],
    ['on every day of the week', { expression: 'cron(0 9 * * MON-SUN)' }, '11-27T11:00'],
    ['on the last days of the week', { expression: 'cron(0 9 * * FRI-SUN)' }, '11-27T11:00'],
    ['not on the weekend', { expression: 'cron(0 9 * * SAT-SUN)' }, undefined],
    ['on the first days of the week', { expression: 'cron(0 9 * * SUN-FRI)' }, '11-27T11:00'],
    ['not before Friday', { expression: 'cron(0 9 * * SUN-THU)' }, undefined],
    ['by numbers, Sunday being the last', { expression: 'cron(0 9 * * 5-7)' }, '11-27T11:00'],
    ['into the next day', { expression: 'cron(0 10 * * *)', duration: 'P1DT1M' }, '11-28T10:01'],
    ['since days before', { expression: 'cron(0 18 * * TUE)', duration: 'P2DT17H' }, '11-27T11:00'],
    ['by its latest window', { expression: 'cron(0 * * * *)', duration: 'PT90M' }, '11-27T11:30'],
    ['once', { expression: 'at(2026-11-27T09:30)' }, '11-27T11:30'],
    ['once, long ago', { expression: 'at(2026-11-26T09:30)' }, undefined],
    ['once, later', { expression: 'at(2026-11-27T10:31)' }, undefined],
    ['not before its start', { startDate: '2026-11-27T10:30:01Z' }, undefined],
    ['from its start', { startDate: '2026-11-27T10:30:00Z' }, '11-27T11:00'],
    ['from its start, as the CDK writes it', { startDate: '2026-11-27T10:30' }, '11-27T11:00'],
    ['not before its start, as the CDK writes it', { startDate: '2026-11-27T10:31' }, undefined],
    ['from its start, with an offset', { startDate: '2026-11-27T11:30:00+01:00' }, '11-27T11:00'],
    ['until its expiry, as the CDK writes it', { expireDate: '2026-11-27T10:45' }, '11-27T10:45'],
    ['not from its expiry', { expireDate: '2026-11-27T10:30:00Z' }, undefined],
    ['until its expiry', { expireDate: '2026-11-27T10:45:00Z' }, '11-27T10:45'],
    ['in a time zone that is UTC', { timezone: 'UTC' }, '11-27T11:00'],
  ])('mutes at half past ten: %s', (_name, but, expected) => {
    expect(until(but, '10:30:00')).toBe(expected);
  });

  test.each([
    [
      { expression: 'cron(0 9 * * ? *)' },
      'Rule.Schedule.Expression: is not modelled, got cron(0 9 * * ? *); use',
    ],
    [
      { expression: 'cron(*/10 * * * *)' },
      'Rule.Schedule.Expression: is not modelled, got cron(*/10 * * * *); use',
    ],
    [
      { expression: 'cron(0 9 1-31/2 * *)' },
      'Rule.Schedule.Expression: is not modelled, got cron(0 9 1-31/2 * *); use',
    ],
    [{ expression: 'rate(1 day)' }, 'Rule.Schedule.Expression: is not modelled, got rate(1 day); use'],
    [{ expression: 'at(tomorrow)' }, 'Rule.Schedule.Expression: is not modelled, got at(tomorrow); use'],
    [{ timezone: 'Europe/Warsaw' }, 'Rule.Schedule.Timezone: is not modelled, got Europe/Warsaw; use UTC'],
    [{ duration: 'PT30S' }, 'Rule.Schedule.Duration: must be from PT1M to P15D, got PT30S'],
    [{ duration: 'P16D' }, 'Rule.Schedule.Duration: must be from PT1M to P15D, got P16D'],
    [{ startDate: 'soon' }, 'StartDate: must be a date and time such as 2026-11-27T22:00, got soon'],
    [{ expireDate: '2026-13-01T00:00' }, 'ExpireDate: must be a date and time such as'],
    [{ duration: 'P15DT1M' }, 'Rule.Schedule.Duration: must be from PT1M to P15D, got P15DT1M'],
  ])('fails when it has %j', (but, message) => {
    expect(() => parseMuteRule({ ...aRule, ...but })).toThrow(message);
  });

  test.each(['PT1M', 'P15D'])('may last for %s', (duration) => {
    expect(() => parseMuteRule({ ...aRule, duration })).not.toThrow();
  });
});
