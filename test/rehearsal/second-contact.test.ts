import { Channel } from '../../lib';
import { rehearse } from '../../lib/rehearsal/run/rehearse';
import { builtInScenario } from '../../lib/rehearsal/scenario/load-scenario';
import type { OnCallProps } from '../../lib/understudy-props';
import { existingSecret } from '../helpers/secrets';
import { type StoreAssembly, storeAssembly } from '../helpers/store-assembly';
import { DNS, EDGE, storeProps } from '../helpers/store-props';

const CHAT = Channel.slack({ secret: existingSecret() });

describe.each([
  ['edge', EDGE],
  ['dns', DNS],
] as const)('when nobody acknowledges, topology %s', (_name, topology) => {
  let store: StoreAssembly | undefined;
  afterEach(() => {
    store?.remove();
    store = undefined;
  });

  const play = async (changes: Partial<OnCallProps>) => {
    const { onCall } = storeProps();
    store?.remove();
    store = storeAssembly(storeProps({ topology, onCall: { ...onCall, ...changes } }));
    const { verdict } = await rehearse({
      assembly: store.directory,
      scenario: builtInScenario('nobody acknowledges'),
    });
    const measured = (start: string) => verdict.findings.find(({ what }) => what.startsWith(start))?.measured;
    return { verdict, measured, missed: verdict.findings.filter(({ passed }) => !passed) };
  };

  test('the second contact is called once, and its chat is not counted for the first one', async () => {
    const { measured, missed } = await play({
      channels: [CHAT],
      escalation: { emails: ['lead@example.com'], channels: [CHAT] },
    });
    expect(missed).toEqual([]);
    expect(measured('calls of the second contact')).toBe(1);
    const { measured: alone } = await play({ channels: [CHAT] });
    const notifications = 'notifications to one person';
    expect(measured(notifications)).toBe(alone(notifications));
  });

  test('a store without a second contact is told which prop would name one', async () => {
    const { verdict, measured, missed } = await play({});
    expect(missed).toEqual([]);
    expect(measured('calls of the second contact')).toBeUndefined();
    expect(verdict.knownGap).toContain('onCall.escalation would name a second contact');
  });
});
