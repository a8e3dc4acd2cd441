import { HOME_REGION } from '../../../lambda/shared/contract/home-region';
import type { AwsServices } from './cli-context';

/** Where every stack of Understudy is, whatever region the environment names. */
const CONFIG = { region: HOME_REGION } as const;

/** The clients of the SDK that several parts share. Loading one takes about as long as everything else. */
const clients = () =>
  lazily({
    cloudFormation: () => {
      const sdk =
        require('@aws-sdk/client-cloudformation') as typeof import('@aws-sdk/client-cloudformation');
      return new sdk.CloudFormationClient(CONFIG);
    },
    cloudWatch: () => {
      const sdk = require('@aws-sdk/client-cloudwatch') as typeof import('@aws-sdk/client-cloudwatch');
      return new sdk.CloudWatchClient(CONFIG);
    },
    route53: () => {
      const sdk = require('@aws-sdk/client-route-53') as typeof import('@aws-sdk/client-route-53');
      return new sdk.Route53Client(CONFIG);
    },
    sns: () => {
      const sdk = require('@aws-sdk/client-sns') as typeof import('@aws-sdk/client-sns');
      return new sdk.SNSClient(CONFIG);
    },
  });

/** AWS with the environment's credentials. */
export function awsServices(): AwsServices {
  const shared = clients();
  return lazily<AwsServices>({
    stacks: () => {
      const { CloudFormationStackReader } = require('./stack-reader') as typeof import('./stack-reader');
      return new CloudFormationStackReader(shared.cloudFormation);
    },
    statusFunction: () => {
      const { LambdaClient } = require('@aws-sdk/client-lambda') as typeof import('@aws-sdk/client-lambda');
      const { LambdaStatusFunction } = require('./status-function') as typeof import('./status-function');
      return new LambdaStatusFunction(new LambdaClient(CONFIG));
    },
    identity: () => {
      const { STSClient } = require('@aws-sdk/client-sts') as typeof import('@aws-sdk/client-sts');
      const { StsIdentity } = require('./identity') as typeof import('./identity');
      return new StsIdentity(new STSClient(CONFIG));
    },
    alarms: () => {
      const { CloudWatchAlarms } = require('./alarms') as typeof import('./alarms');
      return new CloudWatchAlarms(shared.cloudWatch);
    },
    mutes: () => {
      const { CloudWatchAlarmMutes } = require('./alarm-mutes') as typeof import('./alarm-mutes');
      return new CloudWatchAlarmMutes(shared.cloudWatch);
    },
    subscriptions: () => {
      const { SnsSubscriptions } = require('./subscriptions') as typeof import('./subscriptions');
      return new SnsSubscriptions(shared.sns);
    },
    inspector: () => {
      const { AwsInspector } = require('../verify/aws-inspector') as typeof import('../verify/aws-inspector');
      return new AwsInspector(shared);
    },
    updateInspector: () => {
      const { APIGatewayClient } =
        require('@aws-sdk/client-api-gateway') as typeof import('@aws-sdk/client-api-gateway');
      const { AwsUpdateInspector } =
        require('../verify/update/aws-update-inspector') as typeof import('../verify/update/aws-update-inspector');
      const { cloudFormation, route53 } = shared;
      return new AwsUpdateInspector({ cloudFormation, route53, apiGateway: new APIGatewayClient(CONFIG) });
    },
  });
}

/** An object whose parts are made when they are first used, each once. */
function lazily<T extends object>(makers: { readonly [K in keyof T]: () => T[K] }): T {
  const made: Partial<T> = {};
  const parts = Object.keys(makers) as (keyof T)[];
  const properties = parts.map((part) => [
    part,
    {
      enumerable: true,
      get: () => {
        made[part] ??= makers[part]();
        return made[part];
      },
    },
  ]);
  return Object.defineProperties({}, Object.fromEntries(properties)) as T;
}
