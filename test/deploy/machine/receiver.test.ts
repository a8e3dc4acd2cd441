import { openReceiver } from './receiver';

const post = (url: string, message: object) => fetch(url, { method: 'POST', body: JSON.stringify(message) });

describe('a webhook on this machine', () => {
  test('finds a message among those that come', async () => {
    const webhook = await openReceiver();
    await post(webhook.url, { Type: 'SubscriptionConfirmation', Message: '' });
    const waiting = webhook.message(({ Type }) => Type === 'Notification', 10);
    await post(webhook.url, { Type: 'Notification', Subject: 'store down', Message: 'all of it' });
    expect(await waiting).toEqual({ Type: 'Notification', Subject: 'store down', Message: 'all of it' });
    await webhook.close();
  });

  test('says what came instead', async () => {
    const webhook = await openReceiver();
    await post(webhook.url, { Type: 'Notification', Subject: 'OK: "alarm"', Message: '' });
    await expect(webhook.message(() => false, 0.1)).rejects.toThrow(
      'no such message within 0.1 s; these came:\nNotification OK: "alarm"',
    );
    await webhook.close();
  });
});
