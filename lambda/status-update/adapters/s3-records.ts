import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { RecordFile, Records } from '../ports';

/** The records bucket. */
export class S3Records implements Records {
  constructor(
    private readonly client: S3Client,
    private readonly bucket: string,
  ) {}

  async write({ key, body, contentType }: RecordFile): Promise<void> {
    await this.client.send(
      new PutObjectCommand({ Bucket: this.bucket, Key: key, Body: body, ContentType: contentType }),
    );
  }
}
