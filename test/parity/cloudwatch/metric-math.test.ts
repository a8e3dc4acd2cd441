import { metricMath } from '../../../lib/rehearsal/aws/cloudwatch/rules/metric-math';
import { parseMetricMath } from '../../../lib/rehearsal/aws/cloudwatch/rules/metric-math-expression';
import type { Series } from '../../../lib/rehearsal/aws/cloudwatch/rules/metric-math-value';

const source =
  'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html#metric-math-syntax';

/** A series as AWS's tables write it: `-` for a missing value. */
const series = (text: string): Series =>
  text.split(' ').map((value) => (value === '-' ? undefined : Number(value)));

function compute(expression: string, given: Readonly<Record<string, string>>) {
  const metrics = Object.entries(given).map(([id, text]) => ({ id, series: series(text) }));
  const found = metricMath(parseMetricMath(expression), {
    metrics,
    seriesOf: (id) => metrics.find((metric) => metric.id === id)?.series,
    count: metrics[0]?.series.length ?? 0,
    periodSeconds: 60,
  });
  return found.map((value) => value ?? '-').join(' ');
}

describe(`Metric math, operators (${source})`, () => {
  const given = { metric1: '30 20 0 0', metric2: '20 - 20 -', none: '- - - -' };
  test.each([
    // The table of AWS's own page.
    ['metric1 < metric2', '0 0 1 0'],
    ['metric1 >= 30', '1 0 0 0'],
    ['metric1 > 15 AND metric2 > 15', '1 0 0 0'],
    ['metric1 > 15 && metric2 > 15', '1 0 0 0'],
    ['metric1 > 15 || metric2 > 15', '1 1 1 0'],
    ['metric1 OR metric2', '1 1 1 0'],
    ['metric1 == 20', '0 1 0 0'],
    ['metric1 != 20', '1 0 1 1'],
    ['metric1 <= 20', '0 1 1 1'],
    ['metric1 + metric2', '50 20 20 0'],
    ['metric1 - metric2', '10 20 -20 0'],
    ['metric1 / metric2 * 100', '150 - 0 -'],
    ['5 * metric2', '100 - 100 -'],
    ['-metric1', '-30 -20 0 0'],
    ['metric1 ^ 2 / 10', '90 40 0 0'],
    ['100 - metric1 * 2', '40 60 100 100'],
    ['(100 - metric1) * 2', '140 160 200 200'],
    ['metric1 - 10 - 5', '15 5 -15 -15'],
    ['none + metric2', '20 - 20 -'],
    ['.5 * metric1 + 1.5', '16.5 11.5 1.5 1.5'],
  ])('%s', (expression, expected) => {
    expect(compute(expression, given).replaceAll('-0', '0')).toBe(expected);
  });
});

describe(`Metric math, IF (${source})`, () => {
  const given = { metric1: '1 1 0 0 -', metric2: '30 - 0 0 30', metric3: '0 0 20 - 20' };
  test.each([
    // The tables of AWS's own page.
    ['IF(metric1, metric2, metric3)', '30 0 20 0 -'],
    ['IF(metric1, 5, metric3)', '5 5 20 - -'],
    ['IF(metric1, metric2, 5)', '30 0 5 5 -'],
    ['IF(metric1, metric2)', '30 0 - - -'],
    ['IF(metric3 > 19, 1, 0)', '0 0 1 - 1'],
    ['IF(1, metric2, metric3)', '30 - 0 0 30'],
    ['IF(0, metric2, metric3)', '0 0 20 - 20'],
    ['IF(0, metric2)', '- - - - -'],
    ['IF(-metric1, metric2, 5)', '30 0 5 5 -'],
  ])('%s', (expression, expected) => {
    expect(compute(expression, given)).toBe(expected);
  });
});

describe(`Metric math, functions (${source})`, () => {
  const given = { e1: '1 - 3', e2: '- - 1.5', requests: '10 - 30' };
  test.each([
    ['SUM([e1, e2])', '1 - 4.5'],
    ['SUM(METRICS())', '11 - 34.5'],
    ['SUM(METRICS("e1"))', '1 - 3'],
    ['SUM([METRICS("e1"), e2])', '1 - 4.5'],
    ['AVG([e1, e2])', '0.5 - 2.25'],
    ['MIN([e1, e2])', '1 - 1.5'],
    ['MAX([e1, e2])', '1 - 3'],
    ['MAX(-[e1, e2])', '-1 - -1.5'],
    ['SUM([e1, e2])/SUM(METRICS("req"))*100', '10 - 15'],
    ['FILL(e1, 0)', '1 0 3'],
    ['FILL(e2, 7)', '7 7 1.5'],
    ['FILL(e1, REPEAT)', '1 1 3'],
    ['FILL(e2, REPEAT)', '- - 1.5'],
    ['FILL(e2, requests)', '10 - 1.5'],
    ['SUM(FILL(METRICS("e"), 0))', '11 0 34.5'],
    ['ABS(-e1)', '1 - 3'],
    ['CEIL(e2)', '- - 2'],
    ['FLOOR(e2)', '- - 1'],
    ['requests * 6 / PERIOD(requests)', '1 - 3'],
  ])('%s', (expression, expected) => {
    expect(compute(expression, given)).toBe(expected);
  });
});

describe(`Metric math that is not modelled (${source})`, () => {
  test.each([
    ['SUM(m1)', 'got one metric; use SUM, AVG, MIN and MAX of a list'],
    ['RATE(m1)', 'got RATE; use ABS, CEIL, FLOOR, SUM, AVG, MIN, MAX, METRICS, PERIOD, FILL, IF'],
    ['constructor(m1)', 'got constructor; use ABS'],
    ['ANOMALY_DETECTION_BAND(m1, 2)', 'got ANOMALY_DETECTION_BAND; use ABS'],
    ['FILL(m1, LINEAR)', 'got LINEAR; use the id of a metric or an expression'],
    ['FILL(1, 0)', 'got FILL of 1; use a metric'],
    ['FILL(m1, "x")', 'got FILL with x; use a number, a metric or REPEAT'],
    ['m1 + "x"', 'got an operation with text; use metrics and numbers'],
    ['SUM(METRICS() / [m1, m1])', 'got an operation with two lists; use one list, with a metric or a number'],
    ['IF([m1], 1, 0)', 'got IF of a list; use metrics and numbers'],
    ['[1]', 'got 1; use metrics in a list'],
    ['m2', 'got m2; use the id of a metric or an expression'],
    ['1 + 1', 'got 2; use an expression that comes to one time series'],
    ['METRICS()', 'got several time series; use an expression that comes to one time series'],
  ])('%s', (expression, message) => {
    expect(() => compute(expression, { m1: '1' })).toThrow(
      `Metrics: the expression is not modelled, ${message}`,
    );
  });

  test.each([
    ['m1 +', 'its end'],
    ['m1 m2', '{"kind":"name","name":"m2"}'],
    ['(m1', 'its end'],
    ['m1 ? 1', '? 1'],
    ['IF(m1,', 'its end'],
    ['', 'its end'],
  ])('is not understood: %s', (expression, at) => {
    expect(() => parseMetricMath(expression)).toThrow(
      `Metrics: the expression is not understood at ${at}, got ${expression}; use metrics, numbers,`,
    );
  });
});
