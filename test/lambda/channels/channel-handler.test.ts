import type { SNSEvent } from 'aws-lambda';
import { channelHandler } from '../../../lambda/channels/channel-handler';
import type { Delivery } from '../../../lambda/channels/delivery';
import type { StructuredUpdate } from '../../../lambda/status-update/message/structured-update';
import { simpleUpdate } from './helpers/updates';

const eventWith = (...messages: string[]) =>
  ({ Records: messages.map((Message) => ({ Sns: { Message } })) }) as SNSEvent;

/** A channel whose receiver answers `delivery`. */
function aChannel(delivery: Delivery) {
  const delivered: StructuredUpdate[] = [];
  const putAside: [message: string, because: string][] = [];
  const handle = channelHandler({
    deliver: async (update) => {
      delivered.push(update);
      return delivery;
    },
    putAside: async (message, because) => {
      putAside.push([message, because]);
    },
  });
  return { handle, delivered, putAside };
}

const MESSAGE = JSON.stringify(simpleUpdate());

describe('channel', () => {
  test('delivers each update of the event', async () => {
    const { handle, delivered, putAside } = aChannel({ kind: 'delivered' });
    await handle(eventWith(MESSAGE, JSON.stringify(simpleUpdate({ update: 2 }))));
    expect(delivered.map(({ update }) => update)).toEqual([1, 2]);
    expect(putAside).toEqual([]);
  });

  test('carries no message that is for people only', async () => {
    const { handle, delivered, putAside } = aChannel({ kind: 'delivered' });
    await handle(eventWith('null'));
    expect([delivered, putAside]).toEqual([[], []]);
  });

  test('fails while the receiver is unavailable, so that Lambda tries again', async () => {
    const { handle, putAside } = aChannel({ kind: 'unavailable', because: 'the receiver answered 503' });
    await expect(handle(eventWith(MESSAGE))).rejects.toThrow(
      'INC-20250301-07 update 1: the receiver answered 503',
    );
    expect(putAside).toEqual([]);
  });

  test('puts aside what the receiver refuses, without another try', async () => {
    const { handle, delivered, putAside } = aChannel({
      kind: 'refused',
      because: 'the receiver answered 404',
    });
    await handle(eventWith(MESSAGE));
    expect(delivered).toHaveLength(1);
    expect(putAside).toEqual([[MESSAGE, 'the receiver answered 404']]);
  });

  test.each(['no JSON', '{"schema":2}', JSON.stringify({ ...simpleUpdate(), severity: 'SEV9' })])(
    'puts aside %j, which is no update',
    async (message) => {
      const { handle, delivered, putAside } = aChannel({ kind: 'delivered' });
      await handle(eventWith(message));
      expect(delivered).toEqual([]);
      expect(putAside).toEqual([[message, 'it is no update that this channel can read']]);
    },
  );
});
