import { aResource } from '../../helpers/a-deployment';
import { aMetricAlarm } from '../../helpers/metric-alarm';
import { aComposite, MINUTE, someAlarms } from '../../helpers/some-alarms';

/** Mutes an alarm for ten minutes from half past midnight, but for what a test says. */
const aMuteRule = (but: Record<string, unknown> = {}) =>
  aResource('AWS::CloudWatch::AlarmMuteRule', {
    Rule: { Schedule: { Expression: 'cron(30 0 * * *)', Duration: 'PT10M' } },
    MuteTargets: { AlarmNames: ['down'] },
    ...but,
  });

describe('alarm mute rule', () => {
  /** What is done, and in which minute, about a metric that is bad for some minutes. */
  const play = async (bad: (minute: number) => boolean, but: Record<string, unknown> = {}) => {
    const resources = {
      Down: aMetricAlarm('down'),
      Outage: aComposite('ALARM("down")', { OKActions: [] }),
      Mute: aMuteRule(but),
    };
    const world = someAlarms(resources, (minute) => (bad(minute) ? 1 : 0));
    const acted: string[] = [];
    for (let minute = 2; minute < 60; minute += 1) {
      const before = world.actions.length;
      await world.clock.runUntil(minute * MINUTE);
      acted.push(...world.actions.slice(before).map((action) => `${action} before minute ${minute}`));
    }
    return { acted: acted.slice(1), alarms: world.alarms, changes: world.acted };
  };

  test('holds back what its alarm does until the window ends', async () => {
    const { acted } = await play((minute) => minute >= 32 && minute < 50);
    expect(acted).toEqual([
      'outage ALARM topic before minute 34',
      'down ALARM topic before minute 40',
      'down OK topic before minute 52',
    ]);
  });

  test('has the message say that it waited for the end of the window', async () => {
    const { changes } = await play((minute) => minute >= 32 && minute < 50);
    expect(changes.map(({ alarm, afterMuteWindow }) => [alarm.name, alarm.state, afterMuteWindow])).toEqual([
      ['down', 'OK', undefined],
      ['outage', 'ALARM', undefined],
      ['down', 'ALARM', true],
      ['down', 'OK', undefined],
    ]);
  });

  test('leaves the state of its alarm alone', async () => {
    const { alarms } = await play((minute) => minute >= 32, {
      Rule: { Schedule: { Expression: 'at(1970-01-01T00:30)', Duration: 'P1D' } },
    });
    expect(alarms.find('down')?.state).toBe('ALARM');
  });

  test('lets only the last change of a window act', async () => {
    const { acted } = await play((minute) => minute >= 32 && minute < 35);
    expect(acted).toEqual(['outage ALARM topic before minute 34', 'down OK topic before minute 40']);
  });

  test('may concern composite alarms', async () => {
    const { acted } = await play((minute) => minute >= 32, { MuteTargets: { AlarmNames: ['outage'] } });
    expect(acted).toEqual(['down ALARM topic before minute 34', 'outage ALARM topic before minute 40']);
  });

  test.each([
    [
      { MuteTargets: { AlarmNames: ['nobody'] } },
      'MuteTargets.AlarmNames: names no alarm of this assembly, got nobody;',
    ],
    [
      { Rule: { Schedule: { Expression: 'rate(1 day)', Duration: 'PT1H' } } },
      'Rule.Schedule.Expression: is not modelled, got rate(1 day);',
    ],
  ])('fails when it has %j', (but, message) => {
    expect(() => someAlarms({ Down: aMetricAlarm('down'), Mute: aMuteRule(but) }, () => 0)).toThrow(
      `Stack/Mute.${message}`,
    );
  });
});
