import { handleCommand } from '../../../lambda/status-update/command/handle-command';
import type { Message } from '../../../lambda/status-update/contract/message';
import { SETTINGS } from './helpers/settings';
import { STORE_DOWN } from './helpers/symptoms';
import { WokenFunction } from './helpers/woken-function';

const settings = { ...SETTINGS, STORE: { ...SETTINGS.STORE, escalationMinutes: 10 } };
const fn = new WokenFunction(settings);

const goDown = () => fn.invoke(fn.world.change(STORE_DOWN, 'ALARM'));
async function later(minutes: number) {
  fn.world.wait(minutes);
  await fn.invoke();
}
const unmarked = ({ quiet: _, ...message }: Message) => message;
const statesOf = (messages: readonly Message[]) => messages.map(({ subject }) => subject.split(' shop')[0]);
const secondSubjects = () => statesOf(fn.world.secondMessages);
const callsTo = (messages: readonly Message[]) => statesOf(messages.filter(({ quiet }) => quiet !== true));

describe('the second contact', () => {
  test('hears nothing before its time, then all that on-call hears, to the end', async () => {
    await goDown();
    await later(9);
    expect(fn.world.secondMessages).toEqual([]);
    await later(1);
    await later(5);
    await fn.invoke(fn.world.change(STORE_DOWN, 'OK'));
    await later(5);
    expect(secondSubjects()).toEqual([
      '[SEV1] UNACKNOWLEDGED',
      '[SEV1] STILL DOWN',
      '[SEV1] MONITORING',
      '[SEV1] RESOLVED',
    ]);
    expect(fn.world.secondMessages.map(unmarked)).toEqual(fn.world.messages.slice(1).map(unmarked));
  });

  test('is who is called: phones of on-call, which rang when it began, are left alone until it is over', async () => {
    await goDown();
    await later(10);
    await handleCommand(
      { source: 'understudy.cli', preview: false, command: { kind: 'ack', id: 'a' } },
      fn.ports,
      settings,
    );
    await fn.invoke(fn.world.change(STORE_DOWN, 'OK'));
    await later(5);
    expect(callsTo(fn.world.messages)).toEqual(['[SEV1] INVESTIGATING', '[SEV1] RESOLVED']);
    expect(callsTo(fn.world.secondMessages)).toEqual([
      '[SEV1] UNACKNOWLEDGED',
      '[SEV1] ACKNOWLEDGED',
      '[SEV1] RESOLVED',
    ]);
  });

  test('is told once that somebody has it, also by a topic that failed at first', async () => {
    await goDown();
    await later(10);
    fn.world.fail('publish', 1);
    const event = { source: 'understudy.cli', preview: false, command: { kind: 'ack', id: 'a' } };
    await handleCommand(event, fn.ports, settings);
    expect(secondSubjects()).toEqual(['[SEV1] UNACKNOWLEDGED']);
    await later(1);
    await later(1);
    expect(secondSubjects()).toEqual(['[SEV1] UNACKNOWLEDGED', '[SEV1] ACKNOWLEDGED']);
    expect(fn.world.messages).toHaveLength(3);
  });

  test('is told once, and on-call is not told again, when its own topic fails', async () => {
    await goDown();
    fn.world.wait(10);
    const publish = jest.fn().mockRejectedValue(new Error('is broken'));
    const { problems } = await fn.invoke(undefined, { secondContact: { publish } });
    expect(problems).toHaveLength(1);
    await later(1);
    expect(secondSubjects()).toEqual(['[SEV1] UNACKNOWLEDGED']);
    expect(fn.world.messages).toHaveLength(2);
  });
});
