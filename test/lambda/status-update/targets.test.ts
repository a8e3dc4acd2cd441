import { handleCommand } from '../../../lambda/status-update/command/handle-command';
import { describeStatus, statusForPrograms } from '../../../lib/operator/cli/describe-status';
import { SETTINGS } from './helpers/settings';
import { CHECKOUT_DOWN, STORE_DOWN } from './helpers/symptoms';
import { WokenFunction } from './helpers/woken-function';

const targets = { SEV1: { respond: 15, mend: 60 }, SEV2: { mend: 120 } };
const settings = {
  ...SETTINGS,
  STORE: { ...SETTINGS.STORE, timeZone: undefined, escalationMinutes: 30, targets },
};
const fn = new WokenFunction(settings);

const goDown = (symptom = STORE_DOWN) => fn.invoke(fn.world.change(symptom, 'ALARM'));

/** Minutes go by, one run in each. */
async function goOn(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    fn.world.wait(1);
    await fn.invoke();
  }
}

const order = (command: object, preview = false) =>
  handleCommand({ source: 'understudy.cli', preview, command }, fn.ports, settings);
const acknowledge = () => order({ kind: 'ack', id: 'a' });
const overdue = () => fn.world.messages.filter(({ subject }) => subject.includes('OVERDUE'));
const secondSubjects = () => fn.world.secondMessages.map(({ subject }) => subject.split(' shop')[0]);

describe('a target to respond', () => {
  test('is told of once when it has passed, and not before', async () => {
    await goDown();
    // The promised update of minute 15 goes first.
    await goOn(15);
    expect(overdue()).toEqual([]);
    await goOn(1);
    await goOn(10);
    expect(overdue()).toHaveLength(1);
    const [message] = overdue();
    expect(message?.body).toContain('WHAT     Nobody has responded within 15 min, the target for SEV1.');
    expect(message?.body).toContain('YOU      oncall-shop: "npx understudy ack", then');
    expect(message?.body).toContain('respond by 10:15 UTC (15 min): passed');
    expect(message?.sms).toContain('Nobody has responded within 15 min: npx understudy ack');
  });

  test("rings the second contact's phones, and not those that rang when it began", async () => {
    await goDown();
    await goOn(16);
    expect(overdue()[0]?.quiet).toBe(true);
    expect(fn.world.secondMessages[0]?.quiet).toBeUndefined();
  });

  test('calls the second contact, whom nobody then has to call again', async () => {
    await goDown();
    await goOn(34);
    expect(secondSubjects()).toEqual(['[SEV1] OVERDUE', '[SEV1] STILL DOWN']);
  });

  test('does not pass once somebody has acknowledged', async () => {
    await goDown();
    await goOn(14);
    await acknowledge();
    await goOn(20);
    expect(overdue()).toEqual([]);
    expect(fn.world.messages.at(-1)?.body).toContain('Targets  mend by 11:00 UTC (1 h 0 min)');
  });
});

describe('a target to mend', () => {
  test('is told of once when it has passed, although somebody is at it', async () => {
    await goDown();
    await acknowledge();
    await goOn(60);
    expect(overdue()).toEqual([]);
    await goOn(20);
    expect(overdue().map(({ subject }) => subject)).toEqual([
      '[SEV1] OVERDUE shop.example.com: store down (no. 7, 11:01) #INC-20250301-01',
    ]);
    expect(overdue()[0]?.body).toContain('WHAT     Not mended within 1 h 0 min, the target for SEV1.');
    expect(overdue()[0]?.body).toContain('get more people on it.');
  });

  test.each([
    [59, []],
    [61, ['[SEV1] OVERDUE']],
  ])(
    'that is well after %d min and down again soon after is told of then, if it has passed: %j',
    async (minutes, before) => {
      await goDown();
      await acknowledge();
      await goOn(minutes);
      expect(overdue()).toHaveLength(before.length);
      await fn.invoke(fn.world.change(STORE_DOWN, 'OK'));
      await goOn(3);
      expect(overdue()).toHaveLength(before.length);
      await fn.invoke(fn.world.change(STORE_DOWN, 'ALARM'));
      await goOn(2);
      expect(overdue()).toHaveLength(1);
    },
  );

  test('is that of the severity that it has', async () => {
    await goDown(CHECKOUT_DOWN);
    await acknowledge();
    await goOn(100);
    expect(overdue()).toEqual([]);
    await goDown();
    await goOn(2);
    expect(overdue()[0]?.body).toContain('the target for SEV1');
  });
});

describe('targets', () => {
  test('are shown by a look, and in the review whether they were kept', async () => {
    await goDown();
    await goOn(16);
    await acknowledge();
    const look = await order({ kind: 'show-failover', id: 'look' }, true);
    expect(look).toMatchObject({
      overview: {
        incident: {
          targets: [
            { kind: 'respond', severity: 'SEV1', minutes: 15, passedAtMs: expect.any(Number) },
            { kind: 'mend', severity: 'SEV1', minutes: 60, passedAtMs: undefined },
          ],
        },
      },
    });
    const seen = {
      store: 'shop.example.com',
      nowMs: fn.world.nowMs,
      reply: { status: 'fulfilled', value: look },
      alarms: { status: 'fulfilled', value: [] },
    } as const;
    expect(describeStatus(seen)).toContain(
      'respond by 10:15 UTC (15 min): passed\n             mend by 11:00 UTC (1 h 0 min)\n',
    );
    expect(statusForPrograms(seen).incident?.['targets']).toMatchObject([
      { kind: 'respond', by: '2025-03-01T10:15:00.000Z', passedAt: '2025-03-01T10:16:00.000Z' },
      { kind: 'mend', by: '2025-03-01T11:00:00.000Z' },
    ]);
    await fn.invoke(fn.world.change(STORE_DOWN, 'OK'));
    await goOn(6);
    const review = fn.world.records.findLast(({ key }) => key.endsWith('.md'))?.body;
    expect(review).toContain('Target to respond (SEV1, 15 min): passed');
    expect(review).toContain('Target to mend (SEV1, 60 min): kept');
    expect(review).toContain('a target had passed');
  });

  test('begin again when the incident is back', async () => {
    await goDown();
    await acknowledge();
    await goOn(10);
    await fn.invoke(fn.world.change(STORE_DOWN, 'OK'));
    await goOn(10);
    await goDown();
    expect(fn.world.messages.at(-1)?.body).toContain('respond by 10:35 UTC (15 min)');
  });

  test('are silent during planned work', async () => {
    await goDown();
    const [startMs, endMs] = [fn.world.nowMs, fn.world.nowMs + 40 * 60_000];
    await order({ kind: 'open-maintenance', id: 'm', startMs, endMs, texts: { en: 'Work.' } });
    await goOn(39);
    expect(overdue()).toEqual([]);
  });
});
