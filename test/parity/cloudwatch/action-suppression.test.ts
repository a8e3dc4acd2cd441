import { actionSuppression } from '../../../lib/rehearsal/aws/cloudwatch/rules/action-suppression';

const source =
  'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Create_Composite_Alarm_Suppression.html';
const change = { changedMs: 0, suppressorInAlarm: false, waitSeconds: 60, extensionSeconds: 30 };

describe(`Actions suppressor (${source})`, () => {
  test.each([
    ['while the suppressor is in ALARM', { suppressorInAlarm: true }, 1_000_000, 'Alarm'],
    ['just before the wait period ends', {}, 59_999, 'WaitPeriod'],
    ['when the wait period ends', {}, 60_000, undefined],
    ['without a wait period', { waitSeconds: 0 }, 0, undefined],
    ['just before the extension period ends', { suppressorLeftMs: 70_000 }, 99_999, 'ExtensionPeriod'],
    ['when the extension period ends', { suppressorLeftMs: 70_000 }, 100_000, undefined],
    ['without an extension period', { suppressorLeftMs: 70_000, extensionSeconds: 0 }, 70_000, undefined],
    ['in the wait period after the extension period', { suppressorLeftMs: 10_000 }, 40_000, 'WaitPeriod'],
    [
      'in the extension period, while the change is older',
      { changedMs: 9_999, suppressorLeftMs: 10_000 },
      39_999,
      'ExtensionPeriod',
    ],
    [
      'in an extension period that the change discards',
      { changedMs: 10_000, suppressorLeftMs: 10_000 },
      39_999,
      'WaitPeriod',
    ],
    [
      'when the new wait period ends before the discarded extension period',
      { changedMs: 20_000, suppressorLeftMs: 10_000, waitSeconds: 10 },
      30_000,
      undefined,
    ],
    [
      'just before the new wait period ends',
      { changedMs: 20_000, suppressorLeftMs: 10_000, waitSeconds: 10 },
      29_999,
      'WaitPeriod',
    ],
  ] as const)('decides %s', (_name, but, nowMs, by) => {
    const decision = actionSuppression({ ...change, ...but }, nowMs);
    expect(decision).toMatchObject(by === undefined ? { kind: 'act' } : { kind: 'suppressed', by });
  });

  test.each([
    [{}, 0, 60_000],
    [{ suppressorLeftMs: 70_000 }, 80_000, 100_000],
    [{ changedMs: 75_000, suppressorLeftMs: 70_000 }, 80_000, 135_000],
    [{ suppressorInAlarm: true }, 0, undefined],
  ])('is to be decided again when the period is over: %j', (but, nowMs, untilMs) => {
    const decision = actionSuppression({ ...change, ...but }, nowMs);
    expect('untilMs' in decision ? decision.untilMs : undefined).toBe(untilMs);
  });
});
