import {
  hasTooFewSamples,
  isPercentile,
  percentileOf,
} from '../../../lib/rehearsal/aws/cloudwatch/rules/percentile';
import { countsOf } from '../helpers/sample-counts';

describe('Percentile (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html)', () => {
  test.each([
    ['p0', true],
    ['p90', true],
    ['p99.9', true],
    ['p99.1234567890', true],
    ['p99.12345678901', false],
    ['p100', true],
    ['p101', false],
    ['p100.5', false],
    ['p-1', false],
    ['tm90', false],
    ['p', false],
  ])('is written %s: %s', (statistic, expected) => {
    expect(isPercentile(statistic)).toBe(expected);
  });

  test.each([
    [0, 1],
    [9, 1],
    [10, 1],
    [11, 2],
    [50, 5],
    [90, 9],
    [91, 10],
    [100, 10],
  ])('p%i of 1 to 10, in any order, is %i', (percentile, expected) => {
    expect(percentileOf(countsOf([10, 1, 9, 2, 8, 3, 7, 4, 6, 5]), percentile)).toBe(expected);
  });
});

describe('Low sample counts (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/percentiles-with-low-samples.html)', () => {
  test.each([
    [99, 999, true],
    [99, 1_000, false],
    [99, 1_001, false],
    [90, 99, true],
    [90, 100, false],
    [50, 19, true],
    [50, 20, false],
    [10, 99, true],
    [10, 100, false],
    [49, 20, true],
    [49, 21, false],
  ])('are too few for p%i with %i samples: %s', (percentile, samples, expected) => {
    expect(hasTooFewSamples(percentile, samples)).toBe(expected);
  });
});
