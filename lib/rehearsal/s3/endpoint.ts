import { s3Answer } from '../cloudfront/rules/s3-answer';
import type { Exchange } from '../network/exchange';
import type { Host, NetworkRequest } from '../network/network';
import type { Buckets } from './buckets';

/** Emulation: what a connection to S3 and its answer take. AWS states no figures. */
const CONNECT_MS = 10;
const ANSWER_MS = 25;

/** S3's REST endpoints, as CloudFront asks them. */
export class S3Endpoint implements Host {
  constructor(private readonly buckets: Buckets) {}

  answersAt(address: string): boolean {
    return this.buckets.byDomainName(address) !== undefined;
  }

  async exchange(address: string, request: NetworkRequest): Promise<Exchange> {
    const bucket = this.buckets.byDomainName(address) ?? '';
    const key = decodeURIComponent(request.path.split('?')[0] ?? '').slice(1);
    const object = this.buckets.get(bucket, key);
    const signed = request.headers['authorization']?.startsWith('AWS4-HMAC-SHA256') ?? false;
    const { status } = s3Answer({
      method: request.method,
      objectExists: object !== undefined,
      mayGetObject: signed && this.buckets.cloudFrontMay(bucket, 's3:GetObject'),
      mayListBucket: signed && this.buckets.cloudFrontMay(bucket, 's3:ListBucket'),
      forwardsHost: request.headers['host'] !== address,
    });
    const found = status === 200 ? object : undefined;
    return {
      kind: 'response',
      connectMs: CONNECT_MS,
      firstByteMs: ANSWER_MS,
      bodyMs: 0,
      status,
      headers: { ...found?.headers, server: 'AmazonS3' },
      body: found?.body ?? new Uint8Array(),
    };
  }
}
