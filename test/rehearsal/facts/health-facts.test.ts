import { DISTRIBUTION } from '../../../lib/rehearsal/aws/cloudfront/resource';
import { readFailovers, readHealthChecks } from '../../../lib/rehearsal/facts/health-facts';
import { aDeployment, aResource } from '../helpers/a-deployment';
import { aDistributionResource } from '../helpers/a-distribution-resource';

const aRecord = (Name: string, Properties: Record<string, unknown>) =>
  aResource('AWS::Route53::RecordSet', { Type: 'A', Name, ...Properties });
const alias = (DNSName: string) => ({ AliasTarget: { DNSName, HostedZoneId: 'Z1' } });

describe('health check of a template', () => {
  const check = (config: object) =>
    aResource('AWS::Route53::HealthCheck', { HealthCheckConfig: { Type: 'HTTPS', ...config } });

  test.each([
    ['a name', { FullyQualifiedDomainName: 'alb.example.net' }, 'name'],
    ['a name of the assembly', { FullyQualifiedDomainName: 'live.example' }, 'record'],
    ['an address', { FullyQualifiedDomainName: 'alb.example.net', IPAddress: '192.0.2.1' }, 'address'],
  ])('asks for %s', (_name, config, asks) => {
    const Live = aRecord('live.example.', { TTL: 300, ResourceRecords: ['192.0.2.2'] });
    expect(readHealthChecks(aDeployment({ Live, Check: check(config) }))).toMatchObject([
      { kind: 'endpoint', asks, regions: { length: 8 } },
    ]);
  });

  test.each([
    ['TCP', true],
    ['HTTPS', false],
  ])('asks for a connection only: %s', (Type, connectsOnly) => {
    const Check = check({ Type, FullyQualifiedDomainName: 'alb.example.net' });
    expect(readHealthChecks(aDeployment({ Check }))).toMatchObject([{ kind: 'endpoint', connectsOnly }]);
  });

  test('watches the emergency site where it asks a distribution of the assembly', () => {
    const Edge = aDistributionResource();
    const edge = aDeployment({ Edge }).all(DISTRIBUTION)[0]?.attribute('DomainName') ?? '';
    const Regions = ['us-east-1', 'us-west-1', 'eu-west-1'];
    const Check = check({ FullyQualifiedDomainName: edge, Regions });
    expect(readHealthChecks(aDeployment({ Edge, Check }))).toMatchObject([
      { kind: 'site', regions: Regions },
    ]);
  });
});

describe('failover record of a template', () => {
  test.each([
    ['its own TTL', { TTL: '30', ResourceRecords: ['192.0.2.1'] }, 30_000],
    ['the 60 s of a load balancer', alias('shop-1.eu-west-1.elb.amazonaws.com.'), 60_000],
    ['a TTL that AWS does not tell', alias('d111111abcdef8.cloudfront.net.'), undefined],
    ['the TTL of the record that it is an alias of', alias('live.example'), 300_000],
  ])('is kept for %s', (_name, but, ms) => {
    const Live = aRecord('live.example.', { TTL: 300, ResourceRecords: ['192.0.2.2'] });
    const Other = aRecord('live.example.', { Type: 'AAAA', TTL: 5, ResourceRecords: ['2001:db8::2'] });
    const Primary = aRecord('shop.example.', { Failover: 'PRIMARY', ...but });
    const Secondary = aRecord('shop.example.', { Failover: 'SECONDARY', ...but });
    expect(readFailovers(aDeployment({ Primary, Secondary, Other, Live }))).toMatchObject([
      { name: 'shop.example', ttlMs: ms, backTtlMs: ms },
    ]);
  });

  test.each([
    ['a distribution of the assembly', (edge: string) => alias(edge), true],
    ['its name, with a dot', (edge: string) => ({ TTL: 30, ResourceRecords: [`${edge}.`] }), true],
    ['another place', () => ({ TTL: 30, ResourceRecords: ['192.0.2.9'] }), false],
    ['another load balancer', () => alias('standby.example.net'), false],
  ])('shows the emergency page where SECONDARY leads to %s', (_name, secondary, showsPage) => {
    const Edge = aDistributionResource();
    const edge = aDeployment({ Edge }).all(DISTRIBUTION)[0]?.attribute('DomainName') ?? '';
    const Primary = aRecord('shop.example.', { Failover: 'PRIMARY', ...alias('alb.example.net') });
    const Secondary = aRecord('shop.example.', { Failover: 'SECONDARY', ...secondary(edge) });
    expect(readFailovers(aDeployment({ Edge, Primary, Secondary }))).toMatchObject([{ showsPage }]);
  });

  test.each([
    ['an alias of another place', alias('alb.example.net'), true, true],
    ['another name', { TTL: 30, ResourceRecords: ['platform.example.net.'] }, true, true],
    ['an address', { TTL: 30, ResourceRecords: ['192.0.2.1'] }, true, false],
    ['another record', alias('live.example.'), true, false],
  ])('tells where PRIMARY leads: %s', (_name, but, leadsToStore, leadsToName) => {
    const Live = aRecord('live.example.', { TTL: 300, ResourceRecords: ['192.0.2.2'] });
    const Primary = aRecord('shop.example.', { Failover: 'PRIMARY', ...but });
    expect(readFailovers(aDeployment({ Primary, Live }))).toMatchObject([
      { leadsToStore, leadsToName, evaluatesTarget: false },
    ]);
  });

  test('tells whether PRIMARY leads to a page, and hangs on what it is an alias of', () => {
    const Edge = aDistributionResource();
    const edge = aDeployment({ Edge }).all(DISTRIBUTION)[0]?.attribute('DomainName') ?? '';
    const AliasTarget = { DNSName: edge, HostedZoneId: 'Z1', EvaluateTargetHealth: true };
    const Primary = aRecord('shop.example.', { Failover: 'PRIMARY', AliasTarget });
    expect(readFailovers(aDeployment({ Edge, Primary }))).toMatchObject([
      { leadsToStore: false, evaluatesTarget: true },
    ]);
  });

  test('shows nothing without a SECONDARY', () => {
    const Primary = aRecord('shop.example.', { Failover: 'PRIMARY', ...alias('alb.example.net') });
    expect(readFailovers(aDeployment({ Primary }))).toMatchObject([{ showsPage: false }]);
  });
});
