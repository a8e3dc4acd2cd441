import { alarmActions } from '../../../lib/rehearsal/aws/cloudwatch/rules/alarm-action';

const source = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html';
const actions = { OK: ['tell-ok'], ALARM: ['tell-alarm', 'page'], INSUFFICIENT_DATA: [] };

describe(`Alarm actions (${source})`, () => {
  test.each([
    ['OK', 'ALARM', ['tell-alarm', 'page']],
    ['INSUFFICIENT_DATA', 'ALARM', ['tell-alarm', 'page']],
    ['ALARM', 'OK', ['tell-ok']],
    ['INSUFFICIENT_DATA', 'OK', ['tell-ok']],
    ['OK', 'INSUFFICIENT_DATA', []],
    ['OK', 'OK', []],
    ['ALARM', 'ALARM', []],
  ] as const)('from %s to %s are %j', (from, to, expected) => {
    expect(alarmActions({ actions }, from, to).actions).toEqual(expected);
  });

  test('do not run while they are disabled', () => {
    expect(alarmActions({ actions, actionsEnabled: false }, 'OK', 'ALARM')).toEqual({
      actions: [],
      because: 'the alarm went from OK to ALARM, its actions disabled',
    });
  });

  test('are not repeated while the alarm stays where it is', () => {
    expect(alarmActions({ actions }, 'ALARM', 'ALARM').because).toBe('the alarm stays in ALARM');
  });
});
