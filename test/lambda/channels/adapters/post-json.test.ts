import { postJson } from '../../../../lambda/channels/adapters/post-json';
import { type Receiver, startReceiver } from '../helpers/receiver';

let receiver: Receiver;
afterEach(() => receiver.close());

describe('posting JSON', () => {
  test('sends the body as JSON', async () => {
    receiver = await startReceiver(202);
    const delivery = await postJson({ url: `${receiver.url}/hook`, body: { text: 'zażółć' } });
    expect(delivery).toEqual({ kind: 'delivered' });
    expect(receiver.received).toMatchObject([
      {
        method: 'POST',
        path: '/hook',
        headers: { 'content-type': 'application/json' },
        body: '{"text":"zażółć"}',
      },
    ]);
  });

  test('follows no redirect', async () => {
    receiver = await startReceiver(302, { location: '/elsewhere' });
    expect(await postJson({ url: receiver.url, body: {} })).toMatchObject({ kind: 'refused' });
    expect(receiver.received.map(({ path }) => path)).toEqual(['/']);
  });

  test('tells of an unreachable receiver without its URL, which is a secret', async () => {
    receiver = await startReceiver(200);
    const url = `${receiver.url}/secret`;
    await receiver.close();
    expect(await postJson({ url, body: {} })).toEqual({
      kind: 'unavailable',
      because: 'the receiver could not be reached within 8000 ms',
    });
    receiver = await startReceiver(200);
  });

  test('tells of a secret that is no URL without showing it', async () => {
    receiver = await startReceiver(200);
    expect(await postJson({ url: 'not a URL', body: {} })).toEqual({
      kind: 'refused',
      because: 'the secret is no URL',
    });
  });
});
