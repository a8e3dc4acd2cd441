import { Logger } from '@aws-lambda-powertools/logger';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { wallNowMs } from '../../shared/contract/wall-clock';
import type { ChannelPorts } from '../channel-handler';
import { readEnvironment } from './environment';
import { newestIncident } from './newest-incident';

/** What every channel has, for any receiver. */
export function commonPorts(): Omit<ChannelPorts, 'deliver'> {
  const logger = new Logger();
  return {
    putAside: deadLetters(),
    newest: newestIncident(),
    leaveOut: (name, { incidentId, round, isOver }) =>
      logger.info('outdated update left out', { name, newest: { incidentId, round, isOver } }),
    now: wallNowMs,
  };
}

/** Moves refused messages to the channel's dead-letter queue. */
function deadLetters(): ChannelPorts['putAside'] {
  // The queue's URL names AWS's own host; the endpoint may be another one, as in a rehearsal.
  const client = new SQSClient({ useQueueUrlAsEndpoint: false });
  const logger = new Logger();
  return async (message, because) => {
    logger.error('message refused', { because });
    const { DEAD_LETTER_QUEUE_URL: QueueUrl } = readEnvironment(process.env);
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: message }));
  };
}
