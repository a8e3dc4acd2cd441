import { aMetricAlarm } from '../../helpers/metric-alarm';
import { MINUTE, someAlarms } from '../../helpers/some-alarms';

describe('alarm', () => {
  test('follows its metric, evaluated once a minute on whole minutes', async () => {
    const { clock, states } = someAlarms({ Down: aMetricAlarm('down') }, (minute) =>
      minute >= 3 && minute < 6 ? 1 : 0,
    );
    await clock.runUntil(10 * MINUTE);
    expect(states()).toEqual([
      ['down', 'OK', 1.5],
      ['down', 'ALARM', 4.5],
      ['down', 'OK', 7.5],
    ]);
  });

  test('has a name of its own where the template gives it none', () => {
    const { alarms } = someAlarms({ Down: aMetricAlarm('down', { AlarmName: undefined }) }, () => 0);
    expect(alarms.all.map(({ name }) => name)).toEqual(['Stack-Down']);
  });

  test('waits for the datapoints that it needs', async () => {
    const alarm = aMetricAlarm('down', { EvaluationPeriods: 3, DatapointsToAlarm: 2 });
    const { clock, states } = someAlarms({ Down: alarm }, (minute) => (minute === 3 || minute === 5 ? 1 : 0));
    await clock.runUntil(10 * MINUTE);
    expect(states().slice(1)).toEqual([
      ['down', 'ALARM', 6.5],
      ['down', 'OK', 7.5],
    ]);
  });

  test('that looks back more than a day is evaluated once an hour, on data up to the full hour', async () => {
    const HOUR = 60;
    const alarm = aMetricAlarm('down', { Period: 86_400, EvaluationPeriods: 2, DatapointsToAlarm: 1 });
    const { clock, states } = someAlarms({ Down: alarm }, (minute) => (minute === 2 * HOUR + 1 ? 1 : 0));
    await clock.runUntil(5 * HOUR * MINUTE);
    expect(states()).toEqual([
      ['down', 'OK', 1.5 * HOUR],
      ['down', 'ALARM', 3.5 * HOUR],
    ]);
  });

  test('that looks back more than a day tells nobody that it is well at last, and everybody of what comes then', async () => {
    const alarm = aMetricAlarm('down', {
      ...{ Period: 86_400, EvaluationPeriods: 2, DatapointsToAlarm: 1 },
      ...{ AlarmActions: ['told'], OKActions: ['told'] },
    });
    const { clock, actions } = someAlarms({ Down: alarm }, (minute) => (minute === 121 ? 1 : 0));
    await clock.runUntil(5 * 60 * MINUTE);
    expect(actions).toEqual(['down ALARM told']);
  });

  test.each([
    ['AWS/DynamoDB', undefined],
    ['Test', 'INSUFFICIENT_DATA'],
  ])('on metrics of %s without data any more goes to %s', async (namespace, state) => {
    const alarm = aMetricAlarm('down', { Namespace: namespace });
    const { clock, states } = someAlarms({ Down: alarm }, (minute) => (minute < 3 ? 1 : undefined), {
      namespace,
    });
    await clock.runUntil(20 * MINUTE);
    expect(states()[1]?.[1]).toBe(state);
  });

  test('has its message say what it watches', () => {
    const { alarms } = someAlarms({ Down: aMetricAlarm('down') }, () => 0);
    expect(alarms.find('down')?.watches).toMatchObject({ Trigger: { MetricName: 'Down' } });
  });

  test('acts on changes only', async () => {
    const { clock, actions } = someAlarms({ Down: aMetricAlarm('down') }, (minute) =>
      minute >= 3 && minute < 30 ? 1 : 0,
    );
    await clock.runUntil(40 * MINUTE);
    expect(actions).toEqual(['down OK topic', 'down ALARM topic', 'down OK topic']);
  });

  test('acts when it loses its data', async () => {
    const alarm = aMetricAlarm('down', { InsufficientDataActions: ['silence'] });
    const { clock, actions } = someAlarms({ Down: alarm }, (minute) => (minute < 3 ? 0 : undefined));
    await clock.runUntil(20 * MINUTE);
    expect(actions).toEqual(['down OK topic', 'down INSUFFICIENT_DATA silence']);
  });

  test.each([
    [{ ExtendedStatistic: 'p50', Statistic: undefined }, 'OK'],
    [{ ExtendedStatistic: 'p90', Statistic: undefined }, 'ALARM'],
    [
      { ExtendedStatistic: 'p90', Statistic: undefined, EvaluateLowSampleCountPercentile: 'ignore' },
      'INSUFFICIENT_DATA',
    ],
  ])('judges by a percentile: %j, %s', async (but, state) => {
    // Three periods of a minute; one of them has the only 1.
    const alarm = aMetricAlarm('down', { ...but, Period: 180 });
    const { clock, alarms } = someAlarms({ Down: alarm }, (minute) => (minute % 3 === 0 ? 1 : 0));
    await clock.runUntil(10 * MINUTE);
    expect(alarms.find('down')?.state).toBe(state);
  });

  test.each([
    [{ ExtendedStatistic: 'p90' }, 'Statistic: must be given, or else ExtendedStatistic, but not both'],
    [{ Statistic: undefined }, 'Statistic: must be given, or else ExtendedStatistic, but not both'],
    [
      { Statistic: undefined, ExtendedStatistic: 'p101' },
      'ExtendedStatistic: must be a percentile such as p90',
    ],
    [{ Period: undefined }, 'MetricName: must be given with Namespace and Period, or else Metrics'],
    [{ Namespace: undefined }, 'MetricName: must be given with Namespace and Period, or else Metrics'],
    [{ Period: 0 }, 'Period: must be 10, 20, 30, 60 or a multiple of 60, got 0'],
    [{ Period: 15 }, 'Period: must be 10, 20, 30, 60 or a multiple of 60, got 15'],
    [{ Period: 90 }, 'Period: must be 10, 20, 30, 60 or a multiple of 60, got 90'],
    [{ EvaluationPeriods: 0 }, 'EvaluationPeriods: must be a whole number from 1 on, got 0'],
    [{ EvaluationPeriods: 1.5 }, 'EvaluationPeriods: must be a whole number from 1 on, got 1.5'],
    [{ DatapointsToAlarm: 0 }, 'DatapointsToAlarm: must be a whole number from 1 on, got 0'],
    [{ EvaluationPeriods: 2, DatapointsToAlarm: 3 }, 'DatapointsToAlarm: must be at most EvaluationPeriods'],
    [{ EvaluationPeriods: 1_441 }, 'EvaluationPeriods: must come to seven days at most'],
    [{ Period: 3_600, EvaluationPeriods: 169 }, 'EvaluationPeriods: must come to seven days at most'],
  ])('fails when it has %j', (but, message) => {
    expect(() => someAlarms({ Down: aMetricAlarm('down', but) }, () => 0)).toThrow(
      `Stack/Down (AWS::CloudWatch::Alarm): the rehearsal can't read ${message}`,
    );
  });

  test.each([
    { Period: 60, EvaluationPeriods: 1_440 },
    { Period: '3600', EvaluationPeriods: '168' },
    { EvaluationPeriods: 3, DatapointsToAlarm: 3 },
  ])('may have %j', (but) => {
    expect(() => someAlarms({ Down: aMetricAlarm('down', but) }, () => 0)).not.toThrow();
  });

  test('changes without acting while its actions are disabled', async () => {
    const alarm = aMetricAlarm('down', { ActionsEnabled: false });
    const { clock, actions, states, changes } = someAlarms({ Down: alarm }, () => 1);
    await clock.runUntil(2 * MINUTE);
    expect(states()).toEqual([['down', 'ALARM', 1.5]]);
    expect(changes).toHaveLength(1);
    expect(actions).toEqual([]);
  });

  test.each([
    ['missing', 'INSUFFICIENT_DATA'],
    ['ignore', 'OK'],
    ['breaching', 'ALARM'],
    ['notBreaching', 'OK'],
  ])('without data, treated as %s, ends in %s', async (TreatMissingData, expected) => {
    const { clock, alarms } = someAlarms({ Down: aMetricAlarm('down', { TreatMissingData }) }, (minute) =>
      minute < 3 ? 0 : undefined,
    );
    await clock.runUntil(20 * MINUTE);
    expect(alarms.find('down')?.state).toBe(expected);
  });

  test('fails when another alarm has its name', () => {
    expect(() => someAlarms({ One: aMetricAlarm('down'), Two: aMetricAlarm('down') }, () => 0)).toThrow(
      'Stack/Two.AlarmName: is the name of another alarm, got down; give each alarm of the assembly its own',
    );
  });

  test('is evaluated at whole milliseconds, so that everybody is told the same time of a change', async () => {
    const { clock, alarms } = someAlarms({ Down: aMetricAlarm('down') }, () => 1, { random: () => 1 / 7 });
    await clock.runUntil(2 * MINUTE);
    expect(alarms.find('down')?.changedMs).toBe(MINUTE + 8_571);
  });

  test('starts without data', () => {
    const { alarms } = someAlarms({ Down: aMetricAlarm('down') }, () => 0);
    expect(alarms.find('down')).toMatchObject({ state: 'INSUFFICIENT_DATA', changedMs: 0 });
    expect(alarms.find('nobody')).toBeUndefined();
  });
});
