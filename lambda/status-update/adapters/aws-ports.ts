import { SNSClient } from '@aws-sdk/client-sns';
import type { SettingsSource } from '../find-settings';
import type { Announcer, Now, Ports } from '../ports';
import type { Settings } from '../settings';
import { AwsSettings } from './aws-settings';
import { CloudWatchMonitoring } from './cloudwatch-monitoring';
import { DynamoDbStateStore } from './dynamodb-state-store';
import { FetchPlatform } from './fetch-platform';
import { JsonService, type JsonServiceOptions } from './json-service';
import { Route53Checkers } from './route53-checkers';
import { Route53Switch } from './route53-switch';
import { Route53Zones } from './route53-zones';
import { S3Bucket, type S3BucketOptions } from './s3-bucket';
import { S3Records, S3Site } from './s3-files';
import { SchedulerHoldEnd } from './scheduler-hold-end';
import { serviceEndpoint } from './service-endpoint';
import { SnsAnnouncer } from './sns-announcer';

/** A service that hangs must leave time for the steps after it: at most three tries of three seconds. */
export const PATIENCE = { maxAttempts: 3, timeoutMs: 3_000 } as const;

/** The publisher counts the time itself: after a time-out of its own, the SDK would publish once more. */
export const SNS_PATIENCE = {
  maxAttempts: PATIENCE.maxAttempts,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 0, throwOnRequestTimeout: true },
} as const;

/** Settings are in two services, the function can do with what it has, and a message waits. */
const IMPATIENCE = { maxAttempts: 2, timeoutMs: 1_000 } as const;

type Patience = Pick<JsonServiceOptions, 'maxAttempts' | 'timeoutMs'>;

/** Where the real settings are. */
export function awsSettings(essentials: Settings): SettingsSource {
  const bucket = bucketIn(essentials, essentials.RECORDS_BUCKET, IMPATIENCE);
  return new AwsSettings({ bucket, dynamoDb: dynamoDbFor(essentials, IMPATIENCE), essentials });
}

/** What is still on its way to a second contact that a deployment has taken away. */
const NOBODY: Announcer = { publish: async () => undefined };

/** The real services. Region, credentials and endpoints come from the environment, as Lambda sets them. */
export function awsPorts(settings: Settings, now: Now): Ports {
  const sns = new SNSClient(SNS_PATIENCE);
  const healthCheckId = storeHealthCheckOf(settings);
  return {
    store: new DynamoDbStateStore(dynamoDbFor(settings, PATIENCE), {
      tableName: settings.TABLE_NAME,
      partitionKey: settings.STORE.domainName,
    }),
    monitoring: new CloudWatchMonitoring(cloudWatchFor(settings)),
    checkers: new Route53Checkers(serviceEndpoint('ROUTE_53', process.env)),
    failoverSwitch: new Route53Switch(healthCheckId, serviceEndpoint('ROUTE_53', process.env)),
    holdEnd: new SchedulerHoldEnd(
      {
        healthCheckId,
        roleArn: settings.HOLD_ROLE_ARN,
        region: settings.AWS_REGION,
        domainName: settings.STORE.domainName,
      },
      serviceEndpoint('SCHEDULER', process.env),
    ),
    announcer: new SnsAnnouncer(sns, settings.TOPIC_ARN),
    secondContact:
      settings.ESCALATION_TOPIC_ARN === undefined
        ? NOBODY
        : new SnsAnnouncer(sns, settings.ESCALATION_TOPIC_ARN),
    audit: new SnsAnnouncer(sns, settings.AUDIT_TOPIC_ARN),
    records: new S3Records(bucketIn(settings, settings.RECORDS_BUCKET)),
    site: new S3Site(bucketIn(settings, settings.SITE_BUCKET), settings.SITE_PREFIX),
    zones: new Route53Zones(serviceEndpoint('ROUTE_53', process.env)),
    platform: new FetchPlatform(),
    now,
  };
}

function dynamoDbFor({ AWS_REGION: region }: Settings, patience: Patience): JsonService {
  const endpoint = serviceEndpoint('DYNAMODB', process.env);
  return new JsonService({ service: 'dynamodb', region, endpoint, ...patience });
}

function cloudWatchFor({ AWS_REGION: region }: Settings): JsonService {
  const endpoint = serviceEndpoint('CLOUDWATCH', process.env);
  return new JsonService({ service: 'monitoring', region, endpoint, ...PATIENCE });
}

function bucketIn(
  { AWS_REGION: region }: Settings,
  bucket: string,
  patience?: S3BucketOptions['patience'],
): S3Bucket {
  return new S3Bucket({ bucket, region, endpoint: serviceEndpoint('S3', process.env), patience });
}

/** The calculated health check, which the alarm on the store as a whole watches. */
function storeHealthCheckOf({ SYMPTOMS: symptoms }: Settings): string {
  const store = symptoms.find(({ watches }) => watches === 'store');
  return store?.metric.dimensions['HealthCheckId'] ?? '';
}
