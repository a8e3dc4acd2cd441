import { EnvelopeSigner } from '../aws/sns/envelope-signer';
import type { WebhookDelivery } from '../aws/sns/topics';
import { startLocalServer } from './local-server';

/** Posts to webhooks on this machine, as SNS does. */
export interface LocalWebhooks {
  /** Where receivers find the certificate of the signatures. */
  readonly certificateUrl: string;
  /** Posts one message once; a webhook anywhere else gets nothing. Resolves when it has answered, or failed to. */
  deliver(delivery: WebhookDelivery): Promise<void>;
  close(): Promise<void>;
}

const THIS_MACHINE = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/** A rehearsal must not reach anybody else, wherever a template or a receiver would lead it. */
const isOnThisMachine = (endpoint: string): boolean =>
  URL.canParse(endpoint) && THIS_MACHINE.test(new URL(endpoint).hostname);

/** @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html */
const TIMEOUT_MS = 15_000;

/**
 * Signed messages for receivers that run beside a live rehearsal, so that they can be tried with what SNS would send.
 * Emulation: nobody has to confirm; what a receiver answers changes nothing; the certificate comes over HTTP.
 */
export async function startLocalWebhooks(): Promise<LocalWebhooks> {
  const signer = new EnvelopeSigner();
  const { port, close } = await startLocalServer({
    port: 0,
    option: 'webhooks',
    answer: async (_, response) => {
      response.writeHead(200, { 'content-type': 'application/x-pem-file' }).end(signer.certificate);
    },
  });
  const certificateUrl = `http://127.0.0.1:${port}/SimpleNotificationService-rehearsal.pem`;
  return {
    certificateUrl,
    deliver: async (delivery) => {
      if (!isOnThisMachine(delivery.endpoint)) {
        return;
      }
      const { notification, raw } = delivery;
      const body = raw ? notification.message : JSON.stringify(signer.sign(notification, certificateUrl));
      await post(delivery, body);
    },
    close,
  };
}

/** @see https://docs.aws.amazon.com/sns/latest/dg/http-header.html */
async function post({ endpoint, notification, raw }: WebhookDelivery, body: string): Promise<void> {
  const { messageId, topicArn } = notification;
  const headers = {
    'content-type': 'text/plain; charset=UTF-8',
    'x-amz-sns-message-type': 'Notification',
    'x-amz-sns-message-id': messageId,
    'x-amz-sns-topic-arn': topicArn,
    'x-amz-sns-subscription-arn': `${topicArn}:rehearsal`,
    ...(raw && { 'x-amz-sns-rawdelivery': 'true' }),
  };
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  // A receiver that is down must not end the rehearsal.
  const posted = fetch(endpoint, { method: 'POST', headers, body, signal, redirect: 'manual' });
  await posted.then((response) => response.body?.cancel()).catch(() => undefined);
}
