import { requireKnownHealth } from '../../../../lib/rehearsal/aws/route53/known-health';
import { aDeployment, aResource } from '../../helpers/a-deployment';
import { anEndpoint, HEALTH_CHECK } from '../../helpers/some-health-checks';

type Resources = Parameters<typeof aDeployment>[0];
const requireIn = (resources: Resources) => () => requireKnownHealth(aDeployment(resources));
const ALB = 'shop-1234567890.eu-central-1.elb.amazonaws.com';

const calculated = (...ChildHealthChecks: unknown[]) =>
  aResource(HEALTH_CHECK, { HealthCheckConfig: { Type: 'CALCULATED', ChildHealthChecks } });
const aRecord = (Properties: Record<string, unknown>) =>
  aResource('AWS::Route53::RecordSet', { Name: 'shop.example.', Type: 'A', ...Properties });
const evaluating = (DNSName: unknown, but: Record<string, unknown> = {}) =>
  aRecord({
    Failover: 'PRIMARY',
    AliasTarget: { DNSName, HostedZoneId: 'Z1', EvaluateTargetHealth: true },
    ...but,
  });

describe('what decides about records', () => {
  test.each<[string, Resources]>([
    [
      'health checks of the assembly',
      {
        Home: anEndpoint('/'),
        Store: calculated({ Ref: 'Home' }),
        Primary: aRecord({ HealthCheckId: { 'Fn::GetAtt': ['Store', 'HealthCheckId'] } }),
      },
    ],
    [
      'a load balancer of the assembly',
      {
        Alb: aResource('AWS::ElasticLoadBalancingV2::LoadBalancer', { Name: 'shop' }),
        Primary: evaluating({ 'Fn::Join': ['', ['dualstack.', { 'Fn::GetAtt': ['Alb', 'DNSName'] }]] }),
      },
    ],
    [
      'a health check beside a foreign load balancer',
      { Home: anEndpoint('/'), Primary: evaluating(ALB, { HealthCheckId: { Ref: 'Home' } }) },
    ],
    ['the health of a standby', { Secondary: evaluating(ALB, { Failover: 'SECONDARY' }) }],
    ['a bucket', { Primary: evaluating('s3-website.eu-central-1.amazonaws.com') }],
  ])('may be %s', (_name, resources) => {
    expect(requireIn(resources)).not.toThrow();
  });

  test.each<[string, Resources, string, string]>([
    [
      'a foreign health check of a record',
      { Primary: aRecord({ HealthCheckId: 'abc-1' }) },
      'UNSUPPORTED_RESOURCE',
      'Stack/Primary.HealthCheckId: leads to a health check that is not in this assembly, got abc-1; rehearse it with the stack that has it',
    ],
    [
      'a foreign child of a calculated health check',
      { Store: calculated('abc-1') },
      'UNSUPPORTED_RESOURCE',
      'Stack/Store.HealthCheckConfig.ChildHealthChecks: leads to a health check that is not in this assembly, got abc-1;',
    ],
    [
      'a calculated child of a calculated health check',
      { Inner: calculated(), Store: calculated({ Ref: 'Inner' }) },
      'UNSUPPORTED_PROPERTY',
      "Stack/Store.HealthCheckConfig.ChildHealthChecks: a calculated health check can't monitor another one, got ",
    ],
    [
      'a calculated health check that counts itself',
      { Store: calculated({ Ref: 'Store' }) },
      'UNSUPPORTED_PROPERTY',
      "Stack/Store.HealthCheckConfig.ChildHealthChecks: a calculated health check can't monitor another one, got ",
    ],
    [
      'a foreign load balancer',
      { Primary: evaluating(`dualstack.${ALB}.`) },
      'UNSUPPORTED_RESOURCE',
      `Stack/Primary.AliasTarget: asks for the health of a load balancer that is not in this assembly, got ${ALB}; give the record a health check`,
    ],
    [
      'a foreign Network Load Balancer',
      { Primary: evaluating('shop-1.elb.eu-central-1.amazonaws.com') },
      'UNSUPPORTED_RESOURCE',
      'got shop-1.elb.eu-central-1.amazonaws.com; give the record a health check',
    ],
  ])('stops the rehearsal when it is %s', (_name, resources, code, message) => {
    expect(requireIn(resources)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) }),
    );
  });
});
