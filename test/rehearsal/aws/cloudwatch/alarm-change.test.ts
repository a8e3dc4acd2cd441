import {
  type AlarmChange,
  alarmEvent,
  alarmInvocation,
  alarmMessage,
} from '../../../../lib/rehearsal/aws/cloudwatch/alarm-change';

describe('change of an alarm', () => {
  const change: AlarmChange = (() => {
    const previous = {
      name: 'shop-down',
      arn: 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:shop-down',
      description: 'Look at the runbook',
      actions: { ALARM: ['alarm-topic'], OK: ['ok-topic'], INSUFFICIENT_DATA: [] },
      state: 'OK',
      because: 'fine',
      changedMs: Date.parse('2026-11-27T09:00:00Z'),
      configuredMs: Date.parse('2026-11-01T00:00:00Z'),
      watches: { Trigger: { MetricName: 'Errors' } },
    } as const;
    const changedMs = Date.parse('2026-11-27T10:11:12.345Z');
    return { previous, alarm: { ...previous, state: 'ALARM', because: '1 of 1 datapoints', changedMs } };
  })();

  test('is an event for EventBridge', () => {
    expect(alarmEvent(change)).toMatchObject({
      'detail-type': 'CloudWatch Alarm State Change',
      source: 'aws.cloudwatch',
      time: '2026-11-27T10:11:12.345Z',
      resources: ['arn:aws:cloudwatch:us-east-1:123456789012:alarm:shop-down'],
      detail: {
        alarmName: 'shop-down',
        state: { value: 'ALARM', timestamp: '2026-11-27T10:11:12.345+0000' },
        previousState: { value: 'OK' },
      },
    });
  });

  test('is what a function gets that is an action', () => {
    expect(alarmInvocation(change)).toEqual({
      source: 'aws.cloudwatch',
      alarmArn: 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:shop-down',
      accountId: '123456789012',
      time: '2026-11-27T10:11:12.345+0000',
      region: 'us-east-1',
      alarmData: alarmEvent(change).detail,
    });
  });

  test('tells its region', () => {
    const arn = 'arn:aws:cloudwatch:eu-west-1:123456789012:alarm:shop-down';
    const elsewhere = { ...change, alarm: { ...change.alarm, arn } };
    expect(alarmEvent(elsewhere).region).toBe('eu-west-1');
    expect(alarmMessage(elsewhere).subject).toBe('ALARM: "shop-down" in eu-west-1');
  });

  test('is a message with a text per protocol', () => {
    const { subject, message } = alarmMessage(change);
    const texts = JSON.parse(message);
    expect(subject).toBe('ALARM: "shop-down" in US East (N. Virginia)');
    expect(texts.sms).toBe('ALARM: shop-down');
    expect(texts.email).toContain('OK -> ALARM');
    expect(JSON.parse(texts.default)).toEqual({
      AlarmName: 'shop-down',
      AlarmDescription: 'Look at the runbook',
      AWSAccountId: '123456789012',
      AlarmConfigurationUpdatedTimestamp: '2026-11-01T00:00:00.000+0000',
      NewStateValue: 'ALARM',
      NewStateReason: '1 of 1 datapoints',
      StateChangeTime: '2026-11-27T10:11:12.345+0000',
      Region: 'US East (N. Virginia)',
      AlarmArn: 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:shop-down',
      OldStateValue: 'OK',
      ActionExecutedAfterMuteWindow: false,
      OKActions: ['ok-topic'],
      AlarmActions: ['alarm-topic'],
      InsufficientDataActions: [],
      Trigger: { MetricName: 'Errors' },
    });
  });

  test('says that its actions waited for the end of a mute window', () => {
    const { message } = alarmMessage({ ...change, afterMuteWindow: true });
    expect(JSON.parse(JSON.parse(message).default)).toMatchObject({ ActionExecutedAfterMuteWindow: true });
  });

  test.each([1, 60, 300])('has a subject of less than 100 characters for a name of %i', (length) => {
    const { subject } = alarmMessage({ ...change, alarm: { ...change.alarm, name: 'n'.repeat(length) } });
    expect(subject.length).toBeLessThan(100);
  });
});
