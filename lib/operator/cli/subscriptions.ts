import { ConfirmSubscriptionCommand, type SNSClient } from '@aws-sdk/client-sns';

/** The subscriptions of topics. */
export interface Subscriptions {
  /** So that only the topic's owner can end it. */
  confirm(confirmation: Confirmation): Promise<void>;
}

/** SNS. The caller needs `sns:ConfirmSubscription` on the topic. */
export class SnsSubscriptions implements Subscriptions {
  constructor(private readonly client: SNSClient) {}

  /** @see https://docs.aws.amazon.com/sns/latest/api/API_ConfirmSubscription.html */
  async confirm({ topicArn, token }: Confirmation): Promise<void> {
    await this.client.send(
      new ConfirmSubscriptionCommand({
        TopicArn: topicArn,
        Token: token,
        AuthenticateOnUnsubscribe: 'true',
      }),
    );
  }
}

/** What the link in a confirmation e-mail asks for. */
export interface Confirmation {
  readonly topicArn: string;
  readonly token: string;
}
