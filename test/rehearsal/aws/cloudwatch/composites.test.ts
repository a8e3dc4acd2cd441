import { Deployment } from '../../../../lib/rehearsal/aws/assembly/deployment';
import { alarmEvent } from '../../../../lib/rehearsal/aws/cloudwatch/alarm-change';
import { readComposites } from '../../../../lib/rehearsal/aws/cloudwatch/composites';
import { aStack } from '../../helpers/a-deployment';
import { aMetricAlarm } from '../../helpers/metric-alarm';
import { aComposite, MINUTE, someAlarms } from '../../helpers/some-alarms';

describe('composite alarm', () => {
  const children = {
    Down: aMetricAlarm('down'),
    Calm: aMetricAlarm('calm', { Threshold: 100 }),
  };

  test('follows its children at once', async () => {
    const resources = { ...children, Outage: aComposite('ALARM("down") OR ALARM("calm")') };
    const { clock, states, actions } = someAlarms(resources, (minute) => (minute === 3 ? 1 : 0));
    await clock.runUntil(8 * MINUTE);
    expect(states().filter(([name]) => name === 'outage')).toEqual([
      ['outage', 'OK', 0],
      ['outage', 'ALARM', 4.5],
      ['outage', 'OK', 5.5],
    ]);
    expect(actions.filter((action) => action.startsWith('outage'))).toHaveLength(3);
  });

  test.each([
    ['INSUFFICIENT_DATA("down")', 'ALARM'],
    ['ALARM("down")', 'OK'],
    ['TRUE', 'ALARM'],
  ])('is evaluated as soon as it is there, whatever its children do: %s', async (rule, state) => {
    const { clock, alarms, actions } = someAlarms({ ...children, Outage: aComposite(rule) }, () => undefined);
    await clock.runUntil(0);
    expect(alarms.find('outage')?.state).toBe(state);
    expect(actions).toEqual([`outage ${state} topic`]);
  });

  test('stays where it is while one child is not enough', async () => {
    const resources = { ...children, Outage: aComposite('ALARM("down") AND ALARM("calm")') };
    const { clock, alarms } = someAlarms(resources, () => 1);
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
    expect(() => someAlarms({ Outage: aComposite(rule, but) }, () => 0)).toThrow(
      expect.objectContaining({ code: 'UNSUPPORTED_PROPERTY', message: `Stack/Outage.${message}` }),
    );
  });

  test('fails when its rule names an alarm of another region', () => {
    const stacks = [
      aStack({ Down: aMetricAlarm('down') }),
      { ...aStack({ Outage: aComposite('ALARM("down")') }), name: 'Other', region: 'eu-west-1' },
    ];
    expect(() => readComposites(new Deployment(stacks))).toThrow(
      'Other/Outage.AlarmRule: names no alarm in eu-west-1, got down; use one that is in it',
    );
  });

  test('fails when its rule is not modelled, and names it', () => {
    expect(() => someAlarms({ Outage: aComposite('AT_LEAST(1, UP, (a, b))') }, () => 0)).toThrow(
      'Stack/Outage',
    );
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
    const world = someAlarms(resources, (minute) =>
      minute >= 4 && minute < 12 ? (deploying(minute) ? 100 : 1) : 0,
    );
    const acted: [string, number][] = [];
    for (let atMs = 0; atMs <= 20 * MINUTE; atMs += MINUTE / 4) {
      const before = world.actions.length;
      await world.clock.runUntil(atMs);
      for (const action of world.actions.slice(before)) {
        acted.push([action, atMs / MINUTE]);
      }
    }
    return { acted, changes: world.changes };
  };

  test('acts once the wait period is over', async () => {
    const { acted } = await play(() => false);
    expect(acted).toEqual([
      ['outage OK topic', 1.5],
      ['outage ALARM topic', 7],
      ['outage OK topic', 15],
    ]);
  });

  test('does nothing while its suppressor is in ALARM, and acts after the extension period', async () => {
    const { acted } = await play((minute) => minute < 8);
    expect(acted).toEqual([
      ['outage OK topic', 1.5],
      ['outage ALARM topic', 10],
      ['outage OK topic', 15],
    ]);
  });

  test('does nothing about an outage that ends before its suppressor lets it', async () => {
    const { acted } = await play(() => true);
    expect(acted).toEqual([['outage OK topic', 1.5]]);
  });

  test('tells EventBridge what holds back its actions', async () => {
    const { changes } = await play(() => true);
    const outage = changes.find(({ alarm }) => alarm.name === 'outage' && alarm.state === 'ALARM');
    expect(outage && alarmEvent(outage).detail.state).toMatchObject({
      actionsSuppressedBy: 'WaitPeriod',
      actionsSuppressedReason: 'Actions suppressed by WaitPeriod',
    });
  });
});
