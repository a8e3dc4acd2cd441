import { Aws, Names } from 'aws-cdk-lib';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';

/** What to log, and where to. */
export interface ViewerLogsProps {
  readonly distribution: Distribution;
  /** Accepts deliveries from CloudWatch Logs. */
  readonly bucket: IBucket;
}

/** Delivery sources and destinations are named by the user; the service allows 60 characters. */
const MAX_NAME_LENGTH = 60;

/**
 * CloudFront's standard logging (v2): one line per viewer request, delivered by CloudWatch Logs. Unlike the legacy
 * kind it needs no bucket ACL.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
 */
export class ViewerLogs extends Construct {
  constructor(scope: Construct, id: string, props: ViewerLogsProps) {
    super(scope, id);
    const name = Names.uniqueResourceName(this, { maxLength: MAX_NAME_LENGTH, separator: '-' });
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
