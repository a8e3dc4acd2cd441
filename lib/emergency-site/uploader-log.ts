import { Stack } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { LOG_DEFAULTS } from '../private/log-defaults';

const ID = 'UnderstudyUploaderLog';

/**
 * The log of CDK's own uploader, one function per stack: without it, CDK adds a log group that stays for two years
 * after the stack is gone. An upload of the app's own that comes first in the stack decides for all of them.
 *
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_s3_deployment.BucketDeployment.html#loggroup
 */
export function uploaderLog(scope: Construct): LogGroup {
  const stack = Stack.of(scope);
  const known = stack.node.tryFindChild(ID);
  return known instanceof LogGroup ? known : new LogGroup(stack, ID, LOG_DEFAULTS);
}
