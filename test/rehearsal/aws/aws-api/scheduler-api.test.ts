import { schedulerApi } from '../../../../lib/rehearsal/aws/aws-api/scheduler-api';
import { Schedules } from '../../../../lib/rehearsal/aws/scheduler/schedules';
import { VirtualClock } from '../../../../lib/rehearsal/kernel/clock/virtual-clock';

const TARGET = 'arn:aws:scheduler:::aws-sdk:route53:updateHealthCheck';
const MINUTE = 60_000;

/** The service at 1970-01-01T00:00Z, and what its schedules did. */
function someScheduler(random = 0.5, trusted = true) {
  const clock = new VirtualClock(0);
  const invoked: unknown[] = [];
  const api = schedulerApi({
    schedules: new Schedules(clock, () => random),
    clock,
    targets: { [TARGET]: (input) => invoked.push([clock.nowMs, input]) },
    trusts: () => trusted,
  });
  const call = (method: string, body: unknown = {}, path = '/schedules/hold') => {
    const { status, body: text } = api({
      method,
      path,
      headers: {},
      body: Buffer.from(JSON.stringify(body)),
    });
    return [status, JSON.parse(text).Code];
  };
  return { clock, invoked, call };
}

const schedule = (minute: number, but: object = {}) => ({
  ScheduleExpression: `at(${new Date(minute * MINUTE).toISOString().slice(0, 19)})`,
  FlexibleTimeWindow: { Mode: 'OFF' },
  ActionAfterCompletion: 'DELETE',
  Target: { Arn: TARGET, RoleArn: 'arn:aws:iam::111122223333:role/end', Input: '{"HealthThreshold":2}' },
  ...but,
});

describe('EventBridge Scheduler', () => {
  test.each([0, 0.5, 0.999])(
    'invokes a one-time schedule within a minute of its time, once',
    async (random) => {
      const { clock, invoked, call } = someScheduler(random);
      expect(call('POST', schedule(5))).toEqual([200, undefined]);
      await clock.runUntil(20 * MINUTE);
      expect(invoked).toEqual([[(5 + random) * MINUTE, { HealthThreshold: 2 }]]);
      // It has deleted itself.
      expect(call('DELETE')).toEqual([404, 'ResourceNotFoundException']);
    },
  );

  test('makes a schedule once, and changes only one that is there', async () => {
    const { clock, invoked, call } = someScheduler(0);
    expect(call('PUT', schedule(5))).toEqual([404, 'ResourceNotFoundException']);
    call('POST', schedule(5));
    expect(call('POST', schedule(9))).toEqual([409, 'ConflictException']);
    expect(call('PUT', schedule(9))).toEqual([200, undefined]);
    await clock.runUntil(20 * MINUTE);
    expect(invoked).toEqual([[9 * MINUTE, { HealthThreshold: 2 }]]);
  });

  test('refuses a role that does not trust it', async () => {
    const { clock, invoked, call } = someScheduler(0, false);
    expect(call('POST', schedule(5))).toEqual([400, 'ValidationException']);
    await clock.runUntil(20 * MINUTE);
    expect(invoked).toEqual([]);
  });

  test('does nothing for a schedule that was removed', async () => {
    const { clock, invoked, call } = someScheduler();
    call('POST', schedule(5));
    expect(call('DELETE')).toEqual([200, undefined]);
    await clock.runUntil(20 * MINUTE);
    expect(invoked).toEqual([]);
  });

  test.each([
    ['for a time that is past', schedule(0)],
    ['that is no one-time schedule', schedule(5, { ScheduleExpression: 'rate(1 minute)' })],
    [
      'of a target that is not modelled',
      schedule(5, { Target: { ...schedule(5).Target, Arn: 'arn:aws:scheduler:::aws-sdk:sqs:sendMessage' } }),
    ],
  ])('refuses one %s', (_, body) => {
    const { call } = someScheduler();
    expect(call('POST', body)).toEqual([400, 'ValidationException']);
    expect(call('PUT', schedule(5))).toEqual([404, 'ResourceNotFoundException']);
  });

  test('reads everything that is asked, or fails', () => {
    const { call } = someScheduler();
    expect(() => call('POST', schedule(5, { KmsKeyArn: 'arn' }))).toThrow('KmsKeyArn');
    expect(call('GET')).toEqual([400, 'ValidationException']);
    expect(call('POST', schedule(5), '/schedules')).toEqual([400, 'ValidationException']);
  });
});
