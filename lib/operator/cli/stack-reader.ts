import { type CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { CliError } from '../../command-line/cli-error';
import { onlyStore } from '../verify/only-store';

/** Outputs of the deployed stack that commands need. */
export interface StackOutputs {
  /** The status-update function. */
  readonly functionName: string;
  /** The composite alarm whose plain messages maintenance mutes. */
  readonly outageAlarmName: string;
}

/** The store's domain name: alarms begin with it. */
export const storeOf = ({ outageAlarmName }: StackOutputs): string => outageAlarmName.replace(/-outage$/, '');

/** Where a store is deployed. */
export interface StorePlace {
  readonly stack: string;
  /** The store's domain name. @default - the only one in the stack */
  readonly store?: string | undefined;
}

/** Finds what was deployed. */
export interface StackReader {
  /** @throws Error naming the stack and what it lacks, CliError naming the stores of which one must be named */
  outputs(place: StorePlace): Promise<StackOutputs>;
}

/** Reads CloudFormation. The caller needs `cloudformation:DescribeStacks` on the stack. */
export class CloudFormationStackReader implements StackReader {
  constructor(private readonly client: CloudFormationClient) {}

  async outputs({ stack: stackName, store }: StorePlace): Promise<StackOutputs> {
    const { Stacks: [stack] = [] } = await this.client.send(
      new DescribeStacksCommand({ StackName: stackName }),
    );
    const all = (stack?.Outputs ?? []).map(({ OutputKey: key = '', OutputValue: value = '' }) => [
      key,
      value,
    ]);
    const { outputs } = onlyStore({ resources: [], outputs: Object.fromEntries(all) }, store);
    // CDK puts the construct's path before an output's own name and a hash behind it.
    const find = (name: string): string => {
      const key = Object.keys(outputs).find((one) => one.includes(name));
      const value = key === undefined ? undefined : outputs[key];
      if (value === undefined) {
        throw new CliError(
          `--stack: has no output ${name}, got ${JSON.stringify(stackName)}; name a stack of Understudy's`,
        );
      }
      return value;
    };
    const outageAlarmName = find('OutageAlarmName');
    return { functionName: find('StatusUpdateFunctionName'), outageAlarmName };
  }
}
