import { createHash } from 'node:crypto';
import { Aws, Names } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { ownStackName } from '../failover/names-of-store';
import { acknowledge } from '../private/acknowledge';

/** What to log, and where to. */
export interface ViewerLogsProps {
  readonly distribution: Distribution;
  /** Accepts deliveries from CloudWatch Logs. */
  readonly bucket: IBucket;
}

/** Delivery sources and destinations are named by the user; the service allows 60 characters. */
const MAX_NAME_LENGTH = 60;

/**
 * Not to be changed where it is deployed: CloudFormation makes the new source first, and a distribution may have one
 * source only, so that the update would be rolled back. Hence it has the name of a stack only if that is of its own.
 *
 * @see https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/2513
 */
function uniqueName(scope: Construct): string {
  const own = ownStackName(scope);
  const name = Names.uniqueResourceName(scope, { maxLength: MAX_NAME_LENGTH, separator: '-' });
  if (own === undefined) {
    return name;
  }
  const hash = createHash('sha256').update(`${own} ${name}`).digest('hex').slice(0, 8);
  return `${own.slice(0, MAX_NAME_LENGTH - hash.length - 1)}-${hash}`;
}

/**
 * CloudFront's standard logging (v2): one line per viewer request, delivered by CloudWatch Logs. Unlike the legacy
 * kind it needs no bucket ACL.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
 */
export class ViewerLogs extends Construct {
  constructor(scope: Construct, id: string, props: ViewerLogsProps) {
    super(scope, id);
    const name = uniqueName(this);
    const source = new CfnDeliverySource(this, 'Source', {
      name,
      logType: 'ACCESS_LOGS',
      resourceArn: `arn:${Aws.PARTITION}:cloudfront::${Aws.ACCOUNT_ID}:distribution/${props.distribution.distributionId}`,
    });
    const destination = new CfnDeliveryDestination(this, 'Destination', {
      name,
      destinationResourceArn: props.bucket.bucketArn,
      outputFormat: 'json',
    });
    // The delivery names its source in plain text, which tells CloudFormation nothing about the order.
    new CfnDelivery(this, 'Delivery', {
      deliverySourceName: source.name,
      deliveryDestinationArn: destination.attrArn,
      s3SuffixPath: 'cloudfront/{yyyy}/{MM}/{dd}',
    }).addResourceDependency(source);
    acknowledge(props.distribution, {
      'AwsSolutions-CFR3': 'Requests are logged by standard logging v2, which the rule does not look at',
    });
  }
}
