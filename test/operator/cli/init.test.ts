import { QUESTIONS } from '../../../lib/operator/init/questions';
import { DeployedStore } from './helpers/deployed-store';

let store: DeployedStore;
beforeEach(async () => {
  store = await DeployedStore.start();
});
afterEach(() => store.close());

describe('understudy init', () => {
  test('names each option once in its help', async () => {
    expect(await store.run('init', '--help')).toBe(0);
    for (const { option } of QUESTIONS) {
      expect(store.output.split(`  ${option} `)).toHaveLength(2);
    }
    expect(store.output).toContain('at most $5 a month');
  });

  test('needs no AWS account, and says all that is missing where it may not ask', async () => {
    store.signedIn = false;
    expect(await store.run('init', '--yes')).toBe(2);
    expect(store.output).toContain('--domain: is missing, such as shop.example.com');
    expect(store.output).toContain('--runbook: is missing');
  });

  test('knows an option that somebody meant', async () => {
    expect(await store.run('init', '--domian', 'shop.example.com')).toBe(2);
    expect(store.output).toContain('did you mean --domain?');
  });
});
