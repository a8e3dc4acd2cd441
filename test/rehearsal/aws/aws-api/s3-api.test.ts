import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { s3Api } from '../../../../lib/rehearsal/aws/aws-api/s3-api';
import { Buckets } from '../../../../lib/rehearsal/aws/s3/buckets';
import { aDeployment, aResource } from '../../helpers/a-deployment';
import { type ServedApi, serveApi } from '../../helpers/serve-api';

describe('S3, asked by the SDK', () => {
  const buckets = new Buckets(aDeployment({ Site: aResource('AWS::S3::Bucket', { BucketName: 'site' }) }));
  let api: ServedApi;
  let client: S3Client;
  beforeAll(async () => {
    api = await serveApi('S3', s3Api(buckets));
    client = new S3Client(api.config);
  });
  afterAll(async () => {
    client.destroy();
    await api.server.close();
  });

  test('keeps an object with its type and lifetime', async () => {
    const object = { Bucket: 'site', Key: 'understudy/status ż.json', Body: '{"mode":"ok"}' };
    await client.send(
      new PutObjectCommand({ ...object, ContentType: 'application/json', CacheControl: 'max-age=5' }),
    );
    const stored = buckets.get('site', 'understudy/status ż.json');
    expect(Buffer.from(stored?.body ?? []).toString()).toBe('{"mode":"ok"}');
    expect(stored?.headers).toEqual({ 'content-type': 'application/json', 'cache-control': 'max-age=5' });
  });

  test('replaces an object', async () => {
    for (const Body of ['one', 'two']) {
      await client.send(new PutObjectCommand({ Bucket: 'site', Key: 'a', Body }));
    }
    expect(Buffer.from(buckets.get('site', 'a')?.body ?? []).toString()).toBe('two');
  });

  test('refuses a bucket that is not there', async () => {
    const command = new PutObjectCommand({ Bucket: 'other', Key: 'a', Body: 'b' });
    await expect(client.send(command)).rejects.toMatchObject({ name: 'NoSuchBucket' });
    expect(buckets.has('other')).toBe(false);
  });

  test('gives back what it keeps, and has no other objects', async () => {
    await client.send(new PutObjectCommand({ Bucket: 'site', Key: 'deep/a.json', Body: '{"a":"ż"}' }));
    const { Body } = await client.send(new GetObjectCommand({ Bucket: 'site', Key: 'deep/a.json' }));
    expect(await Body?.transformToString()).toBe('{"a":"ż"}');
    const command = new GetObjectCommand({ Bucket: 'site', Key: 'deep/b.json' });
    await expect(client.send(command)).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  test('says which operation it does not model', async () => {
    const command = new DeleteObjectCommand({ Bucket: 'site', Key: 'a' });
    await expect(client.send(command)).rejects.toMatchObject({ name: 'NotImplemented' });
  });
});
