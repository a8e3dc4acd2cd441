import { ALARM_LIMITS, COMPOSITE_ALARM_LIMITS } from '../../../lib/rehearsal/aws/deployability/alarm';
import { UNKNOWN } from '../../../lib/rehearsal/aws/deployability/limit';
import { refused } from '../helpers/refused';

const source = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html';
const composites =
  'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html';
const anyOf = (count: number, name = 'a') =>
  Array.from({ length: count }, (_, index) => `ALARM(${name}${index})`).join(' OR ');

describe(`Alarm that CloudWatch refuses (${source})`, () => {
  test.each([
    [{ AlarmActions: Array(6).fill('topic') }, 'AlarmActions'],
    [{ OKActions: Array(6).fill('topic') }, 'OKActions'],
    [{ InsufficientDataActions: Array(6).fill('topic') }, 'InsufficientDataActions'],
    [{ AlarmName: 'n'.repeat(256) }, 'AlarmName'],
    [{ AlarmDescription: 'd'.repeat(1_025) }, 'AlarmDescription'],
  ])('fails with %j', (but, path) => {
    for (const limits of [ALARM_LIMITS, COMPOSITE_ALARM_LIMITS]) {
      const [line, ...more] = refused(limits, { AlarmRule: 'TRUE', ...but });
      expect(more).toEqual([]);
      expect(line?.startsWith(`${path}: CloudWatch refuses it (`)).toBe(true);
    }
  });

  test.each([
    [{ AlarmActions: Array(5).fill('topic') }],
    [{ AlarmActions: [...Array(5).fill('topic'), UNKNOWN] }],
    [{ AlarmName: 'n'.repeat(255) }],
    [{ AlarmDescription: 'd'.repeat(1_024) }],
  ])('is taken with %j', (but) => {
    expect(refused(ALARM_LIMITS, but)).toEqual([]);
  });
});

describe(`Composite alarm that CloudWatch refuses (${composites})`, () => {
  const composite = (but: Readonly<Record<string, unknown>>) => refused(COMPOSITE_ALARM_LIMITS, but);
  const periods = { ActionsSuppressorWaitPeriod: 60, ActionsSuppressorExtensionPeriod: 0 };

  test.each([
    [100, 0],
    [101, 1],
  ])('has 100 children at most: %i', (count, mistakes) => {
    expect(composite({ AlarmRule: anyOf(count) })).toHaveLength(mistakes);
  });

  test.each([
    [10_240, 0],
    [10_241, 1],
  ])('has a rule of 10,240 characters at most: %i', (length, mistakes) => {
    const frame = 'ALARM()'.length;
    expect(composite({ AlarmRule: `ALARM(${'n'.repeat(length - frame)})` })).toHaveLength(mistakes);
  });

  test('needs both periods beside a suppressor', () => {
    const AlarmRule = 'TRUE';
    expect(composite({ AlarmRule, ActionsSuppressor: 'calm', ActionsSuppressorWaitPeriod: 60 })).toEqual([
      'ActionsSuppressorExtensionPeriod: CloudWatch refuses it ("ExtensionPeriod is required only when ActionsSuppressor is specified."), got null; give ActionsSuppressorExtensionPeriod',
    ]);
    expect(composite({ AlarmRule, ActionsSuppressor: 'calm', ...periods })).toEqual([]);
    expect(composite({ AlarmRule })).toEqual([]);
    expect(composite({ AlarmRule, ActionsSuppressor: UNKNOWN })).toEqual([]);
    expect(composite({ AlarmRule, ...periods, ActionsSuppressorWaitPeriod: UNKNOWN })).toEqual([]);
  });

  test('is not judged by a rule that is not understood', () => {
    expect(composite({ AlarmRule: 'TRUE OR TRUE AND FALSE' })).toEqual([]);
  });
});
