import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Deployment } from '../../../../lib/rehearsal/aws/assembly/deployment';
import { Buckets } from '../../../../lib/rehearsal/aws/s3/buckets';
import { S3Endpoint } from '../../../../lib/rehearsal/aws/s3/endpoint';
import { aResource, aStack } from '../../helpers/a-deployment';

const HOST = 'site.s3.us-east-1.amazonaws.com';

const allow = (Action: string | string[], but: Record<string, unknown> = {}) => ({
  Action,
  Effect: 'Allow',
  Principal: { Service: 'cloudfront.amazonaws.com' },
  Resource: '*',
  ...but,
});

describe('S3 endpoint', () => {
  let asset: string;
  beforeAll(() => {
    asset = mkdtempSync(join(tmpdir(), 'understudy-asset-'));
    mkdirSync(join(asset, 'deep'));
    writeFileSync(join(asset, 'index.html'), '<p>closed</p>');
    writeFileSync(join(asset, 'deep', 'logo.svg'), '<svg/>');
    writeFileSync(join(asset, 'unknown.xyz'), '?');
  });
  afterAll(() => rmSync(asset, { recursive: true }));

  const build = (
    Statement: unknown[] = [allow('s3:GetObject')],
    upload: Record<string, unknown> = {},
    path = asset,
  ) => {
    const stack = aStack({
      Site: aResource('AWS::S3::Bucket', { BucketName: 'site' }),
      Policy: aResource('AWS::S3::BucketPolicy', { Bucket: { Ref: 'Site' }, PolicyDocument: { Statement } }),
      Upload: aResource('Custom::CDKBucketDeployment', {
        DestinationBucketName: { Ref: 'Site' },
        DestinationBucketKeyPrefix: 'understudy',
        SourceObjectKeys: ['page.zip'],
        ...upload,
      }),
    });
    const buckets = new Buckets(new Deployment([{ ...stack, assetPaths: new Map([['page.zip', path]]) }]));
    const endpoint = new S3Endpoint(buckets);
    const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
      endpoint.exchange(HOST, {
        method,
        path,
        headers: { host: HOST, authorization: 'AWS4-HMAC-SHA256', ...headers },
      });
    return { buckets, endpoint, ask };
  };

  test('serves what was uploaded, under its prefix and with its headers', async () => {
    const { ask } = build(undefined, { SystemMetadata: { 'cache-control': 'max-age=60' } });
    expect(await ask('/understudy/index.html?a=1')).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/html', 'cache-control': 'max-age=60', server: 'AmazonS3' },
      body: Buffer.from('<p>closed</p>'),
    });
  });

  test.each([
    ['/understudy/deep/logo.svg', 'image/svg+xml'],
    ['/understudy/deep%2Flogo.svg', 'image/svg+xml'],
    ['/understudy/unknown.xyz', 'binary/octet-stream'],
  ])('guesses the type of %s', async (path, type) => {
    const { ask } = build();
    expect(await ask(path)).toMatchObject({ status: 200, headers: { 'content-type': type } });
  });

  test('lets an upload say the type', async () => {
    const { ask } = build(undefined, { SystemMetadata: { 'content-type': 'text/plain' } });
    expect(await ask('/understudy/index.html')).toMatchObject({ headers: { 'content-type': 'text/plain' } });
  });

  test.each<[string, unknown[], number, number]>([
    ['GetObject only', [allow('s3:GetObject')], 200, 403],
    ['GetObject and ListBucket', [allow(['s3:GetObject', 's3:ListBucket'])], 200, 404],
    ['ListBucket only', [allow('s3:ListBucket')], 403, 403],
    ['nothing', [], 403, 403],
    ['nothing, by Deny', [allow('s3:GetObject', { Effect: 'Deny' })], 403, 403],
    ['something to others', [allow('s3:GetObject', { Principal: { AWS: '123456789012' } })], 403, 403],
    ['everything', [allow('s3:*')], 200, 404],
    ['whatever begins with Get', [allow('S3:Get*')], 200, 403],
    ['something that sounds alike', [allow('s3:GetObjectTagging')], 403, 403],
    ['something, taken back', [allow('s3:GetObject'), allow('s3:*', { Effect: 'Deny' })], 403, 403],
    [
      'something, taken back from everybody',
      [allow('s3:GetObject'), allow('s3:Get?bject', { Effect: 'Deny', Principal: { AWS: '*' } })],
      403,
      403,
    ],
    [
      'something, taken back from others',
      [allow('s3:GetObject'), allow('s3:*', { Effect: 'Deny', Principal: { AWS: '123456789012' } })],
      200,
      403,
    ],
    [
      'something, taken back without TLS',
      [
        allow('s3:GetObject'),
        allow('s3:*', {
          Effect: 'Deny',
          Principal: '*',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
      ],
      200,
      403,
    ],
    ['something to everybody', [allow('s3:GetObject', { Principal: '*' })], 403, 403],
  ])('allows CloudFront what the policy says: %s', async (_name, statements, found, missing) => {
    const { ask } = build(statements);
    expect(await ask('/understudy/index.html')).toMatchObject({ status: found });
    expect(await ask('/understudy/none.html')).toMatchObject({ status: missing });
  });

  test('finds no object at a path that can not be decoded', async () => {
    const { ask } = build();
    expect(await ask('/understudy/%E0%A4%A')).toMatchObject({ status: 403 });
  });

  test.each([
    [{}, 'a "quoted" value'],
    [{ SourceMarkersConfig: [{ jsonEscape: 'true' }] }, 'a \\"quoted\\" value'],
  ])('fills in what is known at deployment only: %j', async (but, expected) => {
    writeFileSync(join(asset, 'config.json'), '<<marker:0>>');
    const SourceMarkers = [{ '<<marker:0>>': 'a "quoted" value' }];
    const { ask } = build(undefined, { SourceMarkers, ...but });
    expect(await ask('/understudy/config.json')).toMatchObject({ body: Buffer.from(expected) });
  });

  test('fails when an upload is a file', () => {
    expect(() => build(undefined, {}, join(asset, 'index.html'))).toThrow(
      'Stack/Upload.SourceObjectKeys: the rehearsal uploads folders only, got the file page.zip; use an asset that is a folder',
    );
  });

  test('refuses a request that is not signed', async () => {
    const { ask } = build();
    expect(await ask('/understudy/index.html', { authorization: '' })).toMatchObject({ status: 403 });
  });

  test("refuses the viewer's Host", async () => {
    const { ask } = build();
    expect(await ask('/understudy/index.html', { host: 'shop.example.com' })).toMatchObject({ status: 403 });
  });

  test('takes no POST', async () => {
    const { ask } = build();
    expect(await ask('/understudy/index.html', {}, 'POST')).toMatchObject({ status: 405 });
  });

  test('forgets what was deleted', async () => {
    const { ask, buckets } = build();
    buckets.delete('site', 'understudy/index.html');
    expect(await ask('/understudy/index.html')).toMatchObject({ status: 403, body: new Uint8Array() });
  });

  test.each([
    [HOST, true],
    ['site.s3.amazonaws.com', true],
    ['other.s3.us-east-1.amazonaws.com', false],
    ['sites.s3.amazonaws.com', false],
    ['shop.example.com', false],
  ])('answers at %s: %s', (address, expected) => {
    expect(build().endpoint.answersAt(address)).toBe(expected);
  });
});
