import { handleCommand } from '../../../lambda/status-update/command/handle-command';
import type { Message } from '../../../lambda/status-update/contract/message';
import { NOTICES } from '../../../lambda/status-update/find-settings';
import { SETTINGS } from './helpers/settings';
import { STORE_DOWN } from './helpers/symptoms';
import { WokenFunction } from './helpers/woken-function';

const LATER = { startMs: Date.parse('2025-03-01T14:00:00Z'), endMs: Date.parse('2025-03-01T15:00:00Z') };

/** One command of each kind that on-call hears of, and the incident that some of them need. */
const COMMANDS = [
  { kind: 'drill', untilMs: Date.parse('2025-03-01T11:00:00Z') },
  { kind: 'hold-failover', side: 'primary', forMinutes: 30 },
  { kind: 'release-failover' },
  { kind: 'ack' },
  { kind: 'say', texts: { en: 'We are at it.' } },
  { kind: 'open-maintenance', ...LATER, texts: { en: 'We move.' } },
  { kind: 'close-maintenance' },
];

/** Every message of a long day, the first contact's, the second one's and the daily sign of life. */
async function everyMessage(fn: WokenFunction, settings: typeof SETTINGS): Promise<readonly Message[]> {
  await fn.invoke();
  await fn.invoke(fn.world.change(STORE_DOWN, 'ALARM'));
  for (const [at, command] of COMMANDS.entries()) {
    const event = { source: 'understudy.cli', preview: false, command: { ...command, id: `c-${at}` } };
    expect(await handleCommand(event, fn.ports, settings)).toMatchObject({ kind: 'done', problems: [] });
  }
  await fn.invoke(fn.world.change(STORE_DOWN, 'OK'));
  fn.world.wait(6);
  await fn.invoke();
  return [...fn.world.messages, ...fn.world.secondMessages, ...fn.world.heartbeats];
}

/** The first word of each subject. */
const kindsOf = (messages: readonly Message[]) =>
  new Set(messages.map(({ subject }) => subject.split(' ')[0]));
const saysSo = ({ body }: Message) => /^Settings /m.test(body);

describe('messages', () => {
  const reduced = { ...SETTINGS, NOTICE: NOTICES.earlier };
  const withReduced = new WokenFunction(reduced);
  const withAll = new WokenFunction();

  test('say, each of them, that their settings are those of an earlier deployment', async () => {
    const messages = await everyMessage(withReduced, reduced);
    expect([...kindsOf(messages)].toSorted()).toEqual([
      '[DRILL]',
      '[HELD]',
      '[MAINTENANCE]',
      '[OK]',
      '[SEV1]',
    ]);
    expect(messages.filter((message) => !saysSo(message)).map(({ subject }) => subject)).toEqual([]);
  });

  test('say nothing of settings that are as deployed', async () => {
    const messages = await everyMessage(withAll, SETTINGS);
    expect(messages.filter(saysSo)).toEqual([]);
  });
});
