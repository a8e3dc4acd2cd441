import type { AlarmFacts } from '../../../../lib/rehearsal/facts/alarm-facts';
import { interval } from '../../../../lib/rehearsal/judge/prediction/interval';
import { predictMessages } from '../../../../lib/rehearsal/judge/prediction/predict-alarms';
import { rangesAt, UNKNOWN_DEFAULTS } from '../../../../lib/rehearsal/unknowns/unknown-values';
import type { UnknownName } from '../../../../lib/rehearsal/unknowns/unknowns';

const alarm = (name: string, but: Partial<AlarmFacts> = {}): AlarmFacts => ({
  name,
  namespace: 'AWS/Route53',
  healthCheckId: 'home',
  countsSamples: false,
  periodMs: 60_000,
  evaluationPeriods: 1,
  datapointsToAlarm: 1,
  ...but,
});
const edgeErrors = alarm('edge', { namespace: 'AWS/CloudFront', healthCheckId: undefined });
const home = alarm('home');

const predict = (
  alarms: readonly AlarmFacts[],
  announced: readonly (readonly string[])[],
  but: object = {},
  unknowns = rangesAt(UNKNOWN_DEFAULTS),
) =>
  predictMessages({
    alarming: {
      alarms,
      announcements: announced.map((alarmNames) => ({
        alarmNames,
        by: 'alarm',
        isHeldBack: false,
        waitMs: 0,
        ...but,
      })),
    },
    healthOf: (id) =>
      id === 'home' ? { unhealthy: interval(20_000, 32_000), healthy: interval(20_000, 32_000) } : undefined,
    errorsEnd: interval(20_000, 92_000),
    unknowns,
  });

describe('predicted messages', () => {
  // A minute for the sample, 30 s under way but at least until the minute is over, a minute for the evaluation, 5 s to
  // deliver.
  test.each([
    [1, 1, 60_000, interval(51_000, 217_000), interval(51_000, 217_000)],
    [1, 1, 300_000, interval(51_000, 217_000), interval(51_000, 457_000)],
    [3, 3, 60_000, interval(171_000, 337_000), interval(51_000, 217_000)],
    [1, 3, 60_000, interval(51_000, 217_000), interval(51_000, 337_000)],
    [1, 24, 3_600_000, interval(51_000, 217_000), interval(51_000, 86_557_000)],
    // Evaluated once an hour, on data up to the full hour.
    [1, 25, 3_600_000, interval(51_000, 7_297_000), interval(51_000, 97_237_000)],
  ])(
    'follow from %i of %i datapoints of %i ms',
    (datapointsToAlarm, evaluationPeriods, periodMs, alert, recovered) => {
      const own = alarm('home', { datapointsToAlarm, evaluationPeriods, periodMs });
      expect(predict([own], [['home']])).toEqual({ alert, recovered });
    },
  );

  const open = (name: UnknownName) => rangesAt(UNKNOWN_DEFAULTS, [name]);

  // A metric may be under way for up to three minutes, which is longer than the minute that it is about.
  test('hold wherever in its range the delay of a metric lies', () => {
    const route53 = predict([home], [['home']], {}, open('route53MetricDelayMs'));
    expect(route53).toEqual({ alert: interval(21_000, 337_000), recovered: interval(21_000, 337_000) });
    const cloudFront = predict([home, edgeErrors], [['home', 'edge']], {}, open('cloudFrontMetricDelayMs'));
    expect(cloudFront.alert).toEqual(interval(1_000, 217_000));
    expect(cloudFront.recovered?.latestMs).toBe(92_000 + 120_000 + 240_000 + 5_000);
  });

  test('hold whatever a function and SNS take', () => {
    const { alert } = predict([home], [['home']], {}, open('functionStartMs'));
    expect(alert).toEqual(interval(51_000, 217_000 + 2_500));
    expect(predict([home], [['home']], {}, open('snsDeliveryMs')).alert).toEqual(
      interval(50_000, 217_000 + 9_000),
    );
  });

  test('come from the soonest alarm, and are over with the last one', () => {
    const { alert, recovered } = predict([home, edgeErrors], [['home', 'edge']]);
    expect(alert).toEqual(interval(51_000, 217_000));
    expect(recovered).toEqual(interval(51_000, 92_000 + 120_000 + 120_000 + 5_000));
  });

  test('of a function are told apart', () => {
    expect(predict([home], [['home']], { by: 'function' })).toMatchObject({
      alert: interval(51_000, 217_000),
      announced: interval(51_000, 217_000),
    });
    expect(predict([home], [['home']]).announced).toBeUndefined();
  });

  test('that it is over are not foretold while something holds them back', () => {
    const { alert, recovered } = predict([home], [['home']], { isHeldBack: true });
    expect([alert, recovered]).toEqual([interval(51_000, 217_000), undefined]);
  });

  test('wait as long as what may hold them back is waited for', () => {
    const { alert, recovered } = predict([home], [['home']], { waitMs: 60_000 });
    const atOnce = predict([home], [['home']]);
    expect(alert).toEqual(interval(111_000, 277_000));
    expect(recovered?.latestMs).toBe((atOnce.recovered?.latestMs ?? 0) + 60_000);
  });

  test('are not foretold when shoppers alone cause them', () => {
    expect(predict([edgeErrors], [['edge']])).toEqual({});
  });

  test('are none where nobody is told', () => {
    expect(predict([home], [])).toEqual({});
  });

  test('are none for a health check that stays', () => {
    expect(predict([alarm('checkout', { healthCheckId: 'checkout' })], [['checkout']])).toEqual({});
  });
});
