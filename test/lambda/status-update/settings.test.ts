import { readSettings } from '../../../lambda/status-update/settings';
import { SETTINGS } from './helpers/settings';
import { STORE_DOWN } from './helpers/symptoms';

const ENVIRONMENT = {
  ...SETTINGS,
  SYMPTOMS: JSON.stringify(SETTINGS.SYMPTOMS),
  STORE: JSON.stringify(SETTINGS.STORE),
  THRESHOLD: String(SETTINGS.THRESHOLD),
};

describe('environment', () => {
  test('is read with its JSON', () => {
    expect(readSettings({ ...ENVIRONMENT, OTHER: 'ignored' })).toEqual(SETTINGS);
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
    expect(() => readSettings({ ...ENVIRONMENT, [name]: value })).toThrow(name);
  });
});
