import type { Buckets } from '../s3/buckets';
import type { ApiResponse, ApiService } from './server';

/**
 * `PutObject` in path style, which is how the SDK addresses buckets at an IP address.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
 */
export const s3Api =
  (buckets: Buckets): ApiService =>
  ({ method, path, headers, body }) => {
    const [, bucket = '', ...key] = decodeURIComponent(path.split('?')[0] ?? '').split('/');
    if (method !== 'PUT')
      return failure(501, 'NotImplemented', `the rehearsal does not model ${method} of an object`);
    if (!buckets.has(bucket)) return failure(404, 'NoSuchBucket', 'The specified bucket does not exist');
    const kept = ['content-type', 'cache-control'].filter((name) => headers[name] !== undefined);
    buckets.put(bucket, key.join('/'), {
      body,
      headers: Object.fromEntries(kept.map((name) => [name, headers[name] ?? ''])),
    });
    return { status: 200, contentType: 'application/xml', body: '' };
  };

const failure = (status: number, code: string, message: string): ApiResponse => ({
  status,
  contentType: 'application/xml',
  body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
});
