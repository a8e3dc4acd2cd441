import type { CheckerReport } from '../../../lambda/status-update/message/checkers';
import { SETTINGS } from './helpers/settings';
import { CHECKOUT_DOWN, SEARCH_DOWN, SYMPTOMS } from './helpers/symptoms';
import { WokenFunction } from './helpers/woken-function';

const RATED = { ...CHECKOUT_DOWN, severity: 'SEV1' as const };
const settings = {
  ...SETTINGS,
  SYMPTOMS: SYMPTOMS.map((symptom) => (symptom === CHECKOUT_DOWN ? RATED : symptom)),
  STORE: { ...SETTINGS.STORE, escalationMinutes: 10, targets: { SEV2: { mend: 8 } } },
};
const fn = new WokenFunction(settings);

/** Sixteen checkers of each endpoint that is named, all of which say the same. */
const checkers = (passed: Readonly<Record<string, boolean>>) => ({
  checkers: {
    reports: async (id: string): Promise<CheckerReport[]> => {
      const passes = passed[id.replace('check-of-', '')];
      if (passes === undefined) {
        throw new Error('throttled');
      }
      return Array.from({ length: 16 }, () => ({ region: 'eu-west-1', passed: passes }));
    },
  },
});
const ALL_PASS = checkers({ checkout: true, search: true });

const states = () => fn.world.messages.map(({ subject }) => subject.split(' shop')[0]);
const goDown = () => fn.invoke(fn.world.change(SEARCH_DOWN, 'ALARM'));

describe('an alarm that lags behind checkers that pass', () => {
  test('makes nothing worse', async () => {
    await goDown();
    await fn.invoke(fn.world.change(RATED, 'ALARM'), ALL_PASS);
    expect(states()).toEqual(['[SEV2] INVESTIGATING']);
  });

  test.each([
    ['checkers fail', checkers({ checkout: false, search: true })],
    ['nobody can say whether they do', checkers({ search: true })],
  ])('makes it worse where %s', async (_what, ports) => {
    await goDown();
    await fn.invoke(fn.world.change(RATED, 'ALARM'), ports);
    expect(states()).toEqual(['[SEV2] INVESTIGATING', '[SEV1] UPDATE']);
  });

  test('makes it worse once it lasts: then the checkers are wrong, or not asked about what is', async () => {
    await goDown();
    await fn.invoke(fn.world.change(RATED, 'ALARM'), ALL_PASS);
    fn.world.wait(3);
    await fn.invoke(undefined, ALL_PASS);
    expect(states()).toEqual(['[SEV2] INVESTIGATING', '[SEV1] UPDATE']);
  });

  test.each([
    [8, 'is no target that has passed'],
    [10, 'calls no second contact'],
  ])('after %d min %s', async (minute) => {
    await goDown();
    fn.world.wait(minute);
    await fn.invoke(undefined, ALL_PASS);
    expect(states()).toEqual(['[SEV2] INVESTIGATING']);
  });
});
