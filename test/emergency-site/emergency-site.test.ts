import { readdirSync } from 'node:fs';
import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { EmergencySite } from '../../lib/emergency-site/emergency-site';
import { storePathTemplate } from '../helpers/store-path-stack';
import { dnsProps, edgeProps, storeProps } from '../helpers/store-props';
import { onlyPropertiesOf, type Properties } from '../helpers/template';

const TEMPLATE = storePathTemplate(edgeProps());

function bucketPolicy(bucket: RegExp): Properties[] {
  const policies = Object.values(TEMPLATE.findResources('AWS::S3::BucketPolicy'));
  const policy = policies.find((p) => bucket.test(p['Properties']['Bucket']['Ref']));
  return policy?.['Properties']['PolicyDocument']['Statement'] ?? [];
}

describe('emergency bucket', () => {
  test.each(['EmergencySiteBucket', 'EmergencySiteAccessLogs'])(
    '%s is private, encrypted, without ACLs, and outlives the stack',
    (prefix) => {
      const buckets = TEMPLATE.findResources('AWS::S3::Bucket');
      const [, bucket] = Object.entries(buckets).find(([id]) => id.startsWith(prefix)) ?? [];
      expect(bucket).toMatchObject({
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
        Properties: {
          PublicAccessBlockConfiguration: {
            BlockPublicAcls: true,
            BlockPublicPolicy: true,
            IgnorePublicAcls: true,
            RestrictPublicBuckets: true,
          },
          BucketEncryption: {
            ServerSideEncryptionConfiguration: [
              { ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } },
            ],
          },
          OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        },
      });
    },
  );

  test('keeps old versions and logs who read it', () => {
    TEMPLATE.hasResourceProperties('AWS::S3::Bucket', {
      VersioningConfiguration: { Status: 'Enabled' },
      LoggingConfiguration: {
        DestinationBucketName: { Ref: Match.stringLikeRegexp('^EmergencySiteAccessLogs') },
      },
    });
  });

  test.each([/^EmergencySiteBucket/, /^EmergencySiteAccessLogs/])('%s refuses plain HTTP', (bucket) => {
    expect(bucketPolicy(bucket)).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Action: 's3:*',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
  });

  test('lets this distribution read objects, and nobody else anything', () => {
    const allowed = bucketPolicy(/^EmergencySiteBucket/).filter(
      (statement) => statement['Effect'] === 'Allow',
    );
    expect(allowed).toEqual([
      expect.objectContaining({
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Action: 's3:GetObject',
        Condition: { StringEquals: { 'AWS:SourceArn': expect.anything() } },
      }),
    ]);
  });
});

describe('log bucket', () => {
  test('takes logs from this account only', () => {
    const allowed = bucketPolicy(/^EmergencySiteAccessLogs/).filter(
      (statement) => statement['Effect'] === 'Allow',
    );
    expect(
      allowed.map((s) => [s['Principal']['Service'], s['Action'], s['Condition']['StringEquals']]),
    ).toEqual([
      ['delivery.logs.amazonaws.com', 's3:PutObject', { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } }],
      ['logging.s3.amazonaws.com', 's3:PutObject', { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } }],
    ]);
    expect(JSON.stringify(allowed[0]?.['Condition']['ArnLike'])).toContain(':delivery-source:*');
  });
});

describe('emergency documents', () => {
  test('are uploaded without deleting what the status updates wrote', () => {
    expect(onlyPropertiesOf(TEMPLATE, 'Custom::CDKBucketDeployment')).toMatchObject({
      Prune: false,
      RetainOnDelete: true,
      SystemMetadata: { 'cache-control': 'public, max-age=0, s-maxage=60' },
    });
  });

  test("are the page, its copy and the store's documents", () => {
    const app = new App({ builtinCloudFormationValidation: false });
    const documents = {
      '/robots.txt': '',
      '/.well-known/security.txt': '',
      '/favicon.ico': new Uint8Array(3),
    };
    new EmergencySite(new Stack(app, 'Store'), 'EmergencySite', {
      shopNames: [],
      page: storeProps().page,
      documents,
    });
    const files = readdirSync(app.synth().directory, { recursive: true, encoding: 'utf8' });
    const uploaded = files.flatMap((name) => /^asset\.\w+\/(.*\.(?:html|txt|ico))$/.exec(name)?.[1] ?? []);
    expect(uploaded.sort()).toEqual([
      '.well-known/security.txt',
      'favicon.ico',
      'robots.txt',
      'understudy/copy.html',
      'understudy/index.html',
    ]);
  });

  test.each<[Record<string, string>, (string | undefined)[]]>([
    [{ '/robots.txt': '' }, [undefined]],
    [{ '/robots.txt': '', '/.well-known/apple-app-site-association': '{}' }, [undefined, 'application/json']],
  ])('%j are uploaded with the content types %j', (documents, contentTypes) => {
    const stack = new Stack(new App());
    new EmergencySite(stack, 'EmergencySite', { shopNames: [], page: storeProps().page, documents });
    const uploads = Template.fromStack(stack).findResources('Custom::CDKBucketDeployment');
    const all = Object.values(uploads).map(({ Properties }) => Properties);
    expect(all.map(({ SystemMetadata }) => SystemMetadata['content-type'])).toEqual(contentTypes);
    expect(new Set(all.map(({ Prune }) => Prune))).toEqual(new Set([false]));
  });

  test('can be described in an app without feature flags', () => {
    const stack = new Stack(new App());
    new EmergencySite(stack, 'EmergencySite', { shopNames: [], page: storeProps().page });
    expect(() => Template.fromStack(stack)).not.toThrow();
  });
});

describe('cache behavior of the emergency site', () => {
  test.each([
    ['edge', TEMPLATE],
    ['dns', storePathTemplate(dnsProps())],
  ])(
    "keeps its own URLs out of search engines and out of strangers' frames, leaves HSTS to the store, and lets all hosts read: %s",
    (_t, template) => {
      template.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
        ResponseHeadersPolicyConfig: {
          CustomHeadersConfig: {
            Items: [
              { Header: 'X-Robots-Tag', Value: 'noindex', Override: true },
              {
                Header: 'Permissions-Policy',
                Value: 'camera=(), microphone=(), geolocation=()',
                Override: true,
              },
            ],
          },
          RemoveHeadersConfig: {
            Items: [
              { Header: 'accept-ranges' },
              { Header: 'x-amz-server-side-encryption' },
              { Header: 'x-amz-version-id' },
            ],
          },
          CorsConfig: {
            AccessControlAllowCredentials: false,
            AccessControlAllowMethods: { Items: ['GET', 'HEAD'] },
            AccessControlAllowOrigins: { Items: ['*'] },
          },
          SecurityHeadersConfig: {
            ContentSecurityPolicy: {
              ContentSecurityPolicy: Match.stringLikeRegexp(
                "^frame-ancestors 'self' https://shop.example.com",
              ),
              Override: true,
            },
            ContentTypeOptions: { Override: true },
            FrameOptions: Match.absent(),
            ReferrerPolicy: { ReferrerPolicy: 'strict-origin-when-cross-origin', Override: true },
            StrictTransportSecurity: Match.absent(),
          },
        },
      });
    },
  );
});
