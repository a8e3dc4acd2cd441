import { readDistributions } from '../../../../lib/rehearsal/aws/cloudfront/read-distributions';
import { aDeployment, aResource } from '../../helpers/a-deployment';
import { aDistributionResource, BEHAVIOR } from '../../helpers/a-distribution-resource';

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
