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

  const GROUP = {
    Id: 'both',
    FailoverCriteria: { StatusCodes: { Quantity: 1, Items: [500] } },
    Members: { Quantity: 2, Items: [{ OriginId: 'store' }, { OriginId: 'store' }] },
  };
  const MEMBER = { OriginId: 'store' };

  test.each([
    [
      { OriginGroups: { Items: [{ ...GROUP, Members: { Items: [MEMBER] } }] } },
      'OriginGroups.both.Members: must be two origins, got 1; name a primary and a secondary',
    ],
    [
      { OriginGroups: { Items: [{ ...GROUP, Members: { Items: [MEMBER, MEMBER, MEMBER] } }] } },
      'OriginGroups.both.Members: must be two origins, got 3; name a primary and a secondary',
    ],
    [
      { OriginGroups: { Items: [{ ...GROUP, FailoverCriteria: { StatusCodes: { Items: [500, 501] } } }] } },
      'OriginGroups.both.FailoverCriteria: no failover status code, got 501; allowed are 400, 403, 404, 416, 429, 500, 502, 503, 504',
    ],
    [
      {
        OriginGroups: { Items: [GROUP] },
        DefaultCacheBehavior: {
          ...BEHAVIOR,
          TargetOriginId: 'both',
          AllowedMethods: ['GET', 'HEAD', 'POST'],
        },
      },
      "DefaultCacheBehavior.AllowedMethods: can't include uploads for an origin group, got POST; send them to an origin of their own by a cache behavior",
    ],
    [
      {
        OriginGroups: { Items: [GROUP] },
        CacheBehaviors: [
          {
            ...BEHAVIOR,
            PathPattern: '/a*',
            TargetOriginId: 'both',
            AllowedMethods: ['GET', 'PUT', 'DELETE'],
          },
        ],
      },
      "CacheBehaviors./a*.AllowedMethods: can't include uploads for an origin group, got PUT, DELETE; send them to an origin of their own by a cache behavior",
    ],
    [
      { CustomErrorResponses: [{ ErrorCode: 503, ResponsePagePath: '/sorry' }] },
      'CustomErrorResponses.503: must have both or neither, got ResponsePagePath only; add ResponseCode',
    ],
    [
      { CustomErrorResponses: [{ ErrorCode: 503, ResponseCode: 503 }] },
      'CustomErrorResponses.503: must have both or neither, got ResponseCode only; add ResponsePagePath',
    ],
  ])('fails with what CloudFront refuses: %j', (but, problem) => {
    expect(() => readDistributions(aDeployment({ Edge: aDistributionResource(but) }))).toThrow(
      expect.objectContaining({
        code: 'UNSUPPORTED_PROPERTY',
        message: `Stack/Edge.DistributionConfig.${problem}: CloudFront refuses it otherwise`,
      }),
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

  test('takes uploads to one origin, and error responses that only set how long errors are cached', () => {
    const Edge = aDistributionResource({
      OriginGroups: { Items: [GROUP] },
      DefaultCacheBehavior: { ...BEHAVIOR, AllowedMethods: ['GET', 'HEAD', 'POST'] },
      CacheBehaviors: [
        {
          ...BEHAVIOR,
          PathPattern: '/a*',
          TargetOriginId: 'both',
          AllowedMethods: ['GET', 'HEAD', 'OPTIONS'],
        },
      ],
      CustomErrorResponses: [{ ErrorCode: 404, ErrorCachingMinTTL: 1 }],
    });
    expect(readDistributions(aDeployment({ Edge }))).toHaveLength(1);
  });

  test('fails when another one has its name', () => {
    const deployment = aDeployment({
      One: aDistributionResource({ Aliases: ['shop.example'] }),
      Two: aDistributionResource({ Aliases: ['SHOP.example'] }),
    });
    expect(() => readDistributions(deployment)).toThrow(
      'Stack/Two.DistributionConfig.Aliases: must be its own, got shop.example, which Stack/One has too; CloudFront lets one distribution have a name',
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
