import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Output } from '../../private/outputs';
import type { WatchedQueue } from '../alarms/announcer-alarms';
import type { Channel } from './channel';
import { ChannelFunction, type StateItem } from './channel-function';

/** Props of {@link Channels}. */
export interface ChannelsProps {
  /** May be empty. Each name once. */
  readonly channels: readonly Channel[];
  /** The ways to on-call: a receiver that hears one of them only would miss what the other alone tells. */
  readonly topics: readonly ITopic[];
  /** Encrypts topics of channels. */
  readonly key: IKey;
  readonly state: StateItem;
  /** What people in a chat type to acknowledge. @default - they can't */
  readonly ackLine?: string | undefined;
}

/** Every channel beyond the topics' own subscribers. Nothing at all when there are none. */
export class Channels extends Construct {
  private readonly functions: readonly ChannelFunction[];

  constructor(scope: Construct, id: string, { channels, ...shared }: ChannelsProps) {
    super(scope, id);
    this.functions = channels.map(
      (channel) => new ChannelFunction(this, channel.name, { channel, ...shared }),
    );
  }

  /** One dead-letter queue per channel. */
  get queues(): readonly WatchedQueue[] {
    return this.functions.map(({ name, deadLetterQueue }) => ({
      name: `${name}-dead-letters`,
      queue: deadLetterQueue,
    }));
  }

  /** The topics that somebody must subscribe to by hand. */
  get outputs(): readonly Output[] {
    return this.functions.flatMap(({ name, topic }) =>
      topic === undefined
        ? []
        : [
            {
              id: `${pascalCase(name)}TopicArn`,
              value: topic.topicArn,
              description: `SNS: subscribe ${name} to it`,
            },
          ],
    );
  }
}

const pascalCase = (name: string): string =>
  name.replaceAll(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
