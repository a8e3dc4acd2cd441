import { readEnvironment, withDeployed } from '../../../lambda/status-update/settings';
import { SETTINGS } from './helpers/settings';
import { CHECKOUT_DOWN, EDGE_ERRORS, SLOW, STORE_DOWN } from './helpers/symptoms';

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

  test('of a deployment that did not say what an alarm watches are read as they were meant', () => {
    const symptoms = [STORE_DOWN, { ...CHECKOUT_DOWN, kind: 'store-down' }, CHECKOUT_DOWN, EDGE_ERRORS, SLOW];
    const text = JSON.stringify({ symptoms: symptoms.map(({ watches, ...older }) => older), store });
    expect(withDeployed(SETTINGS, text).SYMPTOMS).toEqual(symptoms);
  });

  test('tell an endpoint that is called as the edge or the origin is from these', () => {
    const symptoms = ['edge', 'origin'].map((label) => ({ ...CHECKOUT_DOWN, label }));
    const text = JSON.stringify({ symptoms, store });
    expect(withDeployed(SETTINGS, text).SYMPTOMS).toEqual(symptoms);
  });

  test('fail when an alarm watches something that no message has words for', () => {
    const symptoms = [{ ...STORE_DOWN, watches: 'weather' }];
    expect(() => withDeployed(SETTINGS, JSON.stringify({ symptoms, store }))).toThrow('watches');
  });

  test.each([
    ['no JSON', '<Error/>', 'JSON'],
    ['without symptoms', JSON.stringify({ symptoms: [], store }), 'symptoms'],
    ['without a store', JSON.stringify({ symptoms: [STORE_DOWN] }), 'store'],
  ])('fail when they are %s', (_what, text, because) => {
    expect(() => withDeployed(SETTINGS, text)).toThrow(because);
  });
});
