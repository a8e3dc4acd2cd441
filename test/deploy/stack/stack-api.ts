import { setTimeout } from 'node:timers/promises';
import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import type { Resources } from '../../../lib/operator/verify/update/resources';
import { clientConfig } from '../machine/client-config';

/** CloudFormation, without the CDK CLI. */
export interface StackApi {
  /** @returns why it was refused, or undefined where it was taken */
  readonly create: (name: string, resources: Resources) => Promise<string | undefined>;
  readonly update: (name: string, resources: Resources) => Promise<string | undefined>;
  readonly remove: (name: string) => Promise<void>;
}

const SECONDS = 60;
/**
 * What the CDK writes beside the records that lead to CloudFront.
 *
 * @see https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html
 */
const MAPPINGS = { AWSCloudFrontPartitionHostedZoneIdMap: { aws: { zoneId: 'Z2FDTNDATAQYW2' } } };

export function stackApi(env: NodeJS.ProcessEnv): StackApi {
  const client = new CloudFormationClient(clientConfig(env));
  const template = (resources: Resources): string =>
    JSON.stringify({ Mappings: MAPPINGS, Resources: resources });
  return {
    create: async (name, resources) => {
      await client.send(new CreateStackCommand({ StackName: name, TemplateBody: template(resources) }));
      return ended(client, name, 'CREATE_COMPLETE');
    },
    update: async (name, resources) => {
      await client.send(new UpdateStackCommand({ StackName: name, TemplateBody: template(resources) }));
      return ended(client, name, 'UPDATE_COMPLETE');
    },
    remove: async (name) => {
      await client.send(new DeleteStackCommand({ StackName: name }));
      await ended(client, name, 'DELETE_COMPLETE').catch(() => undefined);
    },
  };
}

async function ended(
  client: CloudFormationClient,
  name: string,
  complete: string,
): Promise<string | undefined> {
  for (let tenths = 0; tenths < SECONDS * 10; tenths += 1) {
    const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
    const status = stack?.StackStatus ?? '';
    if (status === complete) {
      return undefined;
    }
    if (!status.endsWith('IN_PROGRESS')) {
      return `${status}: ${await firstFailure(client, name)}`;
    }
    await setTimeout(100);
  }
  throw new Error(`${name} is not ${complete} after ${SECONDS} s`);
}

/** CloudFormation lists the newest event first. */
async function firstFailure(client: CloudFormationClient, name: string): Promise<string> {
  const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName: name }));
  const failed = StackEvents.findLast(
    ({ ResourceStatus = '', ResourceType }) =>
      ResourceStatus.endsWith('_FAILED') && ResourceType !== 'AWS::CloudFormation::Stack',
  );
  return `${failed?.LogicalResourceId}: ${failed?.ResourceStatusReason}`;
}
