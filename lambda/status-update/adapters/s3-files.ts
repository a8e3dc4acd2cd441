import type { RecordFile, Records, Site } from '../ports';
import type { SiteFile } from '../site/site-files';
import type { S3Bucket } from './s3-bucket';

/** The emergency site's folder in its bucket. One PutObject replaces a file as a whole, and the bucket keeps what was there. */
export class S3Site implements Site {
  /** @param prefix The folder's keys begin with it; it ends with a slash */
  constructor(
    private readonly bucket: S3Bucket,
    private readonly prefix: string,
  ) {}

  write({ name, ...file }: SiteFile): Promise<void> {
    return this.bucket.put({ ...file, key: this.prefix + name });
  }
}

/** The records bucket. */
export class S3Records implements Records {
  constructor(private readonly bucket: S3Bucket) {}

  write(file: RecordFile): Promise<void> {
    return this.bucket.put(file);
  }
}
