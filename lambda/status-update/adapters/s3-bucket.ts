import { RestService, type RestServiceOptions } from './rest-service';

/** One object, as a whole. */
export interface BucketObject {
  /** Of characters that need no escaping in a URL. */
  readonly key: string;
  readonly body: string;
  readonly contentType: string;
  /** @default - caches decide for themselves */
  readonly cacheControl?: string;
}

/** Where a bucket is. */
export interface S3BucketOptions {
  /** Without dots, as the CDK names buckets: the certificate of S3 covers one label. */
  readonly bucket: string;
  readonly region: string;
  /** Instead of AWS's own. The bucket is then part of the path. @default - `<bucket>.s3.<region>.amazonaws.com` */
  readonly endpoint?: string;
  /** @default - three tries of three seconds */
  readonly patience?: Pick<RestServiceOptions, 'maxAttempts' | 'timeoutMs'>;
}

/**
 * A bucket.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export class S3Bucket {
  private readonly service: RestService;

  constructor(options: S3BucketOptions) {
    const { region, patience = { maxAttempts: 3, timeoutMs: 3_000 } } = options;
    this.service = new RestService({ service: 's3', region, endpoint: bucketUrl(options), ...patience });
  }

  /** The text of one object. @throws Error when S3 refuses it, has none or can't be reached */
  get(key: string): Promise<string> {
    return this.service.send({ method: 'GET', path: `/${key}` });
  }

  /** Replaces one object. @throws Error when S3 refuses it or can't be reached */
  async put({ key, body, contentType, cacheControl }: BucketObject): Promise<void> {
    await this.service.send({
      method: 'PUT',
      path: `/${key}`,
      headers: {
        'content-type': contentType,
        ...(cacheControl !== undefined && { 'cache-control': cacheControl }),
      },
      body,
    });
  }
}

/** The URL that keys are appended to. */
export function bucketUrl({ bucket, region, endpoint }: S3BucketOptions): string {
  return endpoint === undefined ? `https://${bucket}.s3.${region}.amazonaws.com` : `${endpoint}/${bucket}`;
}
