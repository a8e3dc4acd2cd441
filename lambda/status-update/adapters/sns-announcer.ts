import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Message } from '../outbox/outbox';
import type { Announcer } from '../ports';

/** Messages to everybody who subscribed to a topic, with a short form for phones. */
export class SnsAnnouncer implements Announcer {
  constructor(
    private readonly client: SNSClient,
    private readonly topicArn: string,
  ) {}

  /** @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
  async publish({ subject, body, sms }: Message): Promise<void> {
    await this.client.send(
      new PublishCommand({
        TopicArn: this.topicArn,
        Subject: subject,
        MessageStructure: 'json',
        Message: JSON.stringify({ default: body, email: body, sms }),
      }),
    );
  }
}
