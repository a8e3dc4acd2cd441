import { readAssembly } from '../../../lib/rehearsal/assembly/assembly';
import { Deployment } from '../../../lib/rehearsal/assembly/deployment';
import { VirtualClock } from '../../../lib/rehearsal/clock/virtual-clock';
import { Distributions } from '../../../lib/rehearsal/cloudfront/distributions';
import { isEdgeExchange } from '../../../lib/rehearsal/cloudfront/edge-answer';
import { readDistributions } from '../../../lib/rehearsal/cloudfront/read-distributions';
import { MetricStore } from '../../../lib/rehearsal/cloudwatch/metric-store';
import { exampleAssembly } from '../../helpers/example-assembly';
import { aResponse } from '../../parity/helpers/exchanges';
import { aDeployment, aResource } from '../helpers/a-deployment';
import { FakeHost } from '../helpers/fake-host';

const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const CACHING_OPTIMIZED = '658327ea-f89d-4fab-a63d-7e88639e58f6';
const BEHAVIOR = { CachePolicyId: CACHING_DISABLED, TargetOriginId: 'store' };

const aDistributionResource = (but: Record<string, unknown> = {}) =>
  aResource('AWS::CloudFront::Distribution', {
    DistributionConfig: {
      DefaultCacheBehavior: BEHAVIOR,
      Origins: [{ Id: 'store', DomainName: 'origin.example', CustomOriginConfig: {} }],
      ...but,
    },
  });

describe('distribution', () => {
  test('has what CloudFront gives it by default', () => {
    const [distribution] = readDistributions(aDeployment({ Edge: aDistributionResource() }));
    expect(distribution).toMatchObject({
      aliases: [],
      behaviors: [],
      errorResponses: [],
      defaultBehavior: {
        allowedMethods: ['GET', 'HEAD'],
        target: {
          kind: 'origin',
          origin: {
            kind: 'custom',
            signs: false,
            timeouts: { connectionAttempts: 3, connectionTimeoutMs: 10_000, readTimeoutMs: 30_000 },
          },
        },
      },
    });
  });

  test('reads an origin group with its members', () => {
    const Edge = aDistributionResource({
      CacheBehaviors: [{ ...BEHAVIOR, PathPattern: '/static/*', TargetOriginId: 'both' }],
      Origins: [
        { Id: 'store', DomainName: 'origin.example' },
        { Id: 'site', DomainName: 'site.example', S3OriginConfig: {}, OriginAccessControlId: 'oac' },
      ],
      OriginGroups: {
        Quantity: 1,
        Items: [
          {
            Id: 'both',
            FailoverCriteria: { StatusCodes: { Quantity: 2, Items: [500, 504] } },
            Members: { Quantity: 2, Items: [{ OriginId: 'store' }, { OriginId: 'site' }] },
          },
        ],
      },
    });
    expect(readDistributions(aDeployment({ Edge }))[0]?.behaviors[0]?.target).toMatchObject({
      kind: 'group',
      primary: { domainName: 'origin.example', kind: 'custom' },
      secondary: { domainName: 'site.example', kind: 's3', signs: true },
      failoverStatusCodes: [500, 504],
    });
  });

  test.each([
    [{ ...BEHAVIOR, CachePolicyId: 'x' }, 'cache policy: is not modelled, got x'],
    [{ ...BEHAVIOR, OriginRequestPolicyId: 'y' }, 'origin request policy: is not modelled, got y'],
    [{ ...BEHAVIOR, TargetOriginId: 'z' }, 'origin: is not modelled, got z'],
    [
      { ...BEHAVIOR, FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: 'f' }] },
      'function: is not modelled, got f',
    ],
  ])('fails when it refers to something unknown: %j', (DefaultCacheBehavior, what) => {
    const deployment = aDeployment({ Edge: aDistributionResource({ DefaultCacheBehavior }) });
    expect(() => readDistributions(deployment)).toThrow(`Stack/Edge: ${what}; use one of this assembly or`);
  });

  test.each([
    [
      { LambdaFunctionAssociations: [] },
      'DistributionConfig.DefaultCacheBehavior.LambdaFunctionAssociations',
    ],
    [{ TrustedSigners: [] }, 'DistributionConfig.DefaultCacheBehavior.TrustedSigners'],
  ])('fails when a cache behavior has %j', (but, path) => {
    const deployment = aDeployment({
      Edge: aDistributionResource({ DefaultCacheBehavior: { ...BEHAVIOR, ...but } }),
    });
    expect(() => readDistributions(deployment)).toThrow(
      `Stack/Edge (AWS::CloudFront::Distribution): the rehearsal does not model ${path};`,
    );
  });

  test.each(['edge', 'dns'] as const)(
    'of the example allows POST on no origin group: %s',
    async (topology) => {
      const [distribution] = readDistributions(new Deployment(readAssembly(await exampleAssembly(topology))));
      expect(distribution?.aliases).toContain('shop.example.com');
      const behaviors = [distribution?.defaultBehavior, ...(distribution?.behaviors ?? [])];
      const wrong = behaviors.filter((b) => b?.target.kind === 'group' && b.allowedMethods.includes('POST'));
      expect(wrong).toEqual([]);
    },
  );
});

describe('distributions', () => {
  const build = (behavior: Record<string, unknown> = {}) => {
    const clock = new VirtualClock(0);
    const metrics = new MetricStore(clock);
    const internet = new FakeHost();
    const deployment = aDeployment({
      One: aDistributionResource({
        Aliases: ['one.example'],
        DefaultCacheBehavior: { ...BEHAVIOR, ...behavior },
      }),
      Two: aDistributionResource({
        Aliases: ['two.example'],
        Origins: [{ Id: 'store', DomainName: 'two.origin.example' }],
      }),
    });
    const addressOf = (location: number, name: string) => `${name} from ${location}`;
    const distributions = new Distributions(deployment, { internet, metrics, addressOf });
    const ask = (host: string, but: { method?: string; location?: number } = {}) =>
      distributions.exchange('anywhere', { method: 'GET', path: '/', headers: { host }, ...but }, 0);
    return { clock, metrics, internet, distributions, ask, deployment };
  };

  test.each([
    ['one.example', 'origin.example from 0'],
    ['two.example', 'two.origin.example from 0'],
  ])('are told apart by the Host header: %s', async (host, address) => {
    const { internet, ask } = build();
    await ask(host);
    expect(internet.received[0]?.address).toBe(address);
  });

  test('know no other host names', async () => {
    const { internet, ask, distributions } = build();
    expect(await ask('three.example')).toMatchObject({ kind: 'response', status: 403 });
    expect(internet.received).toEqual([]);
    expect(distributions.aliases).toEqual(['one.example', 'two.example']);
    expect(distributions.answersAt('one.example')).toBe(false);
  });

  test('answer at their own domain names', async () => {
    const { distributions, deployment } = build();
    for (const { domainName } of readDistributions(deployment))
      expect(distributions.answersAt(domainName)).toBe(true);
  });

  test('serve viewers from their own edge locations', async () => {
    const { internet, ask } = build();
    await ask('one.example', { location: 1 });
    await ask('one.example', { location: 6 });
    expect(internet.received.map(({ address }) => address)).toEqual([
      'origin.example from 1',
      'origin.example from 2',
    ]);
  });

  test('have a cache of its own at each edge location, for objects and for errors', async () => {
    const { internet, distributions } = build({ CachePolicyId: CACHING_OPTIMIZED });
    const ask = (path: string, location: number) =>
      distributions.exchange(
        'anywhere',
        { method: 'GET', path, location, headers: { host: 'one.example' } },
        0,
      );
    internet.answer = ({ path }) => aResponse({ status: path === '/gone' ? 404 : 200 });
    for (const path of ['/teapot', '/gone'])
      for (const location of [0, 1, 0, 1, 4]) await ask(path, location);
    expect(internet.received.map(({ path, address }) => `${path} ${address.at(-1)}`)).toEqual([
      '/teapot 0',
      '/teapot 1',
      '/gone 0',
      '/gone 1',
    ]);
  });

  test('send no body to HEAD', async () => {
    const { internet, ask } = build();
    internet.answer = () => aResponse({ body: Buffer.from('page') });
    const exchange = await ask('one.example', { method: 'HEAD' });
    expect(isEdgeExchange(exchange) && exchange.body).toHaveLength(0);
  });

  test.each([
    ['Requests', 'Sum', 4],
    ['5xxErrorRate', 'Average', 50],
    ['4xxErrorRate', 'Average', 25],
  ] as const)('count what they answered: %s', async (name, statistic, expected) => {
    const { clock, metrics, internet, ask, deployment } = build();
    for (const status of [200, 404, 500, 503]) {
      internet.answer = () => aResponse({ status });
      await ask('one.example');
    }
    await clock.runUntil(120_000);
    const DistributionId = readDistributions(deployment)[0]?.id ?? '';
    const metric = { namespace: 'AWS/CloudFront', name, dimensions: { Region: 'Global', DistributionId } };
    expect(metrics.datapoints(metric, statistic, [{ startMs: 0, endMs: 60_000 }])).toEqual([expected]);
  });
});

describe('policies and origins of a distribution', () => {
  const read = (resources: Parameters<typeof aDeployment>[0]) => readDistributions(aDeployment(resources))[0];

  test('are read with every header that a response headers policy sets', () => {
    const Headers = aResource('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: {
        Name: 'headers',
        CustomHeadersConfig: { Items: [{ Header: 'Retry-After', Value: '60', Override: false }] },
        RemoveHeadersConfig: { Items: [{ Header: 'Server' }] },
        SecurityHeadersConfig: {
          ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'self'", Override: true },
          ContentTypeOptions: { Override: true },
          FrameOptions: { FrameOption: 'DENY', Override: true },
          ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
          StrictTransportSecurity: {
            AccessControlMaxAgeSec: 60,
            IncludeSubdomains: true,
            Preload: true,
            Override: true,
          },
          XSSProtection: {
            Protection: true,
            ModeBlock: true,
            ReportUri: 'https://a.example',
            Override: true,
          },
        },
      },
    });
    const Edge = aDistributionResource({
      DefaultCacheBehavior: { ...BEHAVIOR, ResponseHeadersPolicyId: { Ref: 'Headers' } },
    });
    const policy = read({ Headers, Edge })?.defaultBehavior.responseHeadersPolicy;
    expect(policy?.remove).toEqual(['server']);
    expect(policy?.set.map(({ name, value, override }) => [name, value, override])).toEqual([
      ['content-security-policy', "default-src 'self'", true],
      ['x-content-type-options', 'nosniff', true],
      ['x-frame-options', 'DENY', true],
      ['referrer-policy', 'no-referrer', true],
      ['strict-transport-security', 'max-age=60; includeSubDomains; preload', true],
      ['x-xss-protection', '1; mode=block; report=https://a.example', true],
      ['retry-after', '60', false],
    ]);
  });

  test('are read with what an origin request policy forwards', () => {
    const Forward = aResource('AWS::CloudFront::OriginRequestPolicy', {
      OriginRequestPolicyConfig: {
        Name: 'forward',
        CookiesConfig: { CookieBehavior: 'allExcept', Cookies: ['theme'] },
        HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['Accept-Language'] },
        QueryStringsConfig: { QueryStringBehavior: 'all' },
      },
    });
    const Edge = aDistributionResource({
      DefaultCacheBehavior: { ...BEHAVIOR, OriginRequestPolicyId: { Ref: 'Forward' } },
    });
    expect(read({ Forward, Edge })?.defaultBehavior.originRequestPolicy).toEqual({
      cookies: { kind: 'allExcept', names: ['theme'] },
      headers: { kind: 'whitelist', names: ['accept-language'] },
      queryStrings: { kind: 'all' },
    });
  });

  test('are read with the custom headers of an origin and the read timeout of a bucket', () => {
    const Edge = aDistributionResource({
      Origins: [
        {
          Id: 'store',
          DomainName: 'site.example',
          OriginCustomHeaders: [{ HeaderName: 'X-Secret', HeaderValue: '1' }],
          S3OriginConfig: { OriginReadTimeout: 5 },
        },
      ],
    });
    expect(read({ Edge })?.defaultBehavior.target).toMatchObject({
      origin: { kind: 's3', customHeaders: { 'x-secret': '1' }, timeouts: { readTimeoutMs: 5_000 } },
    });
  });

  test('fail when a response headers policy is not known', () => {
    const Edge = aDistributionResource({
      DefaultCacheBehavior: { ...BEHAVIOR, ResponseHeadersPolicyId: 'x' },
    });
    expect(() => read({ Edge })).toThrow(
      'Stack/Edge: response headers policy: is not modelled, got x; use one',
    );
  });
});

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
    for (const path of ['/a', '/slow', '/gone', '/a']) await ask(path);
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
    for (const path of ['/', '/bad'])
      await distributions.exchange('any', { method: 'GET', path, headers: { host: 'one.example' } }, 0);
    await clock.runUntil(120_000);
    const metric = {
      namespace: 'AWS/CloudFront',
      name,
      dimensions: { FunctionName: 'answer', Region: 'Global' },
    };
    expect(metrics.datapoints(metric, 'Sum', [{ startMs: 0, endMs: 60_000 }])).toEqual([expected]);
  });
});
