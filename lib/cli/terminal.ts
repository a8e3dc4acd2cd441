import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { Route53Client } from '@aws-sdk/client-route-53';
import { SNSClient } from '@aws-sdk/client-sns';
import { AwsInspector } from '../verify/aws-inspector';
import { CloudWatchAlarmMutes } from './alarm-mutes';
import { CloudFormationStackReader } from './stack-reader';
import { LambdaStatusFunction } from './status-function';
import type { CliContext } from './subcommand';

/** The real world: this terminal, this clock, and AWS as the environment names it. */
export function terminal({ stdin, stdout, env }: NodeJS.Process): CliContext {
  const config = { region: env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? 'us-east-1' };
  const cloudFormation = new CloudFormationClient(config);
  return {
    print: (text) => stdout.write(`${text}\n`),
    confirm: async (question) => {
      if (!stdin.isTTY) {
        return false;
      }
      const lines = createInterface({ input: stdin, output: stdout });
      const answer = await lines.question(question);
      lines.close();
      return /^y(es)?$/i.test(answer.trim());
    },
    stacks: new CloudFormationStackReader(cloudFormation),
    inspector: new AwsInspector({
      cloudFormation,
      route53: new Route53Client(config),
      sns: new SNSClient(config),
    }),
    statusFunction: new LambdaStatusFunction(new LambdaClient(config)),
    mutes: new CloudWatchAlarmMutes(new CloudWatchClient(config)),
    now: () => Date.now(),
    newId: randomUUID,
  };
}
