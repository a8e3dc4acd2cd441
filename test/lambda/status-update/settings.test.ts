import { readEnvironment, withDeployed } from '../../../lambda/status-update/settings';
import { SETTINGS } from './helpers/settings';
import { CHECKOUT_DOWN, STORE_DOWN } from './helpers/symptoms';

const ENVIRONMENT = {
  ...SETTINGS,
  SYMPTOMS: JSON.stringify(SETTINGS.SYMPTOMS),
  STORE: JSON.stringify(SETTINGS.STORE),
  THRESHOLD: String(SETTINGS.THRESHOLD),
};

describe('environment', () => {
  test('is read with its JSON', () => {
    expect(readEnvironment({ ...ENVIRONMENT, OTHER: 'ignored' })).toEqual(SETTINGS);
  });

  test.each([
    ['TABLE_NAME', undefined],
    ['SYMPTOMS', '[]'],
    ['SYMPTOMS', '[{"alarmName":"a","kind":"bored"}]'],
    ['SYMPTOMS', JSON.stringify(Array.from({ length: 101 }, () => STORE_DOWN))],
    ['STORE', '{"topology":"mesh"}'],
    ['THRESHOLD', '0'],
    ['THRESHOLD', '256'],
    ['THRESHOLD', 'two'],
    ['HOLD_ROLE_ARN', undefined],
  ])('fails when %s is %p', (name, value) => {
    expect(() => readEnvironment({ ...ENVIRONMENT, [name]: value })).toThrow(name);
  });
});

describe('deployed settings', () => {
  const { dashboardUrl, ...store } = SETTINGS.STORE;
  const RATED = { ...CHECKOUT_DOWN, severity: 'SEV1' };

  test('take the place of what the environment says of symptoms and store, and of nothing else', () => {
    const text = JSON.stringify({
      symptoms: [STORE_DOWN, RATED],
      store: { ...store, owner: 'somebody-else' },
    });
    expect(withDeployed(SETTINGS, text)).toEqual({
      ...SETTINGS,
      SYMPTOMS: [STORE_DOWN, RATED],
      STORE: { ...store, owner: 'somebody-else', dashboardUrl },
    });
  });

  test.each([
    ['no JSON', '<Error/>', 'JSON'],
    ['without symptoms', JSON.stringify({ symptoms: [], store }), 'symptoms'],
    ['without a store', JSON.stringify({ symptoms: [STORE_DOWN] }), 'store'],
  ])('fail when they are %s', (_what, text, because) => {
    expect(() => withDeployed(SETTINGS, text)).toThrow(because);
  });
});
