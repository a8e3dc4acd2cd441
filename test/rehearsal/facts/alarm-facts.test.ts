import { Deployment } from '../../../lib/rehearsal/aws/assembly/deployment';
import { readAlarms } from '../../../lib/rehearsal/facts/alarm-facts';
import { aDeployment, aResource, aStack } from '../helpers/a-deployment';

const TOPIC = 'arn:aws:sns:us-east-1:123456789012:topic';
const BOTH = { AlarmActions: [TOPIC], OKActions: [TOPIC] };
const anAlarm = (but: Record<string, unknown> = {}) =>
  aResource('AWS::CloudWatch::Alarm', {
    AlarmName: 'down',
    Namespace: 'AWS/Route53',
    MetricName: 'HealthCheckStatus',
    Dimensions: [{ Name: 'HealthCheckId', Value: 'home' }],
    Statistic: 'Minimum',
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 1,
    ComparisonOperator: 'LessThanThreshold',
    ...but,
  });
const aComposite = (but: Record<string, unknown> = {}) =>
  aResource('AWS::CloudWatch::CompositeAlarm', {
    AlarmRule: 'ALARM("down") OR ALARM("slow")',
    ...BOTH,
    ...but,
  });

describe('alarms of a template', () => {
  test.each([
    ['Minimum', 'LessThanThreshold', 1, 'home'],
    ['Average', 'LessThanThreshold', 1, 'home'],
    ['Maximum', 'LessThanThreshold', 1, undefined],
    ['Minimum', 'LessThanOrEqualToThreshold', 1, undefined],
    ['Minimum', 'LessThanThreshold', 0.5, undefined],
  ])(
    'watch a health check by its %s %s %d: %s',
    (Statistic, ComparisonOperator, Threshold, healthCheckId) => {
      const { alarms } = readAlarms(
        aDeployment({ Down: anAlarm({ Statistic, ComparisonOperator, Threshold }) }),
      );
      expect(alarms).toMatchObject([{ name: 'down', healthCheckId }]);
    },
  );

  test.each([
    ['do', BOTH, 1],
    ['do not, where nobody hears of the end', { AlarmActions: [TOPIC] }, 0],
    ['do not, where nobody hears of the beginning', { OKActions: [TOPIC] }, 0],
    ['do not, where their actions are disabled', { ...BOTH, ActionsEnabled: false }, 0],
  ])('tell people by themselves: they %s', (_, but, count) => {
    expect(readAlarms(aDeployment({ Down: anAlarm(but) })).announcements).toHaveLength(count);
  });

  test.each([
    ['ALARM("down") OR ALARM("slow")', ['down', 'slow']],
    ['(ALARM(down) OR ALARM(slow))', ['down', 'slow']],
    ['ALARM("arn:aws:cloudwatch:us-east-1:123456789012:alarm:down")', ['down']],
    ['ALARM("down") AND ALARM("slow")', undefined],
    ['NOT ALARM("down")', undefined],
  ])('are told of by a composite alarm: %s', (AlarmRule, alarmNames) => {
    const { announcements } = readAlarms(aDeployment({ Any: aComposite({ AlarmRule }) }));
    expect(announcements).toEqual(
      alarmNames === undefined ? [] : [{ alarmNames, by: 'alarm', isHeldBack: false, waitMs: 0 }],
    );
  });

  test('are held back by a composite alarm that is suppressed', () => {
    const Any = aComposite({
      ActionsSuppressor: 'night',
      ActionsSuppressorWaitPeriod: 60,
      ActionsSuppressorExtensionPeriod: 60,
    });
    expect(readAlarms(aDeployment({ Any })).announcements).toMatchObject([
      { isHeldBack: true, waitMs: 60_000 },
    ]);
  });

  test.each([
    ['ENABLED', ['down'], 1],
    ['DISABLED', ['down'], 0],
    ['ENABLED', ['another'], 0],
  ])('wake a function by an event rule: %s for %j', (State, alarmName, count) => {
    const Rule = aResource('AWS::Events::Rule', {
      State,
      EventPattern: { source: ['aws.cloudwatch'], detail: { alarmName } },
      Targets: [{ Id: 'Tell', Arn: 'arn:aws:lambda:us-east-1:123456789012:function:tell' }],
    });
    const { announcements } = readAlarms(aDeployment({ Down: anAlarm(), Rule }));
    expect(announcements.filter(({ by }) => by === 'function')).toHaveLength(count);
  });

  test('wake no function by a rule of another region', () => {
    const Rule = aResource('AWS::Events::Rule', {
      EventPattern: { source: ['aws.cloudwatch'] },
      Targets: [{ Id: 'Tell', Arn: 'arn:aws:lambda:eu-west-1:123456789012:function:tell' }],
    });
    const stacks = [aStack({ Down: anAlarm() }), { ...aStack({ Rule }), name: 'Other', region: 'eu-west-1' }];
    const { announcements } = readAlarms(new Deployment(stacks));
    expect(announcements.filter(({ by }) => by === 'function')).toEqual([]);
  });

  test.each([
    [{ account: ['123456789012'] }, 1],
    [{ region: ['us-east-1'] }, 1],
    [{ region: ['eu-west-1'] }, 0],
    [{ detail: { previousState: { value: ['OK'] } } }, 1],
    [{ region: [{ exists: false }] }, 0],
  ])('wake a function by any field of the event: %j', (EventPattern, count) => {
    const Rule = aResource('AWS::Events::Rule', {
      EventPattern: { source: ['aws.cloudwatch'], ...EventPattern },
      Targets: [{ Id: 'Tell', Arn: 'arn:aws:lambda:us-east-1:123456789012:function:tell' }],
    });
    const { announcements } = readAlarms(aDeployment({ Down: anAlarm(), Rule }));
    expect(announcements.filter(({ by }) => by === 'function')).toHaveLength(count);
  });
});
