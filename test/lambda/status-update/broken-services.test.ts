import type { Message } from '../../../lambda/status-update/contract/message';
import { type Announcer, PerhapsSent } from '../../../lambda/status-update/ports';
import { updateState } from '../../../lambda/status-update/update-state';
import { OPENED, RECOVERED } from './helpers/subjects';
import { CHECKOUT_DOWN, STORE_DOWN } from './helpers/symptoms';
import { problemsOf, WokenFunction } from './helpers/woken-function';

const fn = new WokenFunction();

describe('status update with a broken service', () => {
  test('asks for the state once when it can not be read, so that a table that hangs takes no more time', async () => {
    let asked = 0;
    const load = async () => {
      asked += 1;
      throw new Error('no answer');
    };
    const outcome = await fn.invoke(undefined, { store: { load, save: async () => false } });
    expect(problemsOf(outcome)).toEqual(['state: no answer']);
    expect([asked, outcome.inHand]).toEqual([1, false]);
  });

  test('tells the outage although the alarms could not be read, and reports it', async () => {
    const event = fn.world.change(STORE_DOWN, 'ALARM');
    fn.world.fail('describe');
    expect(problemsOf(await fn.invoke(event))).toEqual(['alarms: describe is broken']);
    expect(fn.world.subjects).toEqual([OPENED]);
  });

  test('tells the outage although numbers could not be read, and pages nobody for those', async () => {
    const event = fn.world.change(STORE_DOWN, 'ALARM');
    fn.world.fail('metrics', 2);
    const { problems, warnings, inHand } = await fn.invoke(event);
    expect([problems, inHand]).toEqual([[], true]);
    expect(warnings.map(({ message }) => message)).toEqual([
      'first sign: metrics is broken',
      'metrics: metrics is broken',
    ]);
    expect(fn.world.subjects).toEqual([OPENED]);
  });

  test('keeps an incident in hand although the page could not be written', async () => {
    const event = fn.world.change(STORE_DOWN, 'ALARM');
    fn.world.fail('write');
    const outcome = await fn.invoke(event);
    expect(problemsOf(outcome)).toEqual(['status.json: write is broken']);
    expect(outcome.inHand).toBe(true);
  });

  test('has no incident in hand whose message could not be sent', async () => {
    const event = fn.world.change(STORE_DOWN, 'ALARM');
    fn.world.fail('publish');
    expect((await fn.invoke(event)).inHand).toBe(false);
  });

  test('leaves the review to a run in which CloudWatch answers', async () => {
    await fn.invoke(fn.world.change(STORE_DOWN, 'ALARM'));
    fn.world.wait(1);
    const event = fn.world.change(STORE_DOWN, 'OK');
    fn.world.fail('describe');
    await fn.invoke(event);
    expect(fn.world.records).toEqual([]);
    await fn.invoke();
    expect(fn.world.records.some(({ key }) => key.startsWith('reviews/'))).toBe(true);
  });

  test("says what Route 53's checkers see, and why they fail", async () => {
    fn.world.reports = [{ region: 'eu-west-1', passed: false, failure: 'HTTP Status Code 503, Oops' }];
    await fn.invoke(fn.world.change(CHECKOUT_DOWN, 'ALARM'));
    expect(fn.world.messages[0]?.body).toContain(
      'Checkers checkout: 1 of 1 fail in all regions: HTTP Status Code 503',
    );
  });

  test('leaves out what the checkers see when Route 53 does not say, and troubles nobody with it', async () => {
    const event = fn.world.change(CHECKOUT_DOWN, 'ALARM');
    fn.world.fail('checkers');
    const outcome = await fn.invoke(event);
    expect(problemsOf(outcome)).toEqual([]);
    expect(outcome.warnings.map(({ message }) => message)).toEqual(['checkers: checkers is broken']);
    expect(fn.world.messages[0]?.body).not.toContain('Checkers');
  });

  test('tells the outage although status.json could not be written, and writes it at the next tick', async () => {
    const event = fn.world.change(STORE_DOWN, 'ALARM');
    fn.world.fail('write');
    expect(problemsOf(await fn.invoke(event))).toEqual(['status.json: write is broken']);
    expect(fn.world.subjects).toEqual([OPENED]);
    await fn.invoke();
    expect(fn.world.mode).toBe('emergency');
  });

  test('sends the message at the retry when the topic refused it, and writes status.json meanwhile', async () => {
    const event = fn.world.change(STORE_DOWN, 'ALARM');
    fn.world.fail('publish');
    const outcome = await fn.invoke(event);
    expect(problemsOf(outcome)).toEqual(['messages: publish is broken']);
    expect(fn.world.mode).toBe('emergency');
    expect((await fn.invoke(event)).problems).toEqual([]);
    expect(fn.world.subjects).toEqual([OPENED]);
  });

  test('sends everything in order when the topic is back, with one reminder at most', async () => {
    fn.world.fail('publish', Number.POSITIVE_INFINITY);
    await fn.invoke(fn.world.change(STORE_DOWN, 'ALARM'));
    for (let tick = 0; tick < 12; tick += 1) {
      fn.world.wait(5);
      await fn.invoke();
    }
    expect(fn.world.subjects).toEqual([]);
    fn.world.fail('publish', 0);
    await fn.invoke(fn.world.change(STORE_DOWN, 'OK'));
    expect(fn.world.subjects).toEqual([OPENED, RECOVERED]);
  });

  test('sends the others when the topic refuses one message forever', async () => {
    const { announcer } = fn.ports;
    const publish = async (message: Message) => {
      if (message.subject.includes('INVESTIGATING')) {
        throw new Error('InvalidParameter');
      }
      return announcer.publish(message);
    };
    const wake = (event?: unknown) => fn.invoke(event, { announcer: { publish } });
    await wake(fn.world.change(STORE_DOWN, 'ALARM'));
    await wake();
    fn.world.wait(1);
    await wake(fn.world.change(STORE_DOWN, 'OK'));
    await wake();
    await wake();
    expect(fn.world.subjects).toEqual([]);
    const outcome = await wake();
    expect(problemsOf(outcome)).toEqual(['messages: InvalidParameter']);
    expect(fn.world.subjects).toEqual([RECOVERED]);
    expect(outcome.disorder).toEqual({ dropped: 0, reordered: 1 });
  });

  test('counts and names the message that no longer fits into the outbox', async () => {
    fn.world.fail('publish', Number.POSITIVE_INFINITY);
    const waiting = Array.from({ length: 20 }, (_, index) => ({
      id: `INC-20250228-01#${index + 1}`,
      reminder: false,
      leasedUntilMs: 0,
      message: { subject: 's', body: 'b', sms: 'm' },
    }));
    await updateState(fn.ports.store, (state) => ({ ...state, outbox: waiting }));
    const outcome = await fn.invoke(fn.world.change(STORE_DOWN, 'ALARM'));
    expect(outcome.disorder.dropped).toBe(1);
    expect(problemsOf(outcome)).toContain(
      'outbox: had no more room, so that nobody gets INC-20250228-01#1; see why SNS takes no messages',
    );
  });

  test('repeats one message when it crashes between sending and noting it, and only that one', async () => {
    fn.world.fail('published');
    await fn.invoke(fn.world.change(STORE_DOWN, 'ALARM'));
    await fn.invoke();
    await fn.invoke();
    expect(fn.world.subjects).toEqual([OPENED, OPENED]);
    expect(fn.world.messages[0]).toEqual(fn.world.messages[1]);
  });

  describe('whose topic takes messages and does not answer', () => {
    const silent: Announcer = {
      publish: async (message) => {
        await fn.ports.announcer.publish(message);
        throw new PerhapsSent('no answer');
      },
    };
    const minutes = async (count: number) => {
      for (let minute = 0; minute < count; minute += 1) {
        fn.world.wait(1);
        await fn.invoke(undefined, { announcer: silent });
      }
    };

    test('sends one copy after a minute, marked, and no further one for a quarter of an hour', async () => {
      const outcome = await fn.invoke(fn.world.change(STORE_DOWN, 'ALARM'), { announcer: silent });
      expect([problemsOf(outcome), outcome.inHand]).toEqual([['messages: no answer'], false]);
      await fn.invoke(undefined, { announcer: silent });
      expect(fn.world.subjects).toEqual([OPENED]);
      await minutes(14);
      expect(fn.world.subjects).toEqual([OPENED, OPENED]);
      const [first, copy] = fn.world.messages;
      expect(copy?.body).toBe(
        `${first?.body}\n\nThis may be a copy: SNS did not confirm that it took the message the first time.`,
      );
    });

    test('rings phones with what is so by now, and sends no copy that contradicts it', async () => {
      await fn.invoke(fn.world.change(STORE_DOWN, 'ALARM'), { announcer: silent });
      fn.world.wait(0.5);
      await fn.invoke(fn.world.change(STORE_DOWN, 'OK'));
      fn.world.wait(2);
      await fn.invoke();
      expect(fn.world.subjects).toEqual([OPENED, RECOVERED]);
      expect(fn.world.messages[1]?.quiet).toBeUndefined();
    });

    test('is no source to rely on until a message is known to be sent', async () => {
      await fn.invoke(fn.world.change(STORE_DOWN, 'ALARM'), { announcer: silent });
      expect((await fn.invoke()).inHand).toBe(false);
      fn.world.wait(1);
      await fn.invoke();
      expect((await fn.invoke()).inHand).toBe(true);
    });
  });
});
