import { SETTINGS } from './helpers/settings';
import { EDGE_ERRORS, STORE_DOWN } from './helpers/symptoms';
import { WokenFunction } from './helpers/woken-function';

const revenuePerMinute = { amount: 120, currency: 'PLN' };
const fn = new WokenFunction({ ...SETTINGS, STORE: { ...SETTINGS.STORE, standby: true, revenuePerMinute } });
const status = () => JSON.parse(fn.world.file('status.json'));
const ON_STANDBY = '[SEV2] INVESTIGATING origin down, standby serves #01';

describe('a store that is down while its standby serves', () => {
  test('is closed to nobody, in messages, on the page and in the feed', async () => {
    await fn.invoke(fn.world.change(STORE_DOWN, 'ALARM'));
    expect(fn.world.subjects).toEqual([ON_STANDBY]);
    expect(fn.world.messages[0]?.body.replace(/\s+/g, ' ')).toContain('Shoppers can use the store.');
    expect(status()).toMatchObject({
      status: { indicator: 'minor', description: 'Store open, running on a backup' },
      x_mode: 'normal',
      x_messages: { en: 'Our store is open.', pl: 'Nasz sklep jest otwarty.' },
    });
    const summary = JSON.parse(fn.world.file('summary.json'));
    expect(summary.components[0].status).toBe('operational');
    expect(summary.incidents[0].impact).toBe('minor');
    for (const file of fn.world.files) {
      expect(file.body).not.toMatch(/closed|unavailable|zamkni/i);
    }
  });

  test('counts what failed until it served, and no more', async () => {
    fn.world.measure('5xxErrorRate', 0, 40, 10, 0);
    fn.world.measure('Requests', 50, 50, 50, 50);
    await fn.invoke(fn.world.change(STORE_DOWN, 'ALARM'));
    fn.world.wait(11);
    await fn.invoke(fn.world.change(STORE_DOWN, 'OK'));
    expect(fn.world.messages.at(-1)?.body.replace(/\s+/g, ' ')).toContain(
      'about 25 requests failed at CloudFront; up to 2 min x 120 = 240 PLN of sales (estimates)',
    );
  });

  test.each([
    // The minutes before Route 53 switched are over.
    ['served', [90, 90, 39], [ON_STANDBY]],
    ['fails, too', [90, 90, 40], ['[SEV1] INVESTIGATING 5xx for most shoppers (40 %) #01']],
  ] as const)('is an outage only if the newest minute says so: the standby %s', async (_, percents, told) => {
    fn.world.measure('5xxErrorRate', ...percents);
    fn.world.measure('Requests', 50, 50, 50);
    fn.world.change(EDGE_ERRORS, 'ALARM');
    await fn.invoke(fn.world.change(STORE_DOWN, 'ALARM'));
    expect(fn.world.subjects).toEqual(told);
  });
});
