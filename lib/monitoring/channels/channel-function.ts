import { Duration } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { MAX_AGE_MINUTES } from '../../../lambda/channels/contract/max-age';
import { NEWEST_ATTRIBUTE } from '../../../lambda/status-update/contract/newest-attribute';
import { acknowledge } from '../../private/acknowledge';
import { builtInBundle } from '../../private/bundling/built-in-bundle';
import { functionCode } from '../../private/bundling/function-code';
import { bundleOwnFunction } from '../../private/bundling/own-function';
import { DeadLetterQueue } from '../../private/dead-letter-queue';
import { LoggedFunction } from '../../private/logged-function';
import type { Channel } from './channel';

/** Where the store's state is. */
export interface StateItem {
  readonly table: ITable;
  /** The store's own key in the table. */
  readonly partitionKey: string;
}

/** Props of {@link ChannelFunction}. */
export interface ChannelFunctionProps {
  readonly channel: Channel;
  /** Says which incident is the newest, so that nothing late reopens an alert. */
  readonly state: StateItem;
  /** What the channel carries on: updates, and plain alarms. */
  readonly topics: readonly ITopic[];
  /** Encrypts the channel's own topic. */
  readonly key: IKey;
  /** What people in a chat type to acknowledge. @default - they can't */
  readonly ackLine?: string | undefined;
}

const bundleOf = ({ name, sources }: Channel): string =>
  'builtIn' in sources
    ? builtInBundle(`channels/${sources.builtIn}`)
    : bundleOwnFunction(`onCall.channels "${name}"`, sources);

/** One channel: a function behind both ways to on-call, and what it needs to reach its receiver. */
export class ChannelFunction extends Construct {
  readonly name: string;
  /** What SNS could not hand to the function, what it failed to deliver, and what was refused. */
  readonly deadLetterQueue: DeadLetterQueue;
  /** Set for channels that publish to a topic of their own. */
  readonly topic?: Topic;
  private readonly logged: LoggedFunction;

  constructor(scope: Construct, id: string, props: ChannelFunctionProps) {
    super(scope, id);
    const { channel, topics, key, state } = props;
    this.name = channel.name;
    this.deadLetterQueue = new DeadLetterQueue(this, 'DeadLetterQueue');
    this.topic = channel.ownTopic === true ? this.createTopic(channel.name, key) : undefined;
    this.logged = new LoggedFunction(this, 'Channel', {
      description: `Carries status updates and plain alarms to ${channel.name}`,
      code: functionCode(bundleOf(channel)),
      environment: this.environment(props),
      deadLetterQueue: this.deadLetterQueue,
      maxEventAge: Duration.minutes(MAX_AGE_MINUTES),
    });
    this.allow(channel, state);
    const { deadLetterQueue } = this;
    for (const topic of topics) {
      topic.addSubscription(new LambdaSubscription(this.logged.function, { deadLetterQueue }));
    }
  }

  private createTopic(name: string, masterKey: IKey): Topic {
    return new Topic(this, 'Topic', { displayName: `Understudy ${name}`, masterKey, enforceSSL: true });
  }

  private environment({ channel, state, ackLine }: ChannelFunctionProps): Record<string, string> {
    const { name, secret, endpoint, acknowledges = false } = channel;
    return {
      TABLE_NAME: state.table.tableName,
      STATE_KEY: state.partitionKey,
      DEAD_LETTER_QUEUE_URL: this.deadLetterQueue.queueUrl,
      POWERTOOLS_SERVICE_NAME: name,
      ...(secret !== undefined && { SECRET_ARN: secret.secretArn }),
      ...(endpoint !== undefined && { ENDPOINT: endpoint }),
      ...(this.topic && { TARGET_TOPIC_ARN: this.topic.topicArn }),
      ...(acknowledges && ackLine !== undefined && { ACK_LINE: ackLine }),
    };
  }

  /** What the function's code does, and nothing else. Lambda's own grant covers sending to the queue. */
  private allow({ secret }: Channel, state: StateItem): void {
    this.logged.function.addToRolePolicy(readNewest(state));
    this.topic?.grantPublish(this.logged.function);
    secret?.grantRead(this.logged.function);
    acknowledge(this, {
      'AwsSolutions-IAM5[Action::kms:GenerateDataKey*]':
        "SNS needs both GenerateDataKey actions; they are limited to the topics' key",
    });
  }
}

/**
 * Reading one attribute of one item: the rest of the state holds messages and names of people. The key's own attribute
 * has to be in the list.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_dynamodb_attributes.html
 */
function readNewest({ table, partitionKey }: StateItem): PolicyStatement {
  return new PolicyStatement({
    actions: ['dynamodb:GetItem'],
    resources: [table.tableArn],
    conditions: {
      'ForAllValues:StringEquals': {
        'dynamodb:LeadingKeys': [partitionKey],
        'dynamodb:Attributes': ['pk', NEWEST_ATTRIBUTE],
      },
      StringEqualsIfExists: { 'dynamodb:Select': 'SPECIFIC_ATTRIBUTES' },
    },
  });
}
