import { metricHealth } from '../../../lib/rehearsal/aws/route53/rules/metric-health';

const source =
  'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html';

describe(`CLOUDWATCH_METRIC health check (${source})`, () => {
  test.each([
    ['OK', 'Unhealthy', false, true],
    ['ALARM', 'Healthy', true, false],
    ['INSUFFICIENT_DATA', 'Healthy', false, true],
    ['INSUFFICIENT_DATA', 'Unhealthy', true, false],
    ['INSUFFICIENT_DATA', 'LastKnownStatus', true, true],
    ['INSUFFICIENT_DATA', 'LastKnownStatus', false, false],
  ] as const)(
    'with data that says %s, too little of it counting as %s, after %s: %s',
    (dataStream, insufficientDataHealthStatus, lastKnown, healthy) => {
      const check = { dataStream, insufficientDataHealthStatus, lastKnown };
      expect(metricHealth(check).healthy).toBe(healthy);
    },
  );

  test.each([
    ['OK', 'Healthy', false],
    ['ALARM', 'Healthy', true],
    ['INSUFFICIENT_DATA', 'Healthy', false],
    ['INSUFFICIENT_DATA', 'Unhealthy', true],
    ['INSUFFICIENT_DATA', 'LastKnownStatus', true],
  ] as const)('turns round when inverted: %s, %s', (dataStream, insufficientDataHealthStatus, healthy) => {
    const check = { dataStream, insufficientDataHealthStatus, lastKnown: true, inverted: true };
    expect(metricHealth(check).healthy).toBe(healthy);
  });
});
