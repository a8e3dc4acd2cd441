import type { Symptom } from '../../../lambda/status-update/contract/symptom';
import type { SettingsCopy, SettingsSource } from '../../../lambda/status-update/find-settings';
import { handleEvent } from '../../../lambda/status-update/handle-event';
import { StepErrors } from '../../../lambda/status-update/problems';
import type { Settings } from '../../../lambda/status-update/settings';
import { SettingsOnce } from '../../../lambda/status-update/settings-once';
import { FakeWorld } from './helpers/fake-world';
import { memoryStore } from './helpers/memory-store';
import { SETTINGS } from './helpers/settings';
import { CHECKOUT_DOWN, EDGE_ERRORS, SEARCH_DOWN, SLOW, STORE_DOWN } from './helpers/symptoms';

const { dashboardUrl: _follows, ...STORE } = SETTINGS.STORE;
const CONTACTS = [{ role: 'payments', reach: '+48 123 456 789' }];
const ESSENTIALS: Settings = { ...SETTINGS, SYMPTOMS: [STORE_DOWN, EDGE_ERRORS, SLOW] };
const OWN_VERSION = `${SETTINGS.SETTINGS_KEY} ${SETTINGS.SETTINGS_IDS}`;
const textOf = (symptoms: readonly Symptom[]) =>
  JSON.stringify({ symptoms, store: { ...STORE, contacts: CONTACTS } });
const TEXT = textOf(SETTINGS.SYMPTOMS);

/** A function with its settings somewhere, and what it was reported that it lacks. */
function aFunction(text: string | undefined, copy?: SettingsCopy) {
  const kept = { text, copy, reads: 0 };
  const source: SettingsSource = {
    deployed: async () => {
      kept.reads += 1;
      if (kept.text === undefined) {
        throw new Error('s3: no answer within 1000 ms');
      }
      return kept.text;
    },
    remembered: async () => kept.copy,
    remember: async (newest) => {
      kept.copy = newest;
    },
  };
  const world = new FakeWorld();
  const ports = world.ports(memoryStore());
  const once = new SettingsOnce(ESSENTIALS, { source, state: ports.store });
  const wake = async (event: unknown) => {
    const problems = new StepErrors();
    const settings = await once.find(event, problems);
    await handleEvent(event, ports, settings);
    return { settings, problems };
  };
  return { kept, source, world, wake };
}

const notice = (body = '') => /^Settings .*(?:\n {9}.*)*/m.exec(body)?.[0].replace(/\s+/g, ' ');
const TICK = { source: 'aws.events' };

describe('settings of a deployment', () => {
  test('are read once, and a copy is kept', async () => {
    const { kept, wake } = aFunction(TEXT);
    const [first, second] = [await wake(TICK), await wake(TICK)];
    expect(kept).toEqual({ text: TEXT, copy: { version: OWN_VERSION, text: TEXT }, reads: 1 });
    expect(first.settings).toEqual({ ...SETTINGS, STORE: { ...SETTINGS.STORE, contacts: CONTACTS } });
    expect(second.settings).toBe(first.settings);
  });

  test('serve although no copy can be kept', async () => {
    const { source, wake } = aFunction(TEXT);
    source.remember = () => Promise.reject(new Error('dynamodb hangs'));
    const { settings, problems } = await wake(TICK);
    expect(settings.STORE.contacts).toEqual(CONTACTS);
    expect([problems.all, problems.warnings.map(({ message }) => message)]).toEqual([
      [],
      ['copy of the settings: dynamodb hangs'],
    ]);
  });
});

describe('while S3 does not give the settings', () => {
  test('nothing is missing where the copy is of the same deployment, and nobody looks again', async () => {
    const { kept, world, wake } = aFunction(undefined, { version: OWN_VERSION, text: TEXT });
    await wake(world.change(CHECKOUT_DOWN, 'ALARM'));
    const { problems } = await wake(TICK);
    expect(world.messages[0]?.subject).toContain('checkout down');
    expect(world.messages[0]?.body).toContain('payments +48 123 456 789');
    expect(notice(world.messages[0]?.body)).toBeUndefined();
    expect([kept.reads, problems.all]).toEqual([1, []]);
  });

  test('those of an earlier deployment serve, messages say so, and S3 is asked again', async () => {
    const before = { version: 'settings/0.json abcd1234', text: textOf([STORE_DOWN]) };
    const { kept, world, wake } = aFunction(undefined, before);
    const { problems } = await wake(world.change(CHECKOUT_DOWN, 'ALARM'));
    expect(problems.all.map(({ message }) => message)).toEqual([
      "settings: settings/1234.json of the records bucket can't be read, so those of an earlier deployment serve",
    ]);
    expect(world.messages[0]?.subject).toContain('checkout down');
    expect(notice(world.messages[0]?.body)).toBe(
      "Settings of an earlier deployment, as the present ones can't be read",
    );
    kept.text = TEXT;
    expect((await wake(TICK)).settings.SYMPTOMS).toEqual(SETTINGS.SYMPTOMS);
  });

  test.each([
    ['S3 is down and there is no copy', undefined, undefined],
    ['the object and its copy are none of ours', '<html>', { version: OWN_VERSION, text: '{}' }],
  ])('the announcer speaks, and says what is missing: %s', async (_when, text, copy) => {
    const { world, wake } = aFunction(text, copy);
    const { problems } = await wake(world.change(STORE_DOWN, 'ALARM'));
    expect(world.messages[0]?.subject).toContain('[SEV1]');
    expect(notice(world.messages[0]?.body)).toBe(
      "Settings can't be read; missing here: which endpoints are critical or rated, what their checkers see, contacts, what it costs",
    );
    expect(problems.all.map(({ message }) => message)).toEqual([
      "settings: settings/1234.json of the records bucket can't be read, so those of the environment serve",
    ]);
  });

  test('an endpoint that only an event names is announced, and counts as down until it is well', async () => {
    const { kept, world, wake } = aFunction(undefined);
    await wake(world.change(SEARCH_DOWN, 'ALARM'));
    expect(world.messages[0]?.subject).toContain('search down');
    world.nowMs += 60_000;
    expect((await wake(TICK)).settings.SYMPTOMS.map(({ label }) => label)).toContain('search');
    expect(world.messages).toHaveLength(1);
    kept.text = TEXT;
    world.nowMs += 60_000;
    await wake(world.change(SEARCH_DOWN, 'OK'));
    expect(world.messages.at(-1)?.subject).toMatch(/MONITORING|recovered/);
  });

  test('an alarm that is not named like one of an endpoint of this store is not taken for one', async () => {
    const { world, wake } = aFunction(undefined);
    await wake(world.change({ ...SLOW, alarmName: 'shop.example.com-page-broken' }, 'ALARM'));
    await wake(world.change({ ...SLOW, alarmName: 'other.example.com-home-down' }, 'ALARM'));
    expect(world.messages).toEqual([]);
  });
});
