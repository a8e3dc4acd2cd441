import { isSeenFrom } from '../../../lib/rehearsal/aws/cloudwatch/rules/metric-region';

const sources = [
  'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-cloudwatch.html',
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html',
];

describe(`Region of metrics (${sources.join(', ')})`, () => {
  test.each([
    ['us-east-1', 'AWS/CloudFront', true],
    ['us-east-1', 'AWS/Route53', true],
    ['eu-central-1', 'AWS/CloudFront', false],
    ['eu-central-1', 'AWS/Route53', false],
    ['eu-central-1', 'AWS/Lambda', true],
    ['eu-central-1', 'AWS/CloudFrontier', true],
  ])('an alarm in %s has data of %s: %s', (region, namespace, seen) => {
    expect(isSeenFrom(region, namespace)).toBe(seen);
  });
});
