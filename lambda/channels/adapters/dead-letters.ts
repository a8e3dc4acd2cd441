import { Logger } from '@aws-lambda-powertools/logger';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { ChannelPorts } from '../channel-handler';
import { readEnvironment } from './environment';

/** Moves refused messages to the channel's dead-letter queue. */
export function deadLetters(): ChannelPorts['putAside'] {
  // The queue's URL names AWS's own host; the endpoint may be another one, as in a rehearsal.
  const client = new SQSClient({ useQueueUrlAsEndpoint: false });
  const logger = new Logger();
  return async (message, because) => {
    logger.error('message refused', { because });
    const { DEAD_LETTER_QUEUE_URL: QueueUrl } = readEnvironment(process.env);
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: message }));
  };
}
