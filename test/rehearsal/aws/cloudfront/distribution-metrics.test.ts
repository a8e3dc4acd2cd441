import { Distributions } from '../../../../lib/rehearsal/aws/cloudfront/distributions';
import { readDistributions } from '../../../../lib/rehearsal/aws/cloudfront/read-distributions';
import { MetricStore } from '../../../../lib/rehearsal/aws/cloudwatch/metric-store';
import { VirtualClock } from '../../../../lib/rehearsal/kernel/clock/virtual-clock';
import { aResponse } from '../../../parity/helpers/exchanges';
import { aDeployment, aResource } from '../../helpers/a-deployment';
import { aDistributionResource, BEHAVIOR, CACHING_OPTIMIZED } from '../../helpers/a-distribution-resource';
import { FakeHost } from '../../helpers/fake-host';

describe('additional metrics of a distribution', () => {
  const play = async (status: 'Enabled' | 'Disabled') => {
    const clock = new VirtualClock(0);
    const metrics = new MetricStore(clock);
    const internet = new FakeHost();
    const deployment = aDeployment({
      Edge: aDistributionResource({
        Aliases: ['one.example'],
        DefaultCacheBehavior: { ...BEHAVIOR, CachePolicyId: CACHING_OPTIMIZED },
      }),
      Metrics: aResource('AWS::CloudFront::MonitoringSubscription', {
        DistributionId: { Ref: 'Edge' },
        MonitoringSubscription: {
          RealtimeMetricsSubscriptionConfig: { RealtimeMetricsSubscriptionStatus: status },
        },
      }),
    });
    const distributions = new Distributions(deployment, { internet, metrics, addressOf: (_, name) => name });
    const ask = (path: string) =>
      distributions.exchange('any', { method: 'GET', path, headers: { host: 'one.example' } }, 0);
    internet.answer = ({ path }) =>
      aResponse({
        connectMs: 30,
        firstByteMs: path === '/slow' ? 470 : 70,
        bodyMs: 500,
        status: path === '/gone' ? 404 : 200,
      });
    for (const path of ['/a', '/slow', '/gone', '/a']) {
      await ask(path);
    }
    await clock.runUntil(120_000);
    const DistributionId = readDistributions(deployment)[0]?.id ?? '';
    return (name: string, statistic: 'p50' | 'p90' | 'Average' | 'SampleCount') =>
      metrics.datapoints(
        { namespace: 'AWS/CloudFront', name, dimensions: { Region: 'Global', DistributionId } },
        statistic,
        [{ startMs: 0, endMs: 60_000 }],
      )[0];
  };

  test.each([
    ['OriginLatency', 'SampleCount', 3],
    ['OriginLatency', 'p50', 100],
    ['OriginLatency', 'p90', 500],
    ['CacheHitRate', 'Average', 100 / 3],
    ['404ErrorRate', 'Average', 25],
    ['503ErrorRate', 'Average', 0],
  ] as const)('are counted where they are switched on: %s, %s', async (name, statistic, expected) => {
    expect((await play('Enabled'))(name, statistic)).toBe(expected);
  });

  test.each(['OriginLatency', 'CacheHitRate', '404ErrorRate'])('do not exist otherwise: %s', async (name) => {
    expect((await play('Disabled'))(name, 'SampleCount')).toBeUndefined();
  });
});

describe('metrics of CloudFront Functions', () => {
  test.each([
    ['FunctionInvocations', 2],
    ['FunctionExecutionErrors', 1],
    ['FunctionValidationErrors', undefined],
  ])('go by the name of the function: %s', async (name, expected) => {
    const clock = new VirtualClock(0);
    const metrics = new MetricStore(clock);
    const FunctionCode =
      "function handler(e) { if (e.request.uri === '/bad') throw 1; return { statusCode: 200 }; }";
    const deployment = aDeployment({
      Answer: aResource('AWS::CloudFront::Function', {
        Name: 'answer',
        FunctionCode,
        FunctionConfig: { Comment: '', Runtime: 'cloudfront-js-2.0' },
      }),
      Edge: aDistributionResource({
        Aliases: ['one.example'],
        DefaultCacheBehavior: {
          ...BEHAVIOR,
          FunctionAssociations: [
            { EventType: 'viewer-request', FunctionARN: { 'Fn::GetAtt': ['Answer', 'FunctionARN'] } },
          ],
        },
      }),
    });
    const world = { internet: new FakeHost(), metrics, addressOf: (_: number, host: string) => host };
    const distributions = new Distributions(deployment, world);
    for (const path of ['/', '/bad']) {
      await distributions.exchange('any', { method: 'GET', path, headers: { host: 'one.example' } }, 0);
    }
    await clock.runUntil(120_000);
    const metric = {
      namespace: 'AWS/CloudFront',
      name,
      dimensions: { FunctionName: 'answer', Region: 'Global' },
    };
    expect(metrics.datapoints(metric, 'Sum', [{ startMs: 0, endMs: 60_000 }])).toEqual([expected]);
  });
});
