import { alarmFactsOf } from '../../../lambda/status-update/wake-up';

/** As EventBridge delivers it, but with another detail. */
const alarmStateChange = (detail: unknown) => ({
  version: '0',
  source: 'aws.cloudwatch',
  'detail-type': 'CloudWatch Alarm State Change',
  detail,
});

describe('wake-up', () => {
  test('by an alarm tells its state and when it changed', () => {
    const state = { value: 'ALARM', reason: 'why', timestamp: '2025-03-01T10:00:00.985+0000' };
    expect(alarmFactsOf(alarmStateChange({ alarmName: 'a', state, previousState: { value: 'OK' } }))).toEqual(
      {
        a: { state: 'ALARM', sinceMs: Date.parse('2025-03-01T10:00:00.985Z') },
      },
    );
  });

  test.each([
    ['a tick of the schedule', { source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} }],
    [
      'an unknown alarm state',
      alarmStateChange({ alarmName: 'a', state: { value: 'BROKEN', timestamp: 'x' } }),
    ],
    ['a time that is none', alarmStateChange({ alarmName: 'a', state: { value: 'OK', timestamp: 'soon' } })],
    ['no detail', alarmStateChange(undefined)],
    ['nothing', undefined],
  ])('by %s tells nothing', (_, event) => {
    expect(alarmFactsOf(event)).toEqual({});
  });
});
