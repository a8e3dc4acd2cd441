import { every } from '../../../../lib/rehearsal/kernel/clock/clock';
import { aMetricAlarm } from '../../helpers/metric-alarm';
import { MINUTE, someAlarms } from '../../helpers/some-alarms';

describe('alarm with metric math', () => {
  const stat = (Id: string, Stat: string, but: Record<string, unknown> = {}) => ({
    Id,
    MetricStat: { Metric: { Namespace: 'Test', MetricName: 'Down' }, Period: 60, Stat, ...but },
    ReturnData: false,
  });
  const anAlarm = (...Metrics: readonly Record<string, unknown>[]) =>
    aMetricAlarm('down', {
      ...{ MetricName: undefined, Namespace: undefined, Period: undefined, Statistic: undefined },
      Metrics,
    });

  test.each([
    ['total / count', 1],
    ['IF(count > 1, total, 0)', 0],
    ['share + 0', 1],
  ])('watches what its expression comes to: %s, %i times over', async (Expression, times) => {
    const alarm = anAlarm(
      { Id: 'e1', Expression },
      { Id: 'share', Expression: 'total / count', ReturnData: false },
      stat('total', 'Sum'),
      stat('count', 'SampleCount'),
    );
    const { clock, alarms, states } = someAlarms({ Down: alarm }, (minute) => (minute === 3 ? 1 : 0));
    await clock.runUntil(6 * MINUTE);
    expect(alarms.find('down')?.state).toBe('OK');
    expect(states().filter(([, to]) => to === 'ALARM')).toHaveLength(times);
  });

  test('computes an expression once, however often others use it', async () => {
    const steps = Array.from({ length: 60 }, (_, index) => ({
      Id: `e${index + 1}`,
      Expression: `(e${index} + e${index}) / 2`,
      ReturnData: index === 59,
    }));
    const alarm = anAlarm(...steps, stat('e0', 'Maximum'));
    const { clock, alarms } = someAlarms({ Down: alarm }, () => 1);
    await clock.runUntil(3 * MINUTE);
    expect(alarms.find('down')?.state).toBe('ALARM');
  });

  test('may be one metric in the words of metric math', async () => {
    const { clock, alarms } = someAlarms(
      { Down: anAlarm({ ...stat('m1', 'Maximum'), ReturnData: true }) },
      () => 1,
    );
    await clock.runUntil(3 * MINUTE);
    expect(alarms.find('down')?.state).toBe('ALARM');
  });

  test.each([
    [
      [{ Id: 'e1', Expression: 'RATE(m1)' }, stat('m1', 'Sum')],
      'the expression is not modelled, got RATE; use',
    ],
    [
      [{ Id: 'e1', Expression: 'm1 +' }, stat('m1', 'Sum')],
      'the expression is not understood at its end, got m1 +',
    ],
    [
      [
        { Id: 'e1', Expression: 'e2' },
        { Id: 'e2', Expression: 'e1', ReturnData: false },
      ],
      'lead in a circle, got e1, e2, e1',
    ],
    [[{ Id: 'e1' }], 'e1 is neither a metric nor an expression; give it MetricStat or Expression'],
    [[stat('m1', 'Sum')], 'one of them must have ReturnData, and no other'],
    [
      [{ Id: 'e1', Expression: 'm1 + m2' }, stat('m1', 'Sum'), stat('m2', 'Sum', { Period: 300 })],
      'must have one period, got 60, 300 s',
    ],
  ])('fails when it is not modelled: %#', (queries, message) => {
    expect(() => someAlarms({ Down: anAlarm(...queries) }, () => 0)).toThrow(
      expect.objectContaining({
        code: 'UNSUPPORTED_PROPERTY',
        message: expect.stringContaining(`Stack/Down.Metrics: ${message}`),
      }),
    );
  });
});

describe('alarm in another region', () => {
  test.each([
    ['us-east-1', 'AWS/Test', 'ALARM'],
    ['eu-west-1', 'AWS/Test', 'ALARM'],
    ['us-east-1', 'AWS/Route53', 'ALARM'],
    ['eu-west-1', 'AWS/Route53', 'INSUFFICIENT_DATA'],
  ])('in %s, on a metric of %s, ends in %s', async (region, Namespace, state) => {
    const { clock, metrics, alarms } = someAlarms({ Down: aMetricAlarm('down', { Namespace }) }, () => 0, {
      region,
    });
    every(clock, MINUTE, 0, () => metrics.put({ namespace: Namespace, name: 'Down', dimensions: {} }, 1));
    await clock.runUntil(5 * MINUTE);
    expect(alarms.find('down')?.state).toBe(state);
  });
});
