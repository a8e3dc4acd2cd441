import {
  type TargetCheck,
  type TargetGroupHealthCheck,
  targetCheck,
} from '../../../../lib/rehearsal/aws/load-balancing/target-check';

const source =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html';

describe(`Health check settings of a target group (${source})`, () => {
  const APPLICATION: TargetCheck = {
    protocol: 'HTTP',
    intervalMs: 30_000,
    timeoutMs: 6_000,
    matcher: '200',
    healthyThreshold: 5,
    unhealthyThreshold: 2,
  };
  const NETWORK = { ...APPLICATION, protocol: 'TCP', timeoutMs: 10_000, matcher: '200-399' };

  test.each<[string, Partial<TargetGroupHealthCheck>, object | undefined]>([
    ['an Application Load Balancer', { Protocol: 'HTTP' }, APPLICATION],
    ['one whose targets speak HTTPS', { Protocol: 'HTTPS' }, APPLICATION],
    ['one checked over HTTPS', { HealthCheckProtocol: 'HTTPS' }, { protocol: 'HTTPS', timeoutMs: 10_000 }],
    ['a Network Load Balancer', { Protocol: 'TCP' }, NETWORK],
    ['one that ends TLS', { Protocol: 'TLS' }, NETWORK],
    [
      'a Network Load Balancer checked over HTTP',
      { Protocol: 'TCP', HealthCheckProtocol: 'HTTP' },
      { protocol: 'HTTP', timeoutMs: 6_000, matcher: '200-399' },
    ],
    ['a function', { TargetType: 'lambda' }, undefined],
    ['a function that is not to be checked', { TargetType: 'lambda', HealthCheckEnabled: false }, undefined],
    [
      'a function that is to be checked',
      { TargetType: 'lambda', HealthCheckEnabled: true },
      { protocol: 'HTTP', intervalMs: 35_000, timeoutMs: 30_000, unhealthyThreshold: 5, healthyThreshold: 5 },
    ],
    [
      'what the template says',
      {
        HealthCheckIntervalSeconds: 5,
        HealthCheckTimeoutSeconds: 2,
        Matcher: { HttpCode: '200,302' },
        UnhealthyThresholdCount: 3,
      },
      { intervalMs: 5_000, timeoutMs: 2_000, matcher: '200,302', unhealthyThreshold: 3 },
    ],
  ])('are those of %s', (_name, group, expected) => {
    const check = targetCheck({ HealthyThresholdCount: 5, ...group });
    if (expected === undefined) {
      expect(check).toBeUndefined();
    } else {
      expect(check).toMatchObject(expected);
    }
  });
});
