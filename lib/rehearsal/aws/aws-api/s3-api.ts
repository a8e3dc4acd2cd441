import type { Buckets } from '../s3/buckets';
import type { StoredObject } from '../s3/stored-object';
import type { ApiResponse, ApiService } from './server';

/**
 * `PutObject` and `GetObject` in path style, which is how the SDK addresses buckets at an IP address. A function reads
 * what it may: S3 answers 403, not 404, for a missing object whose bucket may not be listed, which matters to nobody.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export const s3Api =
  (buckets: Buckets): ApiService =>
  ({ method, path, headers, body }) => {
    const [, bucket = '', ...key] = decodeURIComponent(path.split('?')[0] ?? '').split('/');
    if (method !== 'PUT' && method !== 'GET') {
      return failure(501, 'NotImplemented', `the rehearsal does not model ${method} of an object`);
    }
    if (!buckets.has(bucket)) {
      return failure(404, 'NoSuchBucket', 'The specified bucket does not exist');
    }
    if (method === 'GET') {
      return found(buckets.get(bucket, key.join('/')));
    }
    const kept = ['content-type', 'cache-control'].filter((name) => headers[name] !== undefined);
    buckets.put(bucket, key.join('/'), {
      body,
      headers: Object.fromEntries(kept.map((name) => [name, headers[name] ?? ''])),
    });
    return { status: 200, contentType: 'application/xml', body: '' };
  };

/** Functions read texts only. */
const found = (object: StoredObject | undefined): ApiResponse =>
  object === undefined
    ? failure(404, 'NoSuchKey', 'The specified key does not exist.')
    : {
        status: 200,
        contentType: object.headers['content-type'] ?? 'binary/octet-stream',
        body: Buffer.from(object.body).toString('utf8'),
      };

const failure = (status: number, code: string, message: string): ApiResponse => ({
  status,
  contentType: 'application/xml',
  body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
});
