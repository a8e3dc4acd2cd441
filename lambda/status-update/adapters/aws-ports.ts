import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import type { Now, Ports } from '../ports';
import type { Settings } from '../settings';
import { CloudWatchMonitoring } from './cloudwatch-monitoring';
import { DynamoDbStateStore } from './dynamodb-state-store';
import { S3Site } from './s3-site';
import { SnsAnnouncer } from './sns-announcer';

/** A service that hangs must leave time for the steps after it: at most three tries of three seconds. */
const PATIENCE = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
} as const;

/** The real services. Region, credentials and endpoints come from the environment, as Lambda sets them. */
export function awsPorts(settings: Settings, now: Now): Ports {
  return {
    store: new DynamoDbStateStore(new DynamoDBClient(PATIENCE), {
      tableName: settings.TABLE_NAME,
      partitionKey: settings.STORE.domainName,
    }),
    monitoring: new CloudWatchMonitoring(new CloudWatchClient(PATIENCE)),
    announcer: new SnsAnnouncer(new SNSClient(PATIENCE), settings.TOPIC_ARN),
    site: new S3Site(new S3Client(PATIENCE), {
      bucket: settings.SITE_BUCKET,
      prefix: settings.SITE_PREFIX,
    }),
    now,
  };
}
