import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { StatusFile } from '../ports';

/** Fresh within seconds while it can be fetched, and a day-old copy when it can't. */
const CACHE_CONTROL = 'public, max-age=5, s-maxage=5, stale-while-revalidate=30, stale-if-error=86400';

/** Where the file goes. */
export interface S3Location {
  readonly bucket: string;
  readonly key: string;
}

/** `status.json` as an object of the emergency site's bucket. */
export class S3StatusFile implements StatusFile {
  constructor(
    private readonly client: S3Client,
    private readonly location: S3Location,
  ) {}

  async write(json: string): Promise<void> {
    await this.client.send(
      new PutObjectCommand({
        Bucket: this.location.bucket,
        Key: this.location.key,
        Body: json,
        ContentType: 'application/json; charset=utf-8',
        CacheControl: CACHE_CONTROL,
      }),
    );
  }
}
