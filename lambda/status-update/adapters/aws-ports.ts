import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import type { Now, Ports } from '../ports';
import type { Settings } from '../settings';
import { CloudWatchMonitoring } from './cloudwatch-monitoring';
import { DynamoDbStateStore } from './dynamodb-state-store';
import { S3Records } from './s3-records';
import { S3Site } from './s3-site';
import { SnsAnnouncer } from './sns-announcer';

/** A service that hangs must leave time for the steps after it: at most three tries of three seconds. */
const PATIENCE = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
} as const;

/** The real services. Region, credentials and endpoints come from the environment, as Lambda sets them. */
export function awsPorts(settings: Settings, now: Now): Ports {
  const [sns, s3] = [new SNSClient(PATIENCE), new S3Client(PATIENCE)];
  return {
    store: new DynamoDbStateStore(new DynamoDBClient(PATIENCE), {
      tableName: settings.TABLE_NAME,
      partitionKey: settings.STORE.domainName,
    }),
    monitoring: new CloudWatchMonitoring(new CloudWatchClient(PATIENCE)),
    announcer: new SnsAnnouncer(sns, settings.TOPIC_ARN),
    audit: new SnsAnnouncer(sns, settings.AUDIT_TOPIC_ARN),
    records: new S3Records(s3, settings.RECORDS_BUCKET),
    site: new S3Site(s3, {
      bucket: settings.SITE_BUCKET,
      prefix: settings.SITE_PREFIX,
    }),
    now,
  };
}
