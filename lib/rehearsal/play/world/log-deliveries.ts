import type { DeployedResource } from '../../aws/assembly/deployed-resource';
import type { Deployment } from '../../aws/assembly/deployment';
import { ACCOUNT_ID } from '../../aws/assembly/physical-ids';
import { distributionArn } from '../../aws/cloudfront/read-distributions';
import { DISTRIBUTION } from '../../aws/cloudfront/resource';
import type { Gate } from '../../aws/iam/gatekeeper';
import { readText } from '../../aws/iam/read-leniently';
import { BUCKET } from '../../aws/s3/resource';
import { HOME_REGION } from '../../kernel/home-region';

/** Asks whether the logs of distributions and buckets may be written into their bucket. Nobody else hears if not. */
export function askForLogDeliveries(deployment: Deployment, gate: Gate): void {
  viewerLogsAsk(deployment, gate);
  accessLogsAsk(deployment, gate);
}

/**
 * Emulation: all below one folder, whatever the path is to be.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html
 */
function viewerLogsAsk(deployment: Deployment, gate: Gate): void {
  const distributions = new Set(deployment.all(DISTRIBUTION).map(({ ref }) => distributionArn(ref)));
  for (const delivery of ofType('AWS::Logs::Delivery', deployment)) {
    const name = text(delivery, 'DeliverySourceName', deployment);
    const source = ofType('AWS::Logs::DeliverySource', deployment).find(
      (one) => text(one, 'Name', deployment) === name,
    );
    const bucket = destinationOf(delivery, deployment);
    if (
      source === undefined ||
      bucket === undefined ||
      !distributions.has(text(source, 'ResourceArn', deployment) ?? '')
    ) {
      continue;
    }
    const sourceArn = `arn:aws:logs:${HOME_REGION}:${ACCOUNT_ID}:delivery-source:${name}`;
    const call = { action: 's3:PutObject', resource: `${bucket}/AWSLogs/${ACCOUNT_ID}/CloudFront/log` };
    gate.refuseService('delivery.logs.amazonaws.com', sourceArn, [call], {
      's3:x-amz-acl': 'bucket-owner-full-control',
    });
  }
}

/** A destination's ARN is known by its resource only: it has a part that AWS makes up. */
function destinationOf(delivery: DeployedResource, deployment: Deployment): string | undefined {
  const mentioned = JSON.stringify(delivery.properties['DeliveryDestinationArn'] ?? '');
  const destination = ofType('AWS::Logs::DeliveryDestination', deployment).find(
    ({ stackName, logicalId }) => stackName === delivery.stackName && mentioned.includes(`"${logicalId}"`),
  );
  const arn = destination && text(destination, 'DestinationResourceArn', deployment);
  return arn?.startsWith('arn:aws:s3:::') ? arn : undefined;
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html#grant-log-delivery-permissions-general */
function accessLogsAsk(deployment: Deployment, gate: Gate): void {
  const shown = new Set(deployment.all(BUCKET).map(({ name }) => name));
  for (const bucket of ofType('AWS::S3::Bucket', deployment)) {
    const { LoggingConfiguration: logging } = bucket.properties;
    if (logging === undefined || !shown.has(`${bucket.stackName}/${bucket.logicalId}`)) {
      continue;
    }
    const { DestinationBucketName, LogFilePrefix } = logging as Readonly<Record<string, unknown>>;
    const own = { Ref: bucket.logicalId };
    const [name, target] = [own, DestinationBucketName ?? own].map((value) =>
      readText(value, bucket, deployment),
    );
    const key = `${readText(LogFilePrefix ?? '', bucket, deployment)}log`;
    if (name !== undefined && target !== undefined) {
      const call = { action: 's3:PutObject', resource: `arn:aws:s3:::${target}/${key}` };
      gate.refuseService('logging.s3.amazonaws.com', `arn:aws:s3:::${name}`, [call]);
    }
  }
}

const ofType = (type: string, deployment: Deployment): readonly DeployedResource[] =>
  deployment.resources.filter((resource) => resource.type === type);

const text = (resource: DeployedResource, property: string, deployment: Deployment): string | undefined =>
  readText(resource.properties[property], resource, deployment);
