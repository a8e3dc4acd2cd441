import { aResponse } from '../../../parity/helpers/exchanges';
import { anEdgeLocation } from '../../helpers/a-distribution';
import { REFUSED } from '../../helpers/store-does';

const SLOW_MS = 8_000;
const withHeader = (cacheControl: string) =>
  aResponse({ firstByteMs: SLOW_MS, headers: { 'cache-control': cacheControl } });

describe('a page that no cache may keep', () => {
  test.each([
    ['private, no-store, stale-if-error=0', 2],
    ['private, no-store', 2],
    ['max-age=0', 2],
    ['max-age=60', 1],
  ])(
    'is asked for again by who reloads while it is under way, unlike others: %s',
    async (header, requests) => {
      const { internet, ask } = anEdgeLocation();
      internet.answer = () => withHeader(header);
      await ask('/cart', 0);
      await ask('/cart', SLOW_MS / 2);
      expect(internet.received).toHaveLength(requests);
    },
  );

  test('takes the place of one that might have been shown in an outage', async () => {
    const { internet, ask } = anEdgeLocation();
    internet.answer = () => withHeader('max-age=60');
    await ask('/cart', 0);
    internet.answer = () => withHeader('private, no-store, stale-if-error=0');
    await ask('/cart', 100_000);
    internet.answer = () => REFUSED;
    expect((await ask('/cart', 120_000)).servedFrom).not.toBe('stale cache');
  });
});
