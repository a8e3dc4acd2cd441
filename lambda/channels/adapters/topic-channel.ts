import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { StructuredUpdate } from '../../status-update/message/structured-update';
import { channelHandler } from '../channel-handler';
import { deadLetters } from './dead-letters';
import { readEnvironment } from './environment';

/** The handler of a channel that puts updates into another form for another topic. */
export function topicChannel(format: (update: StructuredUpdate) => object) {
  const client = new SNSClient({});
  return channelHandler({
    putAside: deadLetters(),
    deliver: async (update) => {
      const { TARGET_TOPIC_ARN: TopicArn } = readEnvironment(process.env);
      // An error is an error of AWS here: Lambda tries again.
      await client.send(new PublishCommand({ TopicArn, Message: JSON.stringify(format(update)) }));
      return { kind: 'delivered' };
    },
  });
}
