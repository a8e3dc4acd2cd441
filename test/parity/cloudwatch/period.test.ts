import {
  alarmPeriods,
  datapoint,
  evaluatedEveryMs,
} from '../../../lib/rehearsal/aws/cloudwatch/rules/period';
import { countsOf } from '../helpers/sample-counts';

const source = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe(`Alarm periods (${source})`, () => {
  test.each([
    ['covers minutes 1 to 5 at the end of minute 5', 5 * MINUTE, 300, 1, [[0, 5]]],
    ['covers minutes 2 to 6 at the end of minute 6', 6 * MINUTE, 300, 1, [[1, 6]]],
    ['does not slide before the minute is over', 6 * MINUTE - 1, 300, 1, [[0, 5]]],
    ['does not slide within the minute', 6 * MINUTE + 1, 300, 1, [[1, 6]]],
    [
      'lists periods oldest first',
      10 * MINUTE,
      60,
      3,
      [
        [7, 8],
        [8, 9],
        [9, 10],
      ],
    ],
    [
      'puts longer periods side by side',
      12 * MINUTE,
      300,
      2,
      [
        [2, 7],
        [7, 12],
      ],
    ],
  ])('%s', (_name, evaluatedAtMs, periodSeconds, count, minutes) => {
    const expected = minutes.map(([start, end]) => ({
      startMs: (start ?? 0) * MINUTE,
      endMs: (end ?? 0) * MINUTE,
    }));
    expect(alarmPeriods({ evaluatedAtMs, everyMs: MINUTE, periodSeconds, count })).toEqual(expected);
  });
});

describe(`High-resolution alarm periods (${source})`, () => {
  test.each([
    [
      'end with the last whole ten seconds',
      59_999,
      10,
      [
        [30, 40],
        [40, 50],
      ],
    ],
    [
      'slide by ten seconds',
      60_000,
      10,
      [
        [40, 50],
        [50, 60],
      ],
    ],
    [
      'slide by ten seconds also when they are longer',
      70_000,
      30,
      [
        [10, 40],
        [40, 70],
      ],
    ],
  ])('%s', (_name, evaluatedAtMs, periodSeconds, seconds) => {
    const expected = seconds.map(([start = 0, end = 0]) => ({ startMs: start * 1_000, endMs: end * 1_000 }));
    const everyMs = 10_000;
    expect(alarmPeriods({ evaluatedAtMs, everyMs, periodSeconds, count: 2 })).toEqual(expected);
  });

  test.each([
    [30, 1, 10_000],
    [60, 1, MINUTE],
    [60, 1_440, MINUTE],
    [300, 1, MINUTE],
    [3_600, 24, MINUTE],
    [86_400, 1, MINUTE],
    [3_600, 25, HOUR],
    [86_460, 1, HOUR],
    [86_400, 2, HOUR],
  ])('of %d s, %d of them, are evaluated every %d ms', (periodSeconds, evaluationPeriods, everyMs) => {
    expect(evaluatedEveryMs({ periodSeconds, evaluationPeriods })).toBe(everyMs);
  });
});

describe(`Periods of alarms over more than a day (${source})`, () => {
  test.each([
    [49 * HOUR - 1, [0, 48]],
    [49 * HOUR, [1, 49]],
    [49 * HOUR + 59 * MINUTE, [1, 49]],
  ])('end with the last full hour: %d ms', (evaluatedAtMs, [start = 0, end = 0]) => {
    expect(alarmPeriods({ evaluatedAtMs, everyMs: HOUR, periodSeconds: 86_400, count: 2 })).toEqual([
      { startMs: start * HOUR, endMs: (start + 24) * HOUR },
      { startMs: (start + 24) * HOUR, endMs: end * HOUR },
    ]);
  });
});

describe('Statistics (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html)', () => {
  test.each([
    ['Minimum', 1],
    ['Maximum', 6],
    ['Average', 3],
    ['Sum', 9],
    ['SampleCount', 3],
    ['p50', 2],
    ['p90', 6],
  ] as const)('takes the %s of the samples', (statistic, expected) => {
    expect(datapoint(countsOf([2, 6, 1]), statistic)).toBe(expected);
    expect(datapoint(countsOf([]), statistic)).toBeUndefined();
  });
});
