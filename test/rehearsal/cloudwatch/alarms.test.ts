import type { TemplateResource } from '../../../lib/rehearsal/assembly/template';
import { every } from '../../../lib/rehearsal/clock/clock';
import { VirtualClock } from '../../../lib/rehearsal/clock/virtual-clock';
import { type AlarmChange, alarmEvent, alarmMessage } from '../../../lib/rehearsal/cloudwatch/alarm-change';
import { Alarms } from '../../../lib/rehearsal/cloudwatch/alarms';
import { MetricStore } from '../../../lib/rehearsal/cloudwatch/metric-store';
import { EventLog } from '../../../lib/rehearsal/event-log';
import { aDeployment, aResource } from '../helpers/a-deployment';
import { aMetricAlarm } from '../helpers/metric-alarm';

const MINUTE = 60_000;

const aComposite = (AlarmRule: string, but: Record<string, unknown> = {}) =>
  aResource('AWS::CloudWatch::CompositeAlarm', {
    AlarmName: 'outage',
    AlarmRule,
    AlarmActions: ['topic'],
    OKActions: ['topic'],
    ...but,
  });

/** Alarms evaluated in the middle of each minute; the metric gets a sample a quarter into it. */
const build = (
  resources: Record<string, TemplateResource>,
  values: (minute: number) => number | undefined,
) => {
  const clock = new VirtualClock(0);
  const log = new EventLog(() => clock.nowMs);
  const metrics = new MetricStore(clock);
  const changes: AlarmChange[] = [];
  const actions: string[] = [];
  const alarms = new Alarms(aDeployment(resources), {
    clock,
    log,
    metrics,
    random: () => 0.5,
    onChange: (change) => changes.push(change),
    act: (actionArn, { alarm }) => actions.push(`${alarm.name} ${alarm.state} ${actionArn}`),
  });
  every(clock, MINUTE, MINUTE / 4, () => {
    const value = values(Math.floor(clock.nowMs / MINUTE));
    if (value !== undefined) metrics.put({ namespace: 'Test', name: 'Down', dimensions: {} }, value);
  });
  const states = () =>
    log.events
      .filter((event) => event.kind === 'alarm')
      .map(({ alarmName, to, atMs }) => [alarmName, to, atMs / MINUTE]);
  return { clock, alarms, changes, actions, states };
};

describe('alarm', () => {
  test('follows its metric, evaluated once a minute on whole minutes', async () => {
    const { clock, states } = build({ Down: aMetricAlarm('down') }, (minute) =>
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
    const { alarms } = build({ Down: aMetricAlarm('down', { AlarmName: undefined }) }, () => 0);
    expect(alarms.all.map(({ name }) => name)).toEqual(['Stack-Down']);
  });

  test('waits for the datapoints that it needs', async () => {
    const alarm = aMetricAlarm('down', { EvaluationPeriods: 3, DatapointsToAlarm: 2 });
    const { clock, states } = build({ Down: alarm }, (minute) => (minute === 3 || minute === 5 ? 1 : 0));
    await clock.runUntil(10 * MINUTE);
    expect(states().slice(1)).toEqual([
      ['down', 'ALARM', 6.5],
      ['down', 'OK', 7.5],
    ]);
  });

  test('acts on changes only', async () => {
    const { clock, actions } = build({ Down: aMetricAlarm('down') }, (minute) =>
      minute >= 3 && minute < 30 ? 1 : 0,
    );
    await clock.runUntil(40 * MINUTE);
    expect(actions).toEqual(['down OK topic', 'down ALARM topic', 'down OK topic']);
  });

  test('acts when it loses its data', async () => {
    const alarm = aMetricAlarm('down', { InsufficientDataActions: ['silence'] });
    const { clock, actions } = build({ Down: alarm }, (minute) => (minute < 3 ? 0 : undefined));
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
    const { clock, alarms } = build({ Down: alarm }, (minute) => (minute % 3 === 0 ? 1 : 0));
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
  ])('fails when it has %j', (but, message) => {
    expect(() => build({ Down: aMetricAlarm('down', but) }, () => 0)).toThrow(
      `Stack/Down (AWS::CloudWatch::Alarm): the rehearsal can't read ${message}`,
    );
  });

  test('changes without acting while its actions are disabled', async () => {
    const alarm = aMetricAlarm('down', { ActionsEnabled: false });
    const { clock, actions, states, changes } = build({ Down: alarm }, () => 1);
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
    const { clock, alarms } = build({ Down: aMetricAlarm('down', { TreatMissingData }) }, (minute) =>
      minute < 3 ? 0 : undefined,
    );
    await clock.runUntil(20 * MINUTE);
    expect(alarms.find('down')?.state).toBe(expected);
  });

  test('starts without data', () => {
    const { alarms } = build({ Down: aMetricAlarm('down') }, () => 0);
    expect(alarms.find('down')).toMatchObject({ state: 'INSUFFICIENT_DATA', changedMs: 0 });
    expect(alarms.find('nobody')).toBeUndefined();
  });
});

describe('composite alarm', () => {
  const children = {
    Down: aMetricAlarm('down'),
    Calm: aMetricAlarm('calm', { Threshold: 100 }),
  };

  test('follows its children at once', async () => {
    const resources = { ...children, Outage: aComposite('ALARM("down") OR ALARM("calm")') };
    const { clock, states, actions } = build(resources, (minute) => (minute === 3 ? 1 : 0));
    await clock.runUntil(8 * MINUTE);
    expect(states().filter(([name]) => name === 'outage')).toEqual([
      ['outage', 'OK', 1.5],
      ['outage', 'ALARM', 4.5],
      ['outage', 'OK', 5.5],
    ]);
    expect(actions.filter((action) => action.startsWith('outage'))).toHaveLength(3);
  });

  test('stays where it is while one child is not enough', async () => {
    const resources = { ...children, Outage: aComposite('ALARM("down") AND ALARM("calm")') };
    const { clock, alarms } = build(resources, () => 1);
    await clock.runUntil(8 * MINUTE);
    expect(alarms.find('down')?.state).toBe('ALARM');
    expect(alarms.find('outage')?.state).toBe('OK');
  });

  test.each([
    ['ALARM("nobody")', {}, 'AlarmRule: names no alarm of this assembly, got nobody; use one that is in it'],
    [
      'TRUE',
      { ActionsSuppressor: 'nobody' },
      'ActionsSuppressor: names no alarm of this assembly, got nobody; use one that is in it',
    ],
    [
      'NOT ALARM("outage")',
      {},
      'AlarmRule: leads in a circle of composite alarms, got outage; the rehearsal does not model that',
    ],
  ])('fails when its rule is %s with %j', (rule, but, message) => {
    expect(() => build({ Outage: aComposite(rule, but) }, () => 0)).toThrow(
      expect.objectContaining({ code: 'UNSUPPORTED_PROPERTY', message: `Stack/Outage.${message}` }),
    );
  });

  test('fails when its rule is not modelled, and names it', () => {
    expect(() => build({ Outage: aComposite('AT_LEAST(1, UP, (a, b))') }, () => 0)).toThrow('Stack/Outage');
  });
});

describe('change of an alarm', () => {
  const change: AlarmChange = (() => {
    const previous = {
      name: 'shop-down',
      arn: 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:shop-down',
      description: 'Look at the runbook',
      actions: { ALARM: [], OK: [], INSUFFICIENT_DATA: [] },
      state: 'OK',
      because: 'fine',
      changedMs: Date.parse('2026-11-27T09:00:00Z'),
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
    expect(JSON.parse(texts.default)).toMatchObject({
      NewStateValue: 'ALARM',
      OldStateValue: 'OK',
      AlarmName: 'shop-down',
    });
  });

  test.each([1, 60, 300])('has a subject of less than 100 characters for a name of %i', (length) => {
    const { subject } = alarmMessage({ ...change, alarm: { ...change.alarm, name: 'n'.repeat(length) } });
    expect(subject.length).toBeLessThan(100);
  });
});

describe('composite alarm with a suppressor', () => {
  /** A second metric alarm on the same metric: `deploying` is in ALARM from 100 on. */
  const resources = {
    Down: aMetricAlarm('down', { AlarmActions: [], OKActions: [] }),
    Deploying: aMetricAlarm('deploying', { Threshold: 100, AlarmActions: [], OKActions: [] }),
    Outage: aComposite('ALARM("down")', {
      ActionsSuppressor: 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:deploying',
      ActionsSuppressorWaitPeriod: 90,
      ActionsSuppressorExtensionPeriod: 30,
    }),
  };
  /** What is done about the store that is down from minute 4 to 12. */
  const play = async (deploying: (minute: number) => boolean) => {
    const world = build(resources, (minute) =>
      minute >= 4 && minute < 12 ? (deploying(minute) ? 100 : 1) : 0,
    );
    const acted: [string, number][] = [];
    for (let atMs = 0; atMs <= 20 * MINUTE; atMs += MINUTE / 4) {
      const before = world.actions.length;
      await world.clock.runUntil(atMs);
      for (const action of world.actions.slice(before)) acted.push([action, atMs / MINUTE]);
    }
    return { acted, changes: world.changes };
  };

  test('acts once the wait period is over', async () => {
    const { acted } = await play(() => false);
    expect(acted).toEqual([
      ['outage OK topic', 3],
      ['outage ALARM topic', 7],
      ['outage OK topic', 15],
    ]);
  });

  test('does nothing while its suppressor is in ALARM, and acts after the extension period', async () => {
    const { acted } = await play((minute) => minute < 8);
    expect(acted).toEqual([
      ['outage OK topic', 3],
      ['outage ALARM topic', 10],
      ['outage OK topic', 15],
    ]);
  });

  test('does nothing about an outage that ends before its suppressor lets it', async () => {
    const { acted } = await play(() => true);
    expect(acted).toEqual([['outage OK topic', 3]]);
  });

  test('tells EventBridge what holds back its actions', async () => {
    const { changes } = await play(() => true);
    const outage = changes.find(({ alarm }) => alarm.name === 'outage' && alarm.state === 'ALARM');
    expect(outage && alarmEvent(outage).detail.state).toMatchObject({
      actionsSuppressedBy: expect.any(String),
    });
  });
});
