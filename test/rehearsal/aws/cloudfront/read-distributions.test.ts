import { readAssembly } from '../../../../lib/rehearsal/aws/assembly/assembly';
import { Deployment } from '../../../../lib/rehearsal/aws/assembly/deployment';
import { readDistributions } from '../../../../lib/rehearsal/aws/cloudfront/read-distributions';
import { exampleAssembly } from '../../../helpers/example-assembly';
import { aDeployment, aResource } from '../../helpers/a-deployment';
import { aDistributionResource, BEHAVIOR } from '../../helpers/a-distribution-resource';

const anAccessControl = (SigningBehavior: string) =>
  aResource('AWS::CloudFront::OriginAccessControl', {
    OriginAccessControlConfig: {
      ...{ Name: 'site', OriginAccessControlOriginType: 's3', SigningProtocol: 'sigv4' },
      SigningBehavior,
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
        { Id: 'site', DomainName: 'site.example', S3OriginConfig: {}, OriginAccessControlId: { Ref: 'Oac' } },
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
    const deployment = aDeployment({ Edge, Oac: anAccessControl('always') });
    expect(readDistributions(deployment)[0]?.behaviors[0]?.target).toMatchObject({
      kind: 'group',
      primary: { domainName: 'origin.example', kind: 'custom', signs: false },
      secondary: { domainName: 'site.example', kind: 's3', signs: true },
      failoverStatusCodes: [500, 504],
    });
  });

  test.each([
    ['always', { Ref: 'Oac' }, true],
    ['no-override', { Ref: 'Oac' }, true],
    ['never', { Ref: 'Oac' }, false],
    ['always', '', false],
  ])('signs requests as its origin access control says: %s, %j', (behavior, OriginAccessControlId, signs) => {
    const Origins = [{ Id: 'store', DomainName: 'site.example', S3OriginConfig: {}, OriginAccessControlId }];
    const deployment = aDeployment({
      Edge: aDistributionResource({ Origins }),
      Oac: anAccessControl(behavior),
    });
    expect(readDistributions(deployment)[0]?.defaultBehavior.target).toMatchObject({ origin: { signs } });
  });

  test('fails when an origin access control is that of another assembly', () => {
    const Origins = [
      { Id: 'store', DomainName: 'site.example', S3OriginConfig: {}, OriginAccessControlId: 'E123' },
    ];
    expect(() => readDistributions(aDeployment({ Edge: aDistributionResource({ Origins }) }))).toThrow(
      'Stack/Edge: origin access control: is not modelled, got E123; use one of this assembly or',
    );
  });

  test.each([
    [{ ...BEHAVIOR, CachePolicyId: 'x' }, 'cache policy: is not modelled, got x'],
    [{ ...BEHAVIOR, CachePolicyId: 'constructor' }, 'cache policy: is not modelled, got constructor'],
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

  test('fails with an origin access identity, whose requests it would send unsigned', () => {
    const origin = (OriginAccessIdentity: string) =>
      aDistributionResource({
        Origins: [{ Id: 'store', DomainName: 'site.example', S3OriginConfig: { OriginAccessIdentity } }],
      });
    expect(() =>
      readDistributions(aDeployment({ Edge: origin('origin-access-identity/cloudfront/E1') })),
    ).toThrow(/OriginAccessIdentity: is not modelled; use origin access control$/);
    expect(readDistributions(aDeployment({ Edge: origin('') }))).toHaveLength(1);
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
