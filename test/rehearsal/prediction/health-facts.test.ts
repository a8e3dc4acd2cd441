import { DISTRIBUTION } from '../../../lib/rehearsal/cloudfront/resource';
import { readFailovers } from '../../../lib/rehearsal/prediction/health-facts';
import { aDeployment, aResource } from '../helpers/a-deployment';
import { aDistributionResource } from '../helpers/a-distribution-resource';

const aRecord = (Name: string, Properties: Record<string, unknown>) =>
  aResource('AWS::Route53::RecordSet', { Type: 'A', Name, ...Properties });
const alias = (DNSName: string) => ({ AliasTarget: { DNSName, HostedZoneId: 'Z1' } });

describe('failover record of a template', () => {
  test.each([
    ['its own TTL', { TTL: '30', ResourceRecords: ['192.0.2.1'] }, 30_000],
    ['the 60 s of an AWS resource', alias('alb.example.net.'), 60_000],
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

  test('shows nothing without a SECONDARY', () => {
    const Primary = aRecord('shop.example.', { Failover: 'PRIMARY', ...alias('alb.example.net') });
    expect(readFailovers(aDeployment({ Primary }))).toMatchObject([{ showsPage: false }]);
  });
});
