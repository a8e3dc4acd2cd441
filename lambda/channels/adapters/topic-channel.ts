import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { StructuredUpdate } from '../../status-update/contract/structured-update';
import { channelHandler } from '../channel-handler';
import type { PlainAlarm } from '../plain-alarm';
import { commonPorts } from './common-ports';
import { readEnvironment } from './environment';

/** What a format may use besides the update. */
export interface TopicChannelSettings {
  /** What people in a chat type to acknowledge. Undefined: they can't. */
  readonly ackLine?: string | undefined;
}

/** How the other topic's subscribers want their messages. */
export interface TopicFormats {
  readonly update: (update: StructuredUpdate, settings: TopicChannelSettings) => object;
  readonly alarm: (alarm: PlainAlarm) => object;
}

/** The handler of a channel that puts messages into another form for another topic. */
export function topicChannel(formats: TopicFormats) {
  const client = new SNSClient({});
  return channelHandler({
    ...commonPorts(),
    deliver: async (carried) => {
      const { TARGET_TOPIC_ARN: TopicArn, ACK_LINE: ackLine } = readEnvironment(process.env);
      const message =
        carried.kind === 'alarm' ? formats.alarm(carried.alarm) : formats.update(carried.update, { ackLine });
      // An error is an error of AWS here: Lambda tries again.
      await client.send(new PublishCommand({ TopicArn, Message: JSON.stringify(message) }));
      return { kind: 'delivered' };
    },
  });
}
