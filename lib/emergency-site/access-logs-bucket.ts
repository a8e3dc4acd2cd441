import { Aws, Duration } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Bucket, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { HOME_REGION } from '../../lambda/shared/contract/home-region';
import { acknowledge } from '../private/acknowledge';
import { BUCKET_DEFAULTS, UNFINISHED_UPLOADS } from '../private/bucket-defaults';

/** Requests older than this say nothing about an outage that anybody still looks into. */
const LOG_RETENTION = Duration.days(90);

/** The private bucket that the other buckets and CloudFront write their access logs to. */
export class AccessLogsBucket extends Bucket {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      ...BUCKET_DEFAULTS,
      lifecycleRules: [
        { expiration: LOG_RETENTION, abortIncompleteMultipartUploadAfter: UNFINISHED_UPLOADS },
      ],
    });
    this.acceptCloudFrontLogs();
    acknowledge(this, {
      'AwsSolutions-S1': 'This bucket holds the access logs; logging access to it would feed on itself',
    });
  }

  /**
   * Logs every request to another bucket of this account, without a statement id: several buckets may log here. This
   * is written out because CDK's `serverAccessLogsBucket` falls back to a bucket ACL in apps without its feature flag,
   * and this bucket has ACLs off.
   *
   * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
   */
  collectAccessLogsOf(bucket: Bucket): void {
    const prefix = 's3/';
    this.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [this.arnForObjects(`${prefix}*`)],
        conditions: {
          StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
          ArnLike: { 'aws:SourceArn': bucket.bucketArn },
        },
      }),
    );
    (bucket.node.defaultChild as CfnBucket).loggingConfiguration = {
      destinationBucketName: this.bucketName,
      logFilePrefix: prefix,
    };
  }

  /**
   * CloudFront hands its logs to CloudWatch Logs, which delivers them with an account condition and a source
   * condition; both keep other accounts from using this bucket.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html
   */
  private acceptCloudFrontLogs(): void {
    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'CloudFrontLogDelivery',
        principals: [new ServicePrincipal('delivery.logs.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [this.arnForObjects('*')],
        conditions: {
          StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
          ArnLike: {
            'aws:SourceArn': `arn:${Aws.PARTITION}:logs:${HOME_REGION}:${Aws.ACCOUNT_ID}:delivery-source:*`,
          },
        },
      }),
    );
  }
}
