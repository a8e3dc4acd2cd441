import type { RecordFile, Records } from '../ports';
import type { S3Bucket } from './s3-bucket';

/** The records bucket. */
export class S3Records implements Records {
  constructor(private readonly bucket: S3Bucket) {}

  write(file: RecordFile): Promise<void> {
    return this.bucket.put(file);
  }
}
