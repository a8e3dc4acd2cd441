import { createHash } from 'node:crypto';
import { z } from 'zod';
import { queueArn } from '../iam/resource-policies';
import type { ApiService } from './server';

const SEND_MESSAGE = z.object({ QueueUrl: z.string(), MessageBody: z.string() });

/**
 * `SendMessage`, over the AWS JSON protocol.
 * @param send puts a message into a queue, by its ARN
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 */
export const sqsApi =
  (send: (queueArn: string) => void): ApiService =>
  ({ headers, body }) => {
    const contentType = 'application/x-amz-json-1.0';
    const operation = headers['x-amz-target']?.split('.').at(-1);
    if (operation !== 'SendMessage') {
      const problem = { __type: 'InvalidAction', message: `the rehearsal does not model ${operation}` };
      return { status: 400, contentType, body: JSON.stringify(problem) };
    }
    const { QueueUrl: url, MessageBody: message } = SEND_MESSAGE.parse(
      JSON.parse(Buffer.from(body).toString('utf8')),
    );
    send(queueArn(url));
    const answer = {
      MessageId: 'rehearsal',
      MD5OfMessageBody: createHash('md5').update(message).digest('hex'),
    };
    return { status: 200, contentType, body: JSON.stringify(answer) };
  };
