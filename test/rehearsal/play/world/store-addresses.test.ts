import { Distributions } from '../../../../lib/rehearsal/aws/cloudfront/distributions';
import { MetricStore } from '../../../../lib/rehearsal/aws/cloudwatch/metric-store';
import { HealthChecks } from '../../../../lib/rehearsal/aws/route53/health-checks';
import { Zone } from '../../../../lib/rehearsal/aws/route53/zone';
import { VirtualClock } from '../../../../lib/rehearsal/kernel/clock/virtual-clock';
import { EventLog } from '../../../../lib/rehearsal/kernel/event-log';
import { storeAddresses } from '../../../../lib/rehearsal/play/world/store-addresses';
import { aDeployment, aResource } from '../../helpers/a-deployment';
import { HTTPS_ONLY } from '../../helpers/a-distribution-resource';
import { FakeHost } from '../../helpers/fake-host';

const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const behavior = (TargetOriginId: string) => ({ CachePolicyId: CACHING_DISABLED, TargetOriginId });
const aDistribution = (target: string) =>
  aResource('AWS::CloudFront::Distribution', {
    DistributionConfig: {
      DefaultCacheBehavior: behavior(target),
      CacheBehaviors: [{ ...behavior('site'), PathPattern: '/error/*' }],
      Origins: [
        { Id: 'store', DomainName: 'store.example', CustomOriginConfig: HTTPS_ONLY },
        { Id: 'standby', DomainName: 'standby.example', CustomOriginConfig: HTTPS_ONLY },
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

const aCheck = (FullyQualifiedDomainName: string) =>
  aResource('AWS::Route53::HealthCheck', { HealthCheckConfig: { Type: 'HTTPS', FullyQualifiedDomainName } });

describe('addresses of the store', () => {
  const tracesOf = (resources: Parameters<typeof aDeployment>[0]) => {
    const deployment = aDeployment(resources);
    const clock = new VirtualClock(0);
    const metrics = new MetricStore(clock);
    const log = new EventLog(() => 0);
    const internet = new FakeHost();
    const addressOf = (hostName: string) => hostName;
    const healthChecks: HealthChecks = new HealthChecks(deployment, {
      clock,
      log,
      metrics,
      internet,
      addressOf,
      random: () => 0,
    });
    const zone = new Zone(deployment, () => ({ healthChecks }), log);
    const distributions = new Distributions(deployment, {
      internet,
      metrics,
      addressOf: (_location, hostName) => hostName,
    });
    const { store, standby } = storeAddresses({ zone, distributions, healthChecks });
    return { store: [...store], standby: [...standby] };
  };
  const addressesOf = (resources: Parameters<typeof aDeployment>[0]) => tracesOf(resources).store;

  test('are where PRIMARY records lead', () => {
    const Primary = aRecord('origin.example.', 'alb.example', { Failover: 'PRIMARY' });
    const Origin = aRecord('store.example.', 'origin.example');
    expect(addressesOf({ Edge: aDistribution('store'), Origin, Primary })).toEqual(['alb.example']);
  });

  test('are where the other name leads that PRIMARY is an alias of', () => {
    const Primary = aRecord('origin.example.', 'eu.example', { Failover: 'PRIMARY' });
    const Eu = aRecord('eu.example.', 'alb.example');
    expect(addressesOf({ Primary, Eu })).toEqual(['alb.example']);
  });

  test('are also what only a health check knows', () => {
    const Primary = aRecord('origin.example.', 'alb.example', {
      Failover: 'PRIMARY',
      HealthCheckId: { Ref: 'Live' },
    });
    expect(addressesOf({ Primary, Live: aCheck('live.example') })).toEqual(['alb.example', 'live.example']);
  });

  test('are not those of a standby', () => {
    const Primary = aRecord('origin.example.', 'alb.example', { Failover: 'PRIMARY' });
    const Secondary = aRecord('origin.example.', 'standby.example', {
      Failover: 'SECONDARY',
      HealthCheckId: { Ref: 'Standby' },
    });
    const resources = { Edge: aDistribution('both'), Primary, Secondary, Standby: aCheck('check.example') };
    expect(tracesOf(resources)).toEqual({
      store: ['alb.example', 'store.example'],
      standby: ['standby.example', 'check.example'],
    });
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
