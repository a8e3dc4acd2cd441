import { PurgeQueueCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { sqsApi } from '../../../../lib/rehearsal/aws/aws-api/sqs-api';
import { type ServedApi, serveApi } from '../../helpers/serve-api';

const QueueUrl = 'https://sqs.us-east-1.amazonaws.com/123456789012/dead-letters';

describe('SQS, asked by the SDK', () => {
  const sent: string[] = [];
  let api: ServedApi;
  let client: SQSClient;
  beforeAll(async () => {
    api = await serveApi(
      'SQS',
      sqsApi((queueArn) => sent.push(queueArn)),
    );
    client = new SQSClient({ ...api.config, useQueueUrlAsEndpoint: false });
  });
  afterAll(async () => {
    client.destroy();
    await api.server.close();
  });

  test('puts a message into the queue of the URL', async () => {
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'zażółć' }));
    expect(sent).toEqual(['arn:aws:sqs:us-east-1:123456789012:dead-letters']);
  });

  test('fails for anything else', async () => {
    await expect(client.send(new PurgeQueueCommand({ QueueUrl }))).rejects.toThrow(
      'the rehearsal does not model PurgeQueue',
    );
  });
});
