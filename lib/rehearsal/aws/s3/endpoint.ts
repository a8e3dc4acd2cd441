import type { Exchange } from '../../kernel/network/exchange';
import { type Host, type NetworkRequest, pathOf } from '../../kernel/network/network';
import { s3Answer } from '../cloudfront/rules/s3-answer';
import type { Buckets } from './buckets';

/** Emulation: what a connection to S3 and its answer take. AWS states no figures. */
const CONNECT_MS = 10;
const ANSWER_MS = 25;

const NO_BODY = new Uint8Array();

/** S3's REST endpoints, as CloudFront asks them. */
export class S3Endpoint implements Host {
  constructor(private readonly buckets: Buckets) {}

  answersAt(address: string): boolean {
    return this.buckets.byDomainName(address) !== undefined;
  }

  exchange(address: string, request: NetworkRequest): Exchange {
    const bucket = this.buckets.byDomainName(address) ?? '';
    const key = keyOf(pathOf(request));
    const object = this.buckets.get(bucket, key);
    const { authorization = '' } = request.headers;
    const signed = authorization.startsWith('AWS4-HMAC-SHA256');
    const [, distribution] = /SourceArn=(\S+)/.exec(authorization) ?? [];
    const may = (action: 's3:GetObject' | 's3:ListBucket') =>
      signed && this.buckets.cloudFrontMay(bucket, { action, key, distribution });
    const { status } = s3Answer({
      method: request.method,
      objectExists: object !== undefined,
      mayGetObject: may('s3:GetObject'),
      mayListBucket: may('s3:ListBucket'),
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
      body: found?.body ?? NO_BODY,
    };
  }
}

/** Emulation: a path that can't be decoded stands for itself, which is no object's; AWS's own error has another code. */
function keyOf(path: string): string {
  try {
    return decodeURIComponent(path).slice(1);
  } catch {
    return path.slice(1);
  }
}
