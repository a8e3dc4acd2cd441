import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { HOME_REGION } from '../../../lambda/shared/contract/home-region';
import type { AccessLogsBucket } from '../../emergency-site/access-logs-bucket';
import { VERSIONED_BUCKET } from '../../private/bucket-defaults';

/**
 * Reviews, and the settings of the status-update function: for the account only. It is a bucket of its own, because
 * everything in the emergency bucket may be read by CloudFront, and a review says what went wrong and what it cost.
 */
export class RunbookBucket extends Bucket {
  constructor(scope: Construct, id: string, accessLogsBucket: AccessLogsBucket) {
    super(scope, id, VERSIONED_BUCKET);
    accessLogsBucket.collectAccessLogsOf(this);
  }

  /**
   * Where the console shows an object to people who may see it. It is the console's present form, which no document of
   * AWS promises to keep.
   */
  consoleUrl(key: string): string {
    return `https://${HOME_REGION}.console.aws.amazon.com/s3/object/${this.bucketName}?region=${HOME_REGION}&prefix=${key}`;
  }
}
