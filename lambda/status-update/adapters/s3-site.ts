import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Site } from '../ports';
import type { SiteFile } from '../site/site-files';

/** Where the emergency site's files go. */
export interface S3Location {
  readonly bucket: string;
  /** The folder's keys begin with it; it ends with a slash. */
  readonly prefix: string;
}

/** The emergency site's bucket. One PutObject replaces a file as a whole, and the bucket keeps what was there. */
export class S3Site implements Site {
  constructor(
    private readonly client: S3Client,
    private readonly location: S3Location,
  ) {}

  async write({ name, body, contentType, cacheControl }: SiteFile): Promise<void> {
    const { bucket, prefix } = this.location;
    await this.client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: prefix + name,
        Body: body,
        ContentType: contentType,
        CacheControl: cacheControl,
      }),
    );
  }
}
