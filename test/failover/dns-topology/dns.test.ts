import { Duration } from 'aws-cdk-lib';
import type { Template } from 'aws-cdk-lib/assertions';
import { StoreTarget } from '../../../lib/store-target';
import type { DnsTopology } from '../../../lib/understudy-props';
import { storePathTemplate } from '../../helpers/store-path-stack';
import { dnsProps, LOAD_BALANCER } from '../../helpers/store-props';
import { distributionConfig, failoverRecords, type Properties, propertiesOf } from '../../helpers/template';

const templateWith = (changes: Partial<DnsTopology> = {}): Template => storePathTemplate(dnsProps(changes));
const TEMPLATE = templateWith();
const CONFIG = distributionConfig(TEMPLATE);

describe('emergency distribution of the dns topology', () => {
  test('answers for every name of the shop', () => {
    expect(CONFIG['Aliases']).toEqual(['shop.example.com', 'www.shop.example.com']);
  });

  test('takes every method on every path to the functions', () => {
    const behavior = CONFIG['DefaultCacheBehavior'];
    expect(behavior['AllowedMethods']).toContain('POST');
    const functions = behavior['FunctionAssociations'].map((f: Properties) => f['EventType']);
    expect(functions).toEqual(['viewer-request', 'viewer-response']);
  });

  test("does not hide the shop's own URLs from search engines", () => {
    const { Ref: policyId } = CONFIG['DefaultCacheBehavior']['ResponseHeadersPolicyId'];
    const policy = TEMPLATE.findResources('AWS::CloudFront::ResponseHeadersPolicy')[policyId];
    const config = policy?.['Properties']['ResponseHeadersPolicyConfig'];
    expect(config['CustomHeadersConfig']).toBeUndefined();
    expect(config['RemoveHeadersConfig']['Items']).toContainEqual({ Header: 'x-amz-version-id' });
  });

  test("serves the emergency site and the store's documents straight from S3, and nothing else", () => {
    const documents = { '/robots.txt': '', '/.well-known/security.txt': '' };
    const { CacheBehaviors } = distributionConfig(storePathTemplate({ ...dnsProps(), documents }));
    expect(CacheBehaviors.map((behavior: Properties) => behavior['PathPattern'])).toEqual([
      '/understudy/*',
      '/robots.txt',
      '/.well-known/security.txt',
    ]);
    for (const behavior of CacheBehaviors) {
      expect(behavior['FunctionAssociations']).toBeUndefined();
      expect(behavior['TargetOriginId']).toBe('emergency');
    }
  });

  test("does not hide the store's documents from search engines either", () => {
    const { CacheBehaviors, DefaultCacheBehavior } = distributionConfig(
      storePathTemplate({ ...dnsProps(), documents: { '/robots.txt': '' } }),
    );
    expect(CacheBehaviors[1]['ResponseHeadersPolicyId']).toEqual(
      DefaultCacheBehavior['ResponseHeadersPolicyId'],
    );
  });

  test('makes no document up', () => {
    expect(CONFIG['CacheBehaviors']).toHaveLength(1);
  });

  test('has S3 as its only origin', () => {
    expect(CONFIG['Origins'].map((origin: Properties) => Object.keys(origin['S3OriginConfig']))).toHaveLength(
      1,
    );
  });

  test.each([400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504])(
    'turns an error %i into 503 with the copy of the page',
    (code) => {
      expect(CONFIG['CustomErrorResponses']).toContainEqual({
        ErrorCode: code,
        ResponseCode: 503,
        ResponsePagePath: '/understudy/copy.html',
        ErrorCachingMinTTL: 2,
      });
    },
  );

  test('has functions within the size that CloudFront takes', () => {
    const functions = propertiesOf(TEMPLATE, 'AWS::CloudFront::Function');
    expect(functions).toHaveLength(2);
    for (const { FunctionCode, FunctionConfig, AutoPublish } of functions) {
      expect(Buffer.byteLength(FunctionCode)).toBeLessThan(10_000);
      expect(FunctionConfig['Runtime']).toBe('cloudfront-js-2.0');
      expect(AutoPublish).toBe(true);
    }
  });
});

describe('failover records of the dns topology', () => {
  const summary = (template: Template): string[] =>
    failoverRecords(template).map((r) => `${r['Name']} ${r['Type']} ${r['Failover']}`);

  test('come in pairs for every name and every type that the primary has', () => {
    expect(summary(TEMPLATE)).toEqual([
      'shop.example.com. A PRIMARY',
      'shop.example.com. A SECONDARY',
      'shop.example.com. AAAA PRIMARY',
      'shop.example.com. AAAA SECONDARY',
      'www.shop.example.com. CNAME PRIMARY',
      'www.shop.example.com. CNAME SECONDARY',
    ]);
  });

  test.each<[string, DnsTopology['primary']]>([
    ['addresses of version 4 only', StoreTarget.ipAddresses(['23.227.38.65'])],
    ['an empty list of IPv6 addresses', StoreTarget.ipAddresses(['23.227.38.65'], [])],
    ['a load balancer', LOAD_BALANCER],
  ])('have no AAAA for %s', (_what, primary) => {
    const template = templateWith({ primary, alternateDomainNames: [] });
    expect(summary(template)).toEqual(['shop.example.com. A PRIMARY', 'shop.example.com. A SECONDARY']);
  });

  test('alias an address to the emergency distribution without evaluating its health', () => {
    expect(failoverRecords(TEMPLATE)[1]?.['AliasTarget']).toMatchObject({
      DNSName: { 'Fn::GetAtt': [expect.stringMatching(/^DnsDistribution/), 'DomainName'] },
      EvaluateTargetHealth: false,
    });
  });

  test('lead a CNAME to the emergency distribution by a CNAME', () => {
    expect(failoverRecords(TEMPLATE)[5]).toMatchObject({
      Type: 'CNAME',
      TTL: '30',
      ResourceRecords: [{ 'Fn::GetAtt': [expect.stringMatching(/^DnsDistribution/), 'DomainName'] }],
    });
  });

  test('are remembered no longer than the props say', () => {
    const [primary] = failoverRecords(templateWith({ failoverTtl: Duration.seconds(60) }));
    expect(primary?.['TTL']).toBe('60');
  });
});
