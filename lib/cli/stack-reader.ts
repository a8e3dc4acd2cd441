import { type CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';

/** Outputs of the deployed stack that commands need. */
export interface StackOutputs {
  /** The status-update function. */
  readonly functionName: string;
  /** The composite alarm whose plain messages maintenance mutes. */
  readonly outageAlarmName: string;
}

/** Finds what was deployed. */
export interface StackReader {
  /** @throws Error naming the stack and what it lacks */
  outputs(stackName: string): Promise<StackOutputs>;
}

/** Reads CloudFormation. The caller needs `cloudformation:DescribeStacks` on the stack. */
export class CloudFormationStackReader implements StackReader {
  constructor(private readonly client: CloudFormationClient) {}

  async outputs(stackName: string): Promise<StackOutputs> {
    const { Stacks: [stack] = [] } = await this.client.send(
      new DescribeStacksCommand({ StackName: stackName }),
    );
    // CDK puts the construct's path before an output's own name and a hash behind it.
    const find = (name: string): string => {
      const output = stack?.Outputs?.find(({ OutputKey: key = '' }) => key.includes(name));
      if (output?.OutputValue === undefined) {
        throw new Error(
          `--stack: has no output ${name}, got ${JSON.stringify(stackName)}; name a stack of Understudy's`,
        );
      }
      return output.OutputValue;
    };
    return { functionName: find('StatusUpdateFunctionName'), outageAlarmName: find('OutageAlarmName') };
  }
}
