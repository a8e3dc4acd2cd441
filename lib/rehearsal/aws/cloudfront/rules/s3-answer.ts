/** What CloudFront asks of a bucket, and what the bucket policy lets it do. */
export interface S3Request {
  readonly method: string;
  readonly objectExists: boolean;
  /** `s3:GetObject` on the object. */
  readonly mayGetObject: boolean;
  /** `s3:ListBucket` on the bucket. */
  readonly mayListBucket: boolean;
  /** The origin request policy forwards the viewer's `Host` header. */
  readonly forwardsHost: boolean;
}

/** S3's answer. */
export interface S3Answer {
  readonly status: 200 | 403 | 404 | 405;
  readonly because: string;
}

/**
 * Answers a request to a bucket's REST endpoint.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export function s3Answer(request: S3Request): S3Answer {
  // S3 knows its buckets by the Host header: with the viewer's, it denies access.
  // @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-403-permission-denied.html
  if (request.forwardsHost) {
    return { status: 403, because: 'the Host header of the viewer names no bucket' };
  }
  // Emulation: every other method is refused. That S3 answers POST with 405 is known from users' reports only.
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return { status: 405, because: `S3 does not take ${request.method} here` };
  }
  if (!request.mayGetObject) {
    return { status: 403, because: 's3:GetObject is not allowed' };
  }
  if (request.objectExists) {
    return { status: 200, because: 'the object exists' };
  }
  // Without permission to list the bucket, one does not learn that an object is missing.
  return request.mayListBucket
    ? { status: 404, because: 'there is no such object' }
    : { status: 403, because: 'there is no such object, and s3:ListBucket is not allowed' };
}
