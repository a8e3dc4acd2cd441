import { aResponse } from '../../../parity/helpers/exchanges';
import { aBehavior, anEdgeLocation } from '../../helpers/a-distribution';
import { page, REFUSED } from '../../helpers/store-does';

const source =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html#request-custom-traffic-spikes';

const SLOW_MS = 8_000;
const slow = (but: Parameters<typeof aResponse>[0]) => aResponse({ firstByteMs: SLOW_MS, ...but });
const KEPT = { 'cache-control': 'max-age=60' };

describe(`simultaneous requests for the same object (${source})`, () => {
  test.each([
    [11, 11],
    [10, 10],
    [9, 10],
    [0, 10],
    [-1, 10],
  ])('who asks %d ms before the first viewer has it waits %d ms', async (beforeMs, waitMs) => {
    const { internet, ask } = anEdgeLocation();
    internet.answer = () => slow({ headers: KEPT });
    const { elapsedMs } = await ask('/cup', 0);
    expect((await ask('/cup', elapsedMs - beforeMs)).elapsedMs).toBe(waitMs);
    expect(internet.received).toHaveLength(1);
  });

  test('who asks while an error is under way gets its page with the first viewer', async () => {
    const { internet, ask } = anEdgeLocation();
    internet.answer = ({ address }) =>
      address.includes('origin') ? slow({ status: 503 }) : page('emergency page');
    const first = await ask('/cup', 0);
    const second = await ask('/cup', 5_000);
    expect(second).toMatchObject({ status: 503, servedFrom: 'error page' });
    expect(5_000 + second.elapsedMs).toBe(first.elapsedMs);
  });

  test('who asks while a stale object is about to go before an error waits for it', async () => {
    const { internet, ask } = anEdgeLocation();
    internet.answer = () => page('old', 'max-age=60');
    await ask('/cup', 0);
    internet.answer = () => slow({ status: 503 });
    const { elapsedMs } = await ask('/cup', 100_000);
    expect(await ask('/cup', 105_000)).toMatchObject({
      servedFrom: 'stale cache',
      elapsedMs: elapsedMs - 5_000,
    });
  });

  test('who gets an error first does not wait for the page of another that comes later', async () => {
    const { internet, ask } = anEdgeLocation();
    internet.answer = ({ path, address }) =>
      address.includes('origin')
        ? aResponse({ status: 503, firstByteMs: path === '/slow' ? SLOW_MS : 20 })
        : page('emergency page');
    const slowest = await ask('/slow', 0);
    const { elapsedMs } = await ask('/quick', 0);
    expect(elapsedMs).toBeLessThanOrEqual(20 + slowest.elapsedMs - SLOW_MS);
  });

  test('who asks again during an error that is remembered does not wait', async () => {
    const { internet, ask } = anEdgeLocation();
    internet.answer = ({ address }) =>
      address.includes('origin') ? slow({ status: 503 }) : page('emergency page');
    const { elapsedMs } = await ask('/cup', 0);
    expect(await ask('/cup', elapsedMs + 1_000)).toMatchObject({ servedFrom: 'error page', elapsedMs: 10 });
  });

  test('who asks while an object is revalidated gets the old one at once', async () => {
    const { internet, ask } = anEdgeLocation();
    internet.answer = () => page('old', 'max-age=60, stale-while-revalidate=30');
    await ask('/cup', 0);
    internet.answer = () => slow({ headers: { 'cache-control': 'max-age=60' } });
    await ask('/cup', 70_000);
    expect(await ask('/cup', 75_000)).toMatchObject({ servedFrom: 'stale cache', elapsedMs: 10 });
    expect(await ask('/cup', 80_000)).toMatchObject({ servedFrom: 'cache', elapsedMs: 10 });
    expect(internet.received).toHaveLength(2);
  });
});

describe(`simultaneous requests where cookies are forwarded (${source})`, () => {
  const cookies = { ...aBehavior().originRequestPolicy, cookies: { kind: 'all' } } as const;
  const shop = () => anEdgeLocation({ defaultBehavior: aBehavior({ originRequestPolicy: cookies }) });

  test('each reach the origin, and nobody gets an answer before it is there', async () => {
    const { internet, ask } = shop();
    internet.answer = () => slow({ headers: KEPT });
    const first = await ask('/cup', 0);
    expect((await ask('/cup', 4_000)).elapsedMs).toBe(first.elapsedMs);
    expect(internet.received).toHaveLength(2);
    expect((await ask('/cup', 20_000)).servedFrom).toBe('cache');
  });

  test('get what was kept before while a new object is under way', async () => {
    const { internet, ask } = shop();
    internet.answer = () => page('old', 'max-age=60');
    await ask('/cup', 0);
    internet.answer = () => slow({ headers: KEPT });
    await ask('/cup', 70_000);
    internet.answer = () => REFUSED;
    expect(await ask('/cup', 71_000)).toMatchObject({ servedFrom: 'stale cache' });
  });

  test('each meet an error that is under way by themselves', async () => {
    const { internet, ask } = shop();
    internet.answer = ({ address }) =>
      address.includes('origin') ? slow({ status: 503 }) : page('emergency page');
    const first = await ask('/cup', 0);
    expect((await ask('/cup', 5_000)).elapsedMs).toBeGreaterThanOrEqual(SLOW_MS);
    expect(await ask('/cup', 5_001 + first.elapsedMs)).toMatchObject({ servedFrom: 'error page' });
  });
});
