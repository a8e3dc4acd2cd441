import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Message } from '../contract/message';
import { type Announcer, PerhapsSent } from '../ports';

/** Of messages that phones may do without. Subscriptions choose by it; without it everybody gets a message. */
const QUIET = { urgency: { DataType: 'String', StringValue: 'low' } };

/** What functions get of a message that is for people only. SNS takes no empty text. */
const NO_DATA = 'null';

/**
 * Longest wait for SNS, in milliseconds, all tries included: what any other service gets in three tries. A time-out of
 * each try would only send the message once more to an SNS that is slow.
 */
const PATIENCE_MS = 9_000;

/** Messages to everybody who subscribed to a topic, with a short form for phones. */
export class SnsAnnouncer implements Announcer {
  constructor(
    private readonly client: SNSClient,
    private readonly topicArn: string,
    private readonly patienceMs = PATIENCE_MS,
  ) {}

  /**
   * One publish for everybody: text for people, data for programs, which webhooks are. The key `lambda` is in the
   * console's own example of this structure; the pages about it name no complete list of keys.
   *
   * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
   */
  async publish({ subject, body, sms, data, quiet }: Message): Promise<void> {
    const command = new PublishCommand({
      TopicArn: this.topicArn,
      Subject: subject,
      MessageStructure: 'json',
      Message: JSON.stringify({ default: body, email: body, sms, https: data, lambda: data ?? NO_DATA }),
      ...(quiet && { MessageAttributes: QUIET }),
    });
    const abortSignal = AbortSignal.timeout(this.patienceMs);
    try {
      await this.client.send(command, { abortSignal });
    } catch (cause) {
      throw abortSignal.aborted
        ? new PerhapsSent(
            `SNS did not answer within ${this.patienceMs} ms; the message may have been sent, and goes out once more`,
            { cause },
          )
        : cause;
    }
  }
}
