import { SETTINGS } from './helpers/settings';
import { CHECKOUT_DOWN, SEARCH_DOWN, STORE_DOWN, SYMPTOMS } from './helpers/symptoms';
import { WokenFunction } from './helpers/woken-function';

const RATINGS = { checkout: 'SEV1', search: 'SEV3' } as const;
const SYMPTOMS_RATED = SYMPTOMS.map((symptom) => ({
  ...symptom,
  severity: RATINGS[symptom.label as keyof typeof RATINGS],
}));
const fn = new WokenFunction({ ...SETTINGS, SYMPTOMS: SYMPTOMS_RATED });
const withStandby = new WokenFunction({
  ...SETTINGS,
  SYMPTOMS: SYMPTOMS_RATED,
  STORE: { ...SETTINGS.STORE, standby: true },
});
const status = () => JSON.parse(fn.world.file('status.json'));

describe('a checkout that is rated SEV1', () => {
  test('opens SEV1 when it fails, and closes nothing', async () => {
    await fn.invoke(fn.world.change(CHECKOUT_DOWN, 'ALARM'));
    expect(fn.world.subjects).toEqual(['[SEV1] INVESTIGATING checkout down #01']);
    expect(fn.world.messages[0]?.body).toMatch(/^Severity SEV1 \|/m);
    expect(JSON.parse(fn.world.messages[0]?.data ?? '')).toMatchObject({ severity: 'SEV1' });
    expect(status().x_mode).toBe('degraded');
    // What shoppers read goes by what they can do.
    expect(status().status.indicator).toBe('major');
  });

  test('raises an incident of a milder endpoint at once, and phones ring', async () => {
    await fn.invoke(fn.world.change(SEARCH_DOWN, 'ALARM'));
    fn.world.wait(1);
    await fn.invoke(fn.world.change(CHECKOUT_DOWN, 'ALARM'));
    expect(fn.world.subjects).toEqual([
      '[SEV3] INVESTIGATING search down #01',
      '[SEV1] UPDATE checkout, search down #01',
    ]);
    expect(fn.world.messages.map(({ quiet }) => quiet)).toEqual([undefined, undefined]);
  });

  test('counts for nothing while a standby serves', async () => {
    withStandby.world.change(CHECKOUT_DOWN, 'ALARM');
    await withStandby.invoke(withStandby.world.change(STORE_DOWN, 'ALARM'));
    expect(withStandby.world.subjects).toEqual(['[SEV2] INVESTIGATING origin down, standby serves #01']);
  });

  test('counts while the standby is not needed', async () => {
    await withStandby.invoke(withStandby.world.change(CHECKOUT_DOWN, 'ALARM'));
    expect(withStandby.world.subjects).toEqual(['[SEV1] INVESTIGATING checkout down #01']);
  });
});
