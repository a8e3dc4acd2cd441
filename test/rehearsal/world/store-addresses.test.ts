import { VirtualClock } from '../../../lib/rehearsal/clock/virtual-clock';
import { Distributions } from '../../../lib/rehearsal/cloudfront/distributions';
import { MetricStore } from '../../../lib/rehearsal/cloudwatch/metric-store';
import { EventLog } from '../../../lib/rehearsal/event-log';
import type { HealthChecks } from '../../../lib/rehearsal/route53/health-checks';
import { Zone } from '../../../lib/rehearsal/route53/zone';
import { storeAddresses } from '../../../lib/rehearsal/world/store-addresses';
import { aDeployment, aResource } from '../helpers/a-deployment';
import { FakeHost } from '../helpers/fake-host';

const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const behavior = (TargetOriginId: string) => ({ CachePolicyId: CACHING_DISABLED, TargetOriginId });
const aDistribution = (target: string) =>
  aResource('AWS::CloudFront::Distribution', {
    DistributionConfig: {
      DefaultCacheBehavior: behavior(target),
      CacheBehaviors: [{ ...behavior('site'), PathPattern: '/error/*' }],
      Origins: [
        { Id: 'store', DomainName: 'store.example', CustomOriginConfig: {} },
        { Id: 'standby', DomainName: 'standby.example', CustomOriginConfig: {} },
        { Id: 'site', DomainName: 'site.s3.amazonaws.com', S3OriginConfig: {} },
      ],
      OriginGroups: {
        Items: [
          {
            Id: 'both',
            FailoverCriteria: { StatusCodes: { Items: [500] } },
            Members: { Items: [{ OriginId: 'store' }, { OriginId: 'standby' }] },
          },
        ],
      },
    },
  });
const aRecord = (Name: string, target: string, but: Record<string, unknown> = {}) =>
  aResource('AWS::Route53::RecordSet', { Name, Type: 'CNAME', TTL: 60, ResourceRecords: [target], ...but });

describe('addresses of the store', () => {
  const addressesOf = (resources: Parameters<typeof aDeployment>[0]) => {
    const deployment = aDeployment(resources);
    const clock = new VirtualClock(0);
    const zone = new Zone(deployment, () => ({}) as HealthChecks, new EventLog(() => 0));
    const distributions = new Distributions(deployment, {
      internet: new FakeHost(),
      metrics: new MetricStore(clock),
      addressOf: (_location, hostName) => hostName,
    });
    return [...storeAddresses(zone, distributions)];
  };

  test('are where PRIMARY records lead', () => {
    const Primary = aRecord('origin.example.', 'alb.example', { Failover: 'PRIMARY' });
    expect(addressesOf({ Edge: aDistribution('store'), Primary })).toEqual(['alb.example']);
  });

  test.each([
    ['an origin', 'store'],
    ['the primary of an origin group', 'both'],
  ])('are where %s is in a stack without failover records', (_name, target) => {
    expect(addressesOf({ Edge: aDistribution(target) })).toEqual(['store.example']);
  });

  test('are where the name of an origin leads', () => {
    const Record = aRecord('store.example.', 'alb.example');
    expect(addressesOf({ Edge: aDistribution('store'), Record })).toEqual(['alb.example']);
  });

  test('fails without any store', () => {
    expect(() => addressesOf({ Edge: aDistribution('site') })).toThrow(
      expect.objectContaining({
        code: 'NOTHING_TO_REHEARSE',
        message:
          'the assembly has neither a PRIMARY failover record nor an origin other than a bucket; rehearse a stack with a store',
      }),
    );
  });
});
