import { Stack, Token } from 'aws-cdk-lib';
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { BucketDeployment } from 'aws-cdk-lib/aws-s3-deployment';
import { acknowledge } from '../private/acknowledge';

const LOGGING_POLICY =
  'Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';
const ACTIONS = ['s3:GetBucket*', 's3:GetObject*', 's3:List*', 's3:Abort*', 's3:DeleteObject*'];
const WILDCARD_REASON =
  "CDK grants its uploader these: to read the deployment's assets and to write any key of the emergency bucket";

/**
 * Records the findings about CDK's own uploader, one function per stack that runs during deployments only. cdk-nag
 * wants each wildcard by name, and some of the names hold the stack's account, region and logical ids.
 */
export function acknowledgeUploader(deployment: BucketDeployment, bucket: Bucket): void {
  const uploader = deployment.handlerRole.node.scope ?? deployment;
  const resources = [assetsOf(Stack.of(deployment)), objectsOf(bucket)];
  const wildcards = [
    ...ACTIONS.map((action) => `Action::${action}`),
    ...resources.map((arn) => `Resource::${arn}`),
  ];
  acknowledge(uploader, {
    'AwsSolutions-L1': 'CDK chooses the runtime of its own uploader',
    [`AwsSolutions-IAM4[${LOGGING_POLICY}]`]: 'CDK lets its uploader log through this managed policy',
    ...Object.fromEntries(wildcards.map((finding) => [`AwsSolutions-IAM5[${finding}]`, WILDCARD_REASON])),
  });
}

function assetsOf({ account, region, synthesizer }: Stack): string {
  const accountName = Token.isUnresolved(account) ? '<AWS::AccountId>' : account;
  const regionName = Token.isUnresolved(region) ? '<AWS::Region>' : region;
  return `arn:<AWS::Partition>:s3:::cdk-${synthesizer.bootstrapQualifier}-assets-${accountName}-${regionName}/*`;
}

function objectsOf(bucket: Bucket): string {
  return `<${Stack.of(bucket).getLogicalId(bucket.node.defaultChild as CfnBucket)}.Arn>/*`;
}
