import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient, PutMetricDataCommand, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import { ListHealthChecksCommand, Route53Client } from '@aws-sdk/client-route-53';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { clientConfig } from '../machine/client-config';
import { STACK } from './assembly';

/** What the check does at the services itself, as AWS, people and webhooks would. */
export interface Services {
  /** An output of the stack whose name begins so after the construct's own. @throws Error when there is none */
  readonly output: (name: string) => Promise<string>;
  readonly subscribe: (topicArn: string, url: string) => Promise<void>;
  /** As CloudWatch does when a metric crosses the threshold. */
  readonly setAlarm: (name: string, state: 'ALARM' | 'OK') => Promise<void>;
  /** What Route 53's checkers find from now on, of every endpoint. */
  readonly setHealth: (isHealthy: boolean) => Promise<void>;
  readonly object: (bucket: string, key: string) => Promise<string>;
  /** The keys and contents' hashes of a bucket. */
  readonly objects: (bucket: string) => Promise<ReadonlyMap<string, string>>;
}

/** Where `missing_answers.py` reads it: in a namespace of AWS's own it would set off alarms by itself. */
const CHECKERS = 'Checkers';

export function services(env: NodeJS.ProcessEnv): Services {
  const config = clientConfig(env);
  const cloudFormation = new CloudFormationClient(config);
  const cloudWatch = new CloudWatchClient(config);
  const route53 = new Route53Client(config);
  const s3 = new S3Client({ ...config, forcePathStyle: true });
  const sns = new SNSClient(config);
  return {
    output: async (name) => {
      const { Stacks: [stack] = [] } = await cloudFormation.send(
        new DescribeStacksCommand({ StackName: STACK }),
      );
      const found = stack?.Outputs?.find(({ OutputKey = '' }) => OutputKey.startsWith(`${STACK}${name}`));
      if (found?.OutputValue === undefined) {
        throw new Error(`the stack has no output ${name}`);
      }
      return found.OutputValue;
    },
    subscribe: async (topicArn, url) => {
      await sns.send(new SubscribeCommand({ TopicArn: topicArn, Protocol: 'http', Endpoint: url }));
    },
    setAlarm: async (name, state) => {
      const reason = 'The deploy check says so';
      await cloudWatch.send(
        new SetAlarmStateCommand({ AlarmName: name, StateValue: state, StateReason: reason }),
      );
    },
    setHealth: async (isHealthy) => {
      const { HealthChecks = [] } = await route53.send(new ListHealthChecksCommand({}));
      const data = HealthChecks.map(({ Id }) => ({
        MetricName: 'HealthCheckStatus',
        Dimensions: [{ Name: 'HealthCheckId', Value: Id }],
        Value: isHealthy ? 1 : 0,
      }));
      await cloudWatch.send(new PutMetricDataCommand({ Namespace: CHECKERS, MetricData: data }));
    },
    object: async (bucket, key) => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return (await Body?.transformToString()) ?? '';
    },
    objects: async (bucket) => {
      const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket }));
      return new Map(Contents.map(({ Key = '', ETag = '' }) => [Key, ETag]));
    },
  };
}
