import { Duration } from 'aws-cdk-lib';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { StoreTarget } from '../../../lib/store-target';
import type { EdgeTopology } from '../../../lib/understudy-props';
import { storePathTemplate } from '../../helpers/store-path-stack';
import { edgeProps, LOAD_BALANCER, storeProps } from '../../helpers/store-props';
import {
  distributionConfig,
  failoverRecords,
  onlyPropertiesOf,
  type Properties,
  propertiesOf,
} from '../../helpers/template';

const templateWith = (changes: Partial<EdgeTopology> = {}): Template => storePathTemplate(edgeProps(changes));
const PLAIN = templateWith();
const MIRRORED = templateWith({ mirroredPathPatterns: ['/static/*'] });

const originOf = (config: Properties, id: string): Properties =>
  config['Origins'].find((origin: Properties) => origin['Id'] === id);

describe('default cache behavior of the edge topology', () => {
  const config = distributionConfig(PLAIN);

  test('sends every method to one origin and forwards what the viewer sent, Host too', () => {
    expect(config['DefaultCacheBehavior']).toMatchObject({
      AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
      TargetOriginId: 'store',
      OriginRequestPolicyId: '216adef6-5c7f-47e4-b989-5492eafa07d3',
      ViewerProtocolPolicy: 'redirect-to-https',
    });
    expect(config['OriginGroups']).toBeUndefined();
  });

  test('leaves the store its response headers', () => {
    expect(config['DefaultCacheBehavior']['ResponseHeadersPolicyId']).toBeUndefined();
  });

  test('keeps nothing for anybody, by the managed policy CachingDisabled', () => {
    expect(config['DefaultCacheBehavior']['CachePolicyId']).toBe('4135ea2d-6df8-44a3-9df3-4b5a84be39ad');
    PLAIN.resourceCountIs('AWS::CloudFront::CachePolicy', 0);
  });

  test('leaves compression to the origin, for CloudFront compresses only what it may keep', () => {
    expect(config['DefaultCacheBehavior']['Compress']).toBe(false);
  });
});

describe('shared path pattern', () => {
  const template = templateWith({
    mirroredPathPatterns: ['/static/*'],
    sharedPathPatterns: ['/assets/*', '/products/*'],
  });
  const config = distributionConfig(template);
  const [, , behavior, catalogue] = config['CacheBehaviors'];

  test('comes after the emergency site and what is mirrored', () => {
    expect(config['CacheBehaviors'].map((one: Properties) => one['PathPattern'])).toEqual([
      '/understudy/*',
      '/static/*',
      '/assets/*',
      '/products/*',
    ]);
    expect(catalogue).toEqual({ ...behavior, PathPattern: '/products/*' });
  });

  test('answers GET, HEAD and OPTIONS, of which it keeps the first two', () => {
    expect(behavior).toMatchObject({
      AllowedMethods: ['GET', 'HEAD', 'OPTIONS'],
      Compress: true,
      TargetOriginId: 'store-shared',
      ViewerProtocolPolicy: 'redirect-to-https',
    });
    expect(behavior['CachedMethods'] ?? ['GET', 'HEAD']).toEqual(['GET', 'HEAD']);
  });

  test('sends the origin nothing but what is in the cache key: no cookie, no header that could poison a copy', () => {
    expect(behavior['OriginRequestPolicyId']).toBeUndefined();
    template.hasResourceProperties('AWS::CloudFront::CachePolicy', {
      CachePolicyConfig: {
        Comment: 'Understudy: one copy for all under each name of the shop',
        MinTTL: 0,
        DefaultTTL: 60,
        MaxTTL: 31_536_000,
        ParametersInCacheKeyAndForwardedToOrigin: {
          CookiesConfig: { CookieBehavior: 'none' },
          HeadersConfig: {
            HeaderBehavior: 'whitelist',
            Headers: ['Host', 'Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers'],
          },
          QueryStringsConfig: { QueryStringBehavior: 'all' },
          EnableAcceptEncodingBrotli: true,
          EnableAcceptEncodingGzip: true,
        },
      },
    });
  });

  test.each([
    ['of a shared path', 2],
    ['of a mirrored path', 1],
  ])('takes Set-Cookie from every answer %s', (_what, index) => {
    const id = config['CacheBehaviors'][index]['ResponseHeadersPolicyId'];
    expect(template.findResources('AWS::CloudFront::ResponseHeadersPolicy')[id['Ref']]).toMatchObject({
      Properties: {
        ResponseHeadersPolicyConfig: { RemoveHeadersConfig: { Items: [{ Header: 'Set-Cookie' }] } },
      },
    });
  });

  test('asks the store with the timeouts of pages', () => {
    const { Id, CustomOriginConfig, ...shared } = originOf(config, 'store-shared');
    const { CustomOriginConfig: any, ...store } = originOf(config, 'store');
    expect({ ...shared, Id: 'store' }).toEqual(store);
    expect(CustomOriginConfig).toEqual({ ...any, OriginReadTimeout: 9 });
  });
});

describe('store origin', () => {
  test('is given up on after one attempt that a shopper can sit out', () => {
    expect(originOf(distributionConfig(PLAIN), 'store')).toMatchObject({
      DomainName: 'origin.shop.example.com',
      ConnectionAttempts: 1,
      ConnectionTimeout: 2,
      CustomOriginConfig: {
        OriginReadTimeout: 60,
        OriginProtocolPolicy: 'https-only',
        OriginSSLProtocols: ['TLSv1.2'],
      },
    });
  });

  test('takes name and timeouts from the props', () => {
    const template = templateWith({
      originDomainName: 'direct.example.com',
      connectionTimeout: Duration.seconds(1),
      writeTimeout: Duration.seconds(90),
      completionTimeout: Duration.seconds(120),
    });
    expect(originOf(distributionConfig(template), 'store')).toMatchObject({
      DomainName: 'direct.example.com',
      ConnectionTimeout: 1,
      ResponseCompletionTimeout: 120,
      CustomOriginConfig: { OriginReadTimeout: 90 },
    });
  });
});

describe('a whole answer', () => {
  test('may take as long as it needs, however large it is, unless the props set a limit', () => {
    const { Origins } = distributionConfig(
      templateWith({ mirroredPathPatterns: ['/static/*'], sharedPathPatterns: ['/media/*'] }),
    );
    expect(Origins.map((origin: Properties) => origin['ResponseCompletionTimeout'])).toEqual(
      Origins.map(() => undefined),
    );
  });
});

describe('emergency site of the edge topology', () => {
  test.each([500, 502, 503, 504])('answers 503 with the page when the origin yields %i', (code) => {
    expect(distributionConfig(PLAIN)['CustomErrorResponses']).toContainEqual({
      ErrorCode: code,
      ResponseCode: 503,
      ResponsePagePath: '/understudy/index.html',
      ErrorCachingMinTTL: 2,
    });
  });

  test("leaves the store's own 4xx pages alone", () => {
    const codes = distributionConfig(PLAIN)['CustomErrorResponses'].map((r: Properties) => r['ErrorCode']);
    expect(codes.filter((code: number) => code < 500)).toEqual([]);
  });

  test('repeats an error no longer than the props say', () => {
    const responses = distributionConfig(templateWith({ errorCachingTtl: Duration.seconds(5) }))[
      'CustomErrorResponses'
    ];
    expect(responses.map((r: Properties) => r['ErrorCachingMinTTL'])).toEqual([5, 5, 5, 5]);
  });

  test('comes from S3 and is asked for before any mirrored path, without a Host header', () => {
    const [first] = distributionConfig(MIRRORED)['CacheBehaviors'];
    expect(first).toMatchObject({ PathPattern: '/understudy/*', TargetOriginId: 'emergency' });
    expect(first['OriginRequestPolicyId']).toBeUndefined();
    expect(originOf(distributionConfig(MIRRORED), 'emergency')['S3OriginConfig']).toBeDefined();
  });
});

describe('document of the store', () => {
  const config = distributionConfig(
    storePathTemplate({
      ...edgeProps({ mirroredPathPatterns: ['/static/*'] }),
      documents: { '/robots.txt': '' },
    }),
  );

  test('comes from the store, then from S3, like a mirrored path', () => {
    const [, document, mirrored] = config['CacheBehaviors'];
    expect(document).toEqual({ ...mirrored, PathPattern: '/robots.txt' });
  });
});

describe('mirrored path pattern', () => {
  const config = distributionConfig(MIRRORED);
  const behavior = config['CacheBehaviors'][1];
  const group = config['OriginGroups']['Items'][0];

  test('answers GET, HEAD and OPTIONS only, all of which fail over', () => {
    expect(behavior).toMatchObject({
      PathPattern: '/static/*',
      AllowedMethods: ['GET', 'HEAD', 'OPTIONS'],
      CachedMethods: ['GET', 'HEAD', 'OPTIONS'],
      TargetOriginId: group['Id'],
    });
  });

  test('falls back from the store to the emergency bucket', () => {
    const [primary, fallback] = group['Members']['Items'].map((m: Properties) =>
      originOf(config, m['OriginId']),
    );
    expect(primary['DomainName']).toBe('origin.shop.example.com');
    expect(fallback['S3OriginConfig']).toBeDefined();
    expect(group['FailoverCriteria']['StatusCodes']['Items']).toEqual([500, 502, 503, 504]);
  });

  test('forwards no Host header, which S3 would refuse', () => {
    expect(behavior['OriginRequestPolicyId']).toBe('88a5eaf4-2fd4-4709-b370-b4c650ea3fcf');
    MIRRORED.hasResourceProperties('AWS::CloudFront::CachePolicy', {
      CachePolicyConfig: Match.objectLike({
        Comment: 'Understudy: the origin decides, one copy for all',
        ParametersInCacheKeyAndForwardedToOrigin: Match.objectLike({
          HeadersConfig: {
            HeaderBehavior: 'whitelist',
            Headers: ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers'],
          },
          CookiesConfig: { CookieBehavior: 'none' },
        }),
      }),
    });
  });
});

describe('records of the edge topology', () => {
  const simpleRecords = (template: Template): Properties[] =>
    propertiesOf(template, 'AWS::Route53::RecordSet').filter((record) => record['Failover'] === undefined);

  test('lead every name of the shop to CloudFront, with IPv4 and IPv6', () => {
    const records = simpleRecords(templateWith({ alternateDomainNames: ['www.shop.example.com'] }));
    expect(records.map((r) => `${r['Type']} ${r['Name']}`)).toEqual([
      'A shop.example.com.',
      'AAAA shop.example.com.',
      'A www.shop.example.com.',
      'AAAA www.shop.example.com.',
    ]);
  });

  test("fail over the origin's name only", () => {
    const names = new Set(
      failoverRecords(templateWith({ alternateDomainNames: ['www.shop.example.com'] })).map((r) => r['Name']),
    );
    expect([...names]).toEqual(['origin.shop.example.com.']);
  });

  const PLACES: [string, StoreTarget, string][] = [
    ['a load balancer', LOAD_BALANCER, 'shop.eu-central-1.elb.amazonaws.com'],
    ['a host name', StoreTarget.hostName('store.example.net'), 'store.example.net'],
    ['addresses', StoreTarget.ipAddresses(['8.8.8.8', '8.8.4.4']), 'primary.origin.shop.example.com'],
  ];
  const deadEnd = {
    'Fn::Join': [
      '',
      [
        { Ref: expect.stringMatching(/^EdgeDeadEndApi/) },
        '.execute-api.us-east-1.',
        { Ref: 'AWS::URLSuffix' },
      ],
    ],
  };

  test.each(PLACES)(
    'fail over from %s by the health check alone, by CNAMEs with a short TTL',
    (_what, primary, hostName) => {
      const both = { Name: 'origin.shop.example.com.', Type: 'CNAME', TTL: '30' };
      expect(failoverRecords(templateWith({ primary }))).toEqual([
        expect.objectContaining({
          ...both,
          Failover: 'PRIMARY',
          HealthCheckId: { Ref: expect.stringMatching(/^HealthChecksStore/) },
          ResourceRecords: [hostName],
        }),
        expect.objectContaining({ ...both, Failover: 'SECONDARY', ResourceRecords: [deadEnd] }),
      ]);
    },
  );

  test("give addresses a name of their own below the origin's", () => {
    const template = templateWith({
      primary: StoreTarget.ipAddresses(['8.8.8.8', '8.8.4.4']),
      standby: StoreTarget.ipAddresses(['1.1.1.1']),
      failoverTtl: Duration.seconds(10),
    });
    const addresses = simpleRecords(template).filter(({ Name }) => Name.includes('origin'));
    expect(addresses).toMatchObject([
      {
        Name: 'primary.origin.shop.example.com.',
        Type: 'A',
        ResourceRecords: ['8.8.8.8', '8.8.4.4'],
        TTL: '10',
      },
      { Name: 'standby.origin.shop.example.com.', Type: 'A', ResourceRecords: ['1.1.1.1'], TTL: '10' },
    ]);
  });

  test.each(PLACES)('fail over to %s where it is the standby, without a dead end', (_what, standby, name) => {
    const template = templateWith({ standby, failoverTtl: Duration.seconds(10) });
    expect(failoverRecords(template)[1]).toMatchObject({
      Type: 'CNAME',
      Failover: 'SECONDARY',
      ResourceRecords: [name.replace(/^primary/, 'standby')],
      TTL: '10',
    });
    template.resourceCountIs('AWS::ApiGatewayV2::Api', 0);
  });

  test('are made before CloudFront asks for them, each after the place it leads to', () => {
    const template = templateWith({ primary: StoreTarget.ipAddresses(['8.8.8.8']) }).toJSON();
    const order = (type: string, property: string, value: string): string[] => {
      const [found] = Object.values<Properties>(template.Resources).filter(
        (one) => one['Type'] === type && (property === '' || one['Properties'][property] === value),
      );
      return found?.['DependsOn'] ?? [];
    };
    const record = 'AWS::Route53::RecordSet';
    expect(order('AWS::CloudFront::Distribution', '', '')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/OriginRecordsPrimaryCNAME/),
        expect.stringMatching(/OriginRecordsSecondaryCNAME/),
      ]),
    );
    expect(order(record, 'Failover', 'PRIMARY')).toContainEqual(
      expect.stringMatching(/Placeprimary.*Address/),
    );
    expect(order(record, 'Failover', 'SECONDARY')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/OriginRecordsPrimaryCNAME/),
        expect.stringMatching(/^EdgeDeadEndApi/),
      ]),
    );
  });
});

describe('distribution metrics', () => {
  test('cost extra only when the latency alarm needs them', () => {
    PLAIN.resourceCountIs('AWS::CloudFront::MonitoringSubscription', 0);
    const latencyAlarm = { threshold: Duration.seconds(2) };
    storePathTemplate(storeProps({ latencyAlarm })).resourceCountIs(
      'AWS::CloudFront::MonitoringSubscription',
      1,
    );
  });

  test('of every request are logged to the private log bucket', () => {
    expect(onlyPropertiesOf(PLAIN, 'AWS::Logs::DeliverySource')).toMatchObject({ LogType: 'ACCESS_LOGS' });
    expect(onlyPropertiesOf(PLAIN, 'AWS::Logs::DeliveryDestination')['DestinationResourceArn']).toEqual({
      'Fn::GetAtt': [expect.stringMatching(/^EmergencySiteAccessLogs/), 'Arn'],
    });
  });
});
