import fc from 'fast-check';
import {
  EDGE_ERRORS,
  HEALTH_CHECK_FAILS,
  HEARTBEAT_IS_SILENT,
} from '../../../lib/monitoring/alarms/evaluations';
import { evaluateAlarm, evaluationRange } from '../../../lib/rehearsal/aws/cloudwatch/rules/evaluate-alarm';
import { UNKNOWN_DEFAULTS } from '../../../lib/rehearsal/unknowns/unknown-values';
import { DEFAULT_BUDGETS } from '../../../lib/rehearsal-budgets';

/** CloudWatch evaluates once a minute, so a datapoint may wait that long. */
const EVALUATION_SECONDS = 60;
/** Three probes, ten seconds apart, plus the last one's own time and the aggregation. */
const HEALTH_CHECK_SECONDS = 45;
/** A blip of 15 s and the longest error caching after it. */
const BLIP_SECONDS = 15 + 5;

/** Average error rate per minute, in percent, when every request fails from one second to another. */
function errorRates(fromSecond: number, toSecond: number): readonly number[] {
  return Array.from({ length: 10 }, (_, minute) => {
    const overlap = Math.min(toSecond, (minute + 1) * 60) - Math.max(fromSecond, minute * 60);
    return (Math.max(0, overlap) / 60) * 100;
  });
}

/** The second at which enough breaching datapoints in a row are complete. */
function secondOfAlarm(rates: readonly number[]): number | undefined {
  const { datapointsToAlarm, threshold } = EDGE_ERRORS;
  const last = rates.findIndex((_, minute) => {
    const window = rates.slice(Math.max(0, minute + 1 - datapointsToAlarm), minute + 1);
    return window.length === datapointsToAlarm && window.every((rate) => rate > threshold);
  });
  return last < 0 ? undefined : (last + 1) * 60;
}

const startOfFailure = fc.double({ min: 60, max: 120, noNaN: true });

describe('evaluation of edge errors', () => {
  test('ignores a blip of 15 seconds, wherever in a minute it begins', () => {
    fc.assert(
      fc.property(startOfFailure, (start) => {
        expect(secondOfAlarm(errorRates(start, start + BLIP_SECONDS))).toBeUndefined();
      }),
    );
  });

  test('has its datapoints within 132 seconds of a complete failure', () => {
    fc.assert(
      fc.property(startOfFailure, (start) => {
        expect((secondOfAlarm(errorRates(start, 600)) ?? Number.NaN) - start).toBeLessThanOrEqual(132);
      }),
    );
  });
});

describe('evaluation of health checks', () => {
  test('leaves on-call told within the budget, even when every delay is the longest', () => {
    const { evaluationPeriods, period } = HEALTH_CHECK_FAILS;
    const slowest = HEALTH_CHECK_SECONDS + evaluationPeriods * period.toSeconds() + EVALUATION_SECONDS;
    expect(slowest).toBeLessThanOrEqual(DEFAULT_BUDGETS.edge.alertSeconds);
  });
});

describe('evaluation of the daily sign of life', () => {
  const { threshold, evaluationPeriods, datapointsToAlarm, treatMissingData } = HEARTBEAT_IS_SILENT;
  const evaluation = { threshold, evaluationPeriods, datapointsToAlarm, treatMissingData };
  const comparison = 'LessThanThreshold';
  const range = evaluationRange(evaluation.evaluationPeriods, UNKNOWN_DEFAULTS.extraEvaluationPeriods);

  /** The state after the latest hours; `sign` says how many messages came in the hour that is so many hours old. */
  const stateAfter = (
    sign: (hoursAgo: number) => number | undefined,
    previous: 'OK' | 'INSUFFICIENT_DATA',
  ) => {
    const hours = Array.from({ length: range }, (_, index) => sign(range - index));
    return evaluateAlarm({ comparison, ...evaluation }, hours, previous).state;
  };

  test.each(Array.from({ length: 24 }, (_, index) => index + 1))(
    'is well with one message a day, the last one %i hours ago',
    (age) => {
      expect(stateAfter((hoursAgo) => (hoursAgo % 24 === age % 24 ? 1 : undefined), 'OK')).toBe('OK');
    },
  );

  test.each([
    ['as missing data', undefined, 'INSUFFICIENT_DATA'],
    ['as zeros', 0, 'ALARM'],
  ] as const)('tells of silence that shows %s', (_, silence, state) => {
    expect(stateAfter(() => silence, 'OK')).toBe(state);
  });

  test('is not well for longer than two hours more once a message stays away and silence shows as zeros', () => {
    const lastOne = (age: number) => stateAfter((hoursAgo) => (hoursAgo === age ? 1 : 0), 'OK');
    expect([lastOne(26), lastOne(27)]).toEqual(['OK', 'ALARM']);
  });
});
