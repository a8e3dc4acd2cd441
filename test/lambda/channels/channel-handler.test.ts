import type { SNSEvent } from 'aws-lambda';
import { type Carried, channelHandler } from '../../../lambda/channels/channel-handler';
import type { Delivery } from '../../../lambda/channels/delivery';
import type { Newest } from '../../../lambda/status-update/contract/newest';
import { simpleAlarm, simpleNotification } from './helpers/alarms';
import { RESOLVED, simpleUpdate } from './helpers/updates';

const eventWith = (...messages: string[]) =>
  ({ Records: messages.map((Message) => ({ Sns: { Message } })) }) as SNSEvent;

interface Known {
  readonly ageMs?: number;
  readonly newest?: Newest;
}

/** A channel whose receiver answers `delivery`. */
function aChannel(delivery: Delivery, { ageMs = 0, newest }: Known = {}) {
  const leftOut: string[] = [];
  const delivered: Carried[] = [];
  const putAside: [message: string, because: string][] = [];
  const handle = channelHandler({
    now: () => Date.parse(simpleUpdate().at) + ageMs,
    newest: async () => newest,
    leaveOut: (name) => {
      leftOut.push(name);
    },
    deliver: async (carried) => {
      delivered.push(carried);
      return delivery;
    },
    putAside: async (message, because) => {
      putAside.push([message, because]);
    },
  });
  return { handle, delivered, putAside, leftOut };
}

const MESSAGE = JSON.stringify(simpleUpdate());

describe('channel', () => {
  test('delivers each update of the event', async () => {
    const { handle, delivered, putAside } = aChannel({ kind: 'delivered' });
    await handle(eventWith(MESSAGE, JSON.stringify(simpleUpdate({ update: 2 }))));
    expect(delivered).toMatchObject([{ update: { update: 1 } }, { update: { update: 2 } }]);
    expect(putAside).toEqual([]);
  });

  test('delivers a plain alarm, which is told when nothing else is', async () => {
    const { handle, delivered, putAside } = aChannel({ kind: 'delivered' });
    await handle(eventWith(JSON.stringify(simpleNotification())));
    expect(delivered).toEqual([{ kind: 'alarm', alarm: simpleAlarm() }]);
    expect(putAside).toEqual([]);
  });

  test('fails by the name of the alarm while the receiver is unavailable', async () => {
    const { handle } = aChannel({ kind: 'unavailable', because: 'the receiver answered 503' });
    await expect(handle(eventWith(JSON.stringify(simpleNotification())))).rejects.toThrow(
      'ALARM: shop.example.com-outage: the receiver answered 503',
    );
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
    'puts aside %j, which is neither',
    async (message) => {
      const { handle, delivered, putAside } = aChannel({ kind: 'delivered' });
      await handle(eventWith(message));
      expect(delivered).toEqual([]);
      expect(putAside).toEqual([
        [message, 'it is neither an update nor an alarm that this channel can read'],
      ]);
    },
  );

  const MAX_AGE_MS = 10 * 60_000;
  const UPDATE = simpleUpdate();
  test.each([
    ['an update', MAX_AGE_MS, UPDATE, 1],
    ['an update', MAX_AGE_MS + 1, UPDATE, 0],
    ['an end', 60 * MAX_AGE_MS, RESOLVED, 1],
    ['a plain alarm', 60 * MAX_AGE_MS, simpleNotification(), 1],
  ])('of %s that is %i ms old carries so many: %#', async (_, ageMs, message, carried) => {
    const { handle, delivered, putAside } = aChannel({ kind: 'delivered' }, { ageMs });
    await handle(eventWith(JSON.stringify(message)));
    expect(delivered).toHaveLength(carried);
    expect(putAside.map(([, because]) => because)).toEqual(
      carried === 1 ? [] : ['it is more than 10 min old, and newer updates say what is so'],
    );
  });

  const OVER: Newest = { schema: 1, incidentId: UPDATE.incidentId, round: 1, isOver: true };
  test.each([
    ['an update of an incident that is over', UPDATE, OVER, ['INC-20250301-07 update 1']],
    ['its end', RESOLVED, OVER, []],
    ['the next round', { ...UPDATE, round: 2 }, OVER, []],
    ['a plain alarm', simpleNotification(), OVER, []],
    ['an update while nothing is known', UPDATE, undefined, []],
  ])('leaves out of %s: %#', async (_, message, newest, expected) => {
    const { handle, leftOut, delivered, putAside } = aChannel({ kind: 'delivered' }, { newest });
    await handle(eventWith(JSON.stringify(message)));
    expect(leftOut).toEqual(expected);
    expect([delivered.length, putAside]).toEqual([1 - expected.length, []]);
  });
});
