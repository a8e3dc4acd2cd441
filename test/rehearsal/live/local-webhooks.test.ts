import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebhookDelivery } from '../../../lib/rehearsal/aws/sns/topics';
import { VirtualClock } from '../../../lib/rehearsal/kernel/clock/virtual-clock';
import { EventLog } from '../../../lib/rehearsal/kernel/event-log';
import { type LocalWebhooks, startLocalWebhooks } from '../../../lib/rehearsal/live/local-webhooks';
import { aDeployment, aResource } from '../helpers/a-deployment';
import { someTopics } from '../helpers/some-topics';
import { startWebhookReceiver, type WebhookReceiver } from '../helpers/webhook-receiver';

const TOPIC = 'arn:aws:sns:us-east-1:123456789012:on-call';

let webhooks: LocalWebhooks;
let receiver: WebhookReceiver;
beforeEach(async () => {
  webhooks = await startLocalWebhooks();
  const { host } = new URL(webhooks.certificateUrl);
  receiver = await startWebhookReceiver({ topicArn: TOPIC, isTrusted: (url) => url.host === host });
});
afterEach(async () => {
  await Promise.all([webhooks.close(), receiver.close()]);
});

/** What a topic with one webhook hands over when a message is published to it. */
async function published(Endpoint: string, but: Record<string, unknown> = {}): Promise<WebhookDelivery[]> {
  const clock = new VirtualClock(Date.parse('2025-03-01T10:00:00Z'));
  const deliveries: WebhookDelivery[] = [];
  const deployment = aDeployment({
    OnCall: aResource('AWS::SNS::Topic', { TopicName: 'on-call' }),
    Hook: aResource('AWS::SNS::Subscription', {
      TopicArn: { Ref: 'OnCall' },
      Protocol: 'https',
      Endpoint,
      ...but,
    }),
  });
  const log = new EventLog(() => clock.nowMs);
  const webhook = (delivery: WebhookDelivery) => void deliveries.push(delivery);
  someTopics(deployment, { clock, log, webhook }).publish({
    topicArn: TOPIC,
    subject: 'Down',
    message: 'Płatności\nfail',
  });
  await clock.runUntil(clock.nowMs + 1_000);
  return deliveries;
}

/** What a webhook is posted; caught without a receiver. */
async function postedTo(delivery: WebhookDelivery): Promise<RequestInit> {
  const calls = jest.spyOn(globalThis, 'fetch').mockResolvedValueOnce(new Response());
  await webhooks.deliver(delivery);
  const [, init = {}] = calls.mock.lastCall ?? [];
  calls.mockRestore();
  return init;
}

describe('webhook of a live rehearsal', () => {
  test('gets a message that it can verify', async () => {
    for (const delivery of await published(receiver.url)) {
      await webhooks.deliver(delivery);
    }
    expect(receiver.believed).toMatchObject([
      { Subject: 'Down', Message: 'Płatności\nfail', Timestamp: '2025-03-01T10:00:00.000Z' },
    ]);
  });

  test.each([
    ['a changed message', { Message: 'All is well' }, 'wrong signature'],
    ['a changed subject', { Subject: 'Up' }, 'wrong signature'],
    ['another topic', { TopicArn: `${TOPIC}-2` }, 'foreign topic'],
    [
      'a certificate from elsewhere',
      { SigningCertURL: 'https://sns.example.com/x.pem' },
      'foreign certificate',
    ],
    ['an old signature', { SignatureVersion: '1' }, 'old signature'],
  ])('refuses %s', async (_, change, because) => {
    const [delivery] = await published(receiver.url);
    const { body } = await postedTo(delivery as WebhookDelivery);
    const forged = JSON.stringify({ ...JSON.parse(String(body)), ...change });
    const response = await fetch(receiver.url, { method: 'POST', body: forged });
    expect([response.status, await response.text()]).toEqual([403, because]);
    expect(receiver.believed).toEqual([]);
  });

  test('hears from the headers what it gets, as SNS says it', async () => {
    const [delivery] = await published(receiver.url);
    expect((await postedTo(delivery as WebhookDelivery)).headers).toEqual({
      'content-type': 'text/plain; charset=UTF-8',
      'x-amz-sns-message-type': 'Notification',
      'x-amz-sns-message-id': 'rehearsal-1',
      'x-amz-sns-topic-arn': TOPIC,
      'x-amz-sns-subscription-arn': `${TOPIC}:rehearsal`,
    });
  });

  test('gets the bare message if it asked for raw delivery', async () => {
    const [delivery] = await published(receiver.url, { RawMessageDelivery: true });
    const { body, headers } = await postedTo(delivery as WebhookDelivery);
    expect(body).toBe('Płatności\nfail');
    expect(headers).toMatchObject({ 'x-amz-sns-rawdelivery': 'true' });
  });

  test.each(['https://hooks.example.com/', 'https://localhost.example.com/', 'localhost', ''])(
    'is left alone when it is not on this machine: %j',
    async (endpoint) => {
      const calls = jest.spyOn(globalThis, 'fetch');
      const [delivery] = await published(receiver.url);
      await webhooks.deliver({ ...(delivery as WebhookDelivery), endpoint });
      expect(calls).not.toHaveBeenCalled();
      calls.mockRestore();
    },
  );

  test('leads nobody to another machine', async () => {
    const asked: string[] = [];
    const elsewhere = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(302, { location: '/further' }).end();
    }).listen(0, '127.0.0.1');
    await once(elsewhere, 'listening');
    const endpoint = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
    const [delivery] = await published(endpoint);
    await webhooks.deliver(delivery as WebhookDelivery);
    elsewhere.closeAllConnections();
    elsewhere.close();
    expect(asked).toEqual(['/']);
  });

  test('may be down', async () => {
    await receiver.close();
    const [delivery] = await published(receiver.url);
    await expect(webhooks.deliver(delivery as WebhookDelivery)).resolves.toBeUndefined();
    receiver = await startWebhookReceiver({ topicArn: TOPIC, isTrusted: () => false });
  });

  test('finds a certificate that is signed by itself', async () => {
    const certificate = new X509Certificate(await (await fetch(webhooks.certificateUrl)).text());
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.subject).toBe('CN=sns.rehearsal.invalid');
    expect(certificate.validTo).toBe('Dec 31 23:59:59 2049 GMT');
  });
});
