import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { APIGatewayClient } from '@aws-sdk/client-api-gateway';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { Route53Client } from '@aws-sdk/client-route-53';
import { SNSClient } from '@aws-sdk/client-sns';
import { STSClient } from '@aws-sdk/client-sts';
import { AwsInspector } from '../verify/aws-inspector';
import { AwsUpdateInspector } from '../verify/update/aws-update-inspector';
import { CloudWatchAlarmMutes } from './alarm-mutes';
import { StsIdentity } from './identity';
import { CloudFormationStackReader } from './stack-reader';
import { LambdaStatusFunction } from './status-function';
import type { CliContext } from './subcommand';
import { SnsSubscriptions } from './subscriptions';

/** Where every stack of Understudy is, whatever region the environment names. */
const CONFIG = { region: 'us-east-1' } as const;

/** The real world: this terminal, this clock, and AWS with the environment's credentials. */
export function terminal({ stdin, stdout }: Pick<NodeJS.Process, 'stdin' | 'stdout'>): CliContext {
  const cloudFormation = new CloudFormationClient(CONFIG);
  const route53 = new Route53Client(CONFIG);
  const sns = new SNSClient(CONFIG);
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
    inspector: new AwsInspector({ cloudFormation, route53, sns }),
    updateInspector: () =>
      new AwsUpdateInspector({ cloudFormation, route53, apiGateway: new APIGatewayClient(CONFIG) }),
    statusFunction: new LambdaStatusFunction(new LambdaClient(CONFIG)),
    identity: new StsIdentity(new STSClient(CONFIG)),
    subscriptions: new SnsSubscriptions(sns),
    mutes: new CloudWatchAlarmMutes(new CloudWatchClient(CONFIG)),
    now: () => Date.now(),
    newId: randomUUID,
  };
}
