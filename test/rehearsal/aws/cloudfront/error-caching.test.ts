import { loadCloudFrontFunction } from '../../../../lib/rehearsal/aws/cloudfront/cloudfront-function';
import { aResponse } from '../../../parity/helpers/exchanges';
import { aBehavior, anEdgeLocation, STORE } from '../../helpers/a-distribution';
import { page, REFUSED, storeDoes, text } from '../../helpers/store-does';

const DISABLED = { ...aBehavior().cachePolicy, minTtl: 0, defaultTtl: 0, maxTtl: 0 };

/** How often the store is asked for two requests, a second apart. */
async function timesAsked(
  first: Parameters<typeof storeDoes>[0],
  { cachePolicy = aBehavior().cachePolicy, method = 'GET' } = {},
): Promise<number> {
  const { internet, ask, asked } = anEdgeLocation({ defaultBehavior: aBehavior({ cachePolicy }) });
  internet.answer = storeDoes(first);
  await ask('/teapot', 0, { method });
  await ask('/teapot', 1_000, { method });
  return asked().filter((address) => address === STORE.domainName).length;
}

describe('error at an edge location', () => {
  test.each([
    ['no connection', REFUSED, 1],
    ['status 500', aResponse({ status: 500 }), 1],
    [
      'status 503 in spite of no-store',
      aResponse({ status: 503, headers: { 'cache-control': 'no-store' } }),
      1,
    ],
    ['status 404', aResponse({ status: 404 }), 1],
    ['status 404 with no-store', aResponse({ status: 404, headers: { 'cache-control': 'no-store' } }), 2],
    ['status 403', aResponse({ status: 403 }), 2],
    ['status 403 with max-age', aResponse({ status: 403, headers: { 'cache-control': 'max-age=60' } }), 1],
    ['status 429', aResponse({ status: 429 }), 2],
  ])('is remembered or not: %s', async (_name, exchange, times) => {
    expect(await timesAsked(exchange)).toBe(times);
  });

  test.each([
    ['no connection', REFUSED],
    ['status 503', aResponse({ status: 503 })],
    ['status 404', aResponse({ status: 404 })],
    ['a page', page('teapot')],
  ])('is never remembered with caching disabled, nor is anything else: %s', async (_name, exchange) => {
    expect(await timesAsked(exchange, { cachePolicy: DISABLED })).toBe(2);
  });

  test('has its page from the cache of that page, though caching is disabled where it happened', async () => {
    const { internet, ask, asked } = anEdgeLocation({
      defaultBehavior: aBehavior({ cachePolicy: DISABLED }),
    });
    internet.answer = storeDoes(REFUSED);
    await ask('/teapot', 0);
    expect(text(await ask('/teapot', 1_000))).toBe('emergency page');
    expect(asked().filter((address) => address !== STORE.domainName)).toHaveLength(1);
  });

  test('of CloudFront itself stays one while it is remembered, without function and policy', async () => {
    const viewerResponse = loadCloudFrontFunction(
      "function handler({ response }) { response.headers.seen = { value: 'yes' }; return response; }",
      'Mark',
    );
    const responseHeadersPolicy = { set: [{ name: 'seen', value: 'yes', override: true }], remove: [] };
    const defaultBehavior = aBehavior({ viewerResponse, responseHeadersPolicy });
    const { internet, ask } = anEdgeLocation({ defaultBehavior, errorResponses: [] });
    internet.answer = storeDoes(REFUSED);
    for (const atMs of [0, 1_000]) {
      const answer = await ask('/teapot', atMs);
      expect(answer).toMatchObject({ status: 502, servedFrom: 'cloudfront' });
      expect(answer.headers).not.toHaveProperty('seen');
    }
    expect(internet.received).toHaveLength(1);
  });

  test('is remembered for its own URL only', async () => {
    const { internet, ask, asked } = anEdgeLocation();
    internet.answer = storeDoes(REFUSED);
    for (const path of ['/teapot', '/teapot?color=red', '/cup']) {
      await ask(path, 0);
    }
    expect(asked().filter((address) => address === STORE.domainName)).toHaveLength(3);
  });

  test('that came for HEAD does not answer GET', async () => {
    const { internet, ask } = anEdgeLocation();
    internet.answer = ({ method }) =>
      aResponse({ status: 404, body: Buffer.from(method === 'HEAD' ? '' : 'no such teapot') });
    await ask('/teapot', 0, { method: 'HEAD' });
    expect(text(await ask('/teapot', 1_000))).toBe('no such teapot');
  });
});

describe('stale-if-error at an edge location', () => {
  /** The answer so long after a page of a minute has expired, while the store does something. */
  const answerAfter = async (cacheControl: string, expiredForMs: number, exchange = REFUSED) => {
    const { internet, ask } = anEdgeLocation();
    internet.answer = () => page('teapot', `max-age=60${cacheControl}`);
    const { elapsedMs } = await ask('/teapot', 0);
    internet.answer = storeDoes(exchange);
    // The store takes 30 ms to refuse, and the limit counts until then.
    return ask('/teapot', elapsedMs + 60_000 + expiredForMs - 30);
  };

  test.each([
    ['', 3_600_000, 'stale cache'],
    ['', 3_600_001, 'error page'],
    [', stale-if-error=120', 119_999, 'stale cache'],
    [', stale-if-error=120', 120_000, 'stale cache'],
    [', stale-if-error=120', 120_001, 'error page'],
    [', stale-if-error=0', 30, 'error page'],
  ])('of an object with "%s", %i ms after it expired: %s', async (cacheControl, expiredForMs, servedFrom) => {
    expect(await answerAfter(cacheControl, expiredForMs)).toMatchObject({ servedFrom });
  });

  test('does not hide a status below 500', async () => {
    const answer = await answerAfter(', stale-if-error=120', 1_000, aResponse({ status: 404 }));
    expect(answer).toMatchObject({ status: 404, servedFrom: 'origin' });
  });
});
