import { isBreaching } from '../../../lib/rehearsal/aws/cloudwatch/rules/breaching';

const source = 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html';

describe(`Comparison operators (${source})`, () => {
  test.each([
    ['GreaterThanOrEqualToThreshold', false, true, true],
    ['GreaterThanThreshold', false, false, true],
    ['LessThanThreshold', true, false, false],
    ['LessThanOrEqualToThreshold', true, true, false],
  ] as const)('%s judges values below, at and above the threshold', (comparison, below, at, above) => {
    expect([4.999, 5, 5.001].map((value) => isBreaching(value, comparison, 5))).toEqual([below, at, above]);
  });
});
