import type { Exchange } from '../../../../lib/rehearsal/kernel/network/exchange';
import { aResponse } from '../../../parity/helpers/exchanges';
import { anEdgeLocation, SITE, STORE } from '../../helpers/a-distribution';
import { page, REFUSED, storeDoes, text } from '../../helpers/store-does';

describe('custom error page at an edge location', () => {
  test.each<[string, Exchange, number]>([
    ['refuses', REFUSED, 30],
    ['is a black hole', { kind: 'connect-timeout', elapsedMs: Number.POSITIVE_INFINITY }, 3_000],
    ['stays silent', { kind: 'no-response', connectMs: 10 }, 10_010],
    ['answers 500', aResponse({ status: 500 }), 60],
    ['answers 503', aResponse({ status: 503 }), 60],
  ])('goes out with 503 when the store %s', async (_name, exchange, waitMs) => {
    const { internet, ask } = anEdgeLocation();
    internet.answer = storeDoes(exchange);
    const answer = await ask('/teapot', 0);
    expect(answer).toMatchObject({ status: 503, servedFrom: 'error page', elapsedMs: waitMs + 60 });
    expect(text(answer)).toBe('emergency page');
  });

  test('goes out for POST too, and is fetched with GET', async () => {
    const { internet, ask } = anEdgeLocation();
    internet.answer = storeDoes(REFUSED);
    expect(await ask('/checkout', 0, { method: 'POST' })).toMatchObject({
      status: 503,
      servedFrom: 'error page',
    });
    expect(internet.received.at(-1)).toMatchObject({ method: 'GET', path: '/understudy/index.html' });
  });

  test.each([404, 410])('does not cover status %i', async (status) => {
    const { internet, ask } = anEdgeLocation();
    internet.answer = storeDoes(aResponse({ status }));
    expect(await ask('/teapot', 0)).toMatchObject({ status, servedFrom: 'origin' });
  });

  test.each([
    [2_999, 1],
    [3_000, 2],
  ])('is remembered for its error TTL of 3 s: asked again after %i ms', async (laterMs, storeRequests) => {
    const { internet, ask, asked } = anEdgeLocation();
    internet.answer = storeDoes(REFUSED);
    await ask('/teapot', 0);
    internet.answer = storeDoes(page('teapot'));
    const again = await ask('/teapot', 30 + laterMs);
    expect(asked().filter((address) => address === STORE.domainName)).toHaveLength(storeRequests);
    expect(again.status).toBe(storeRequests === 1 ? 503 : 200);
  });

  test('is fetched only once the store has failed', async () => {
    const { internet, ask } = anEdgeLocation();
    internet.answer = storeDoes({ kind: 'no-response', connectMs: 10 });
    await ask('/teapot', 500);
    expect(internet.received.map(({ startMs }) => startMs)).toEqual([500, 10_510]);
  });

  test('is not remembered for POST', async () => {
    const { internet, ask } = anEdgeLocation();
    internet.answer = storeDoes(REFUSED);
    await ask('/checkout', 0, { method: 'POST' });
    internet.answer = storeDoes(aResponse({ status: 303 }));
    expect(await ask('/checkout', 100, { method: 'POST' })).toMatchObject({ status: 303 });
  });

  test('gives way to the status of S3 when the page is gone', async () => {
    const { internet, ask } = anEdgeLocation();
    internet.answer = ({ address }) => (address.includes('s3') ? aResponse({ status: 403 }) : REFUSED);
    expect(await ask('/teapot', 0)).toMatchObject({ status: 403, servedFrom: 'error page' });
  });

  test('outlives the page in the bucket while it is cached', async () => {
    const { internet, ask } = anEdgeLocation();
    internet.answer = storeDoes(REFUSED);
    await ask('/teapot', 0);
    internet.answer = ({ address }) => (address.includes('s3') ? aResponse({ status: 403 }) : REFUSED);
    expect(await ask('/shoes', 60_000)).toMatchObject({ status: 503 });
    expect(await ask('/shoes', 400_000)).toMatchObject({ status: 403 });
  });

  test.each([
    ['can not be reached', { kind: 'connect-timeout', elapsedMs: Number.POSITIVE_INFINITY } as const],
    ['answers 500', aResponse({ status: 500 })],
  ])('is an expired copy while the bucket %s', async (_name, bucket) => {
    const { internet, ask } = anEdgeLocation();
    internet.answer = storeDoes(REFUSED);
    await ask('/teapot', 0);
    internet.answer = ({ address }) => (address.includes('s3') ? bucket : REFUSED);
    const answer = await ask('/shoes', 400_000);
    expect(answer).toMatchObject({ status: 503, servedFrom: 'error page' });
    expect(text(answer)).toBe('emergency page');
  });

  test('is no object that could go before an error, whatever its status', async () => {
    const { ask, internet } = anEdgeLocation({
      errorResponses: [
        {
          errorCode: 502,
          responsePagePath: '/understudy/index.html',
          responseCode: 200,
          errorCachingMinTtl: 3,
        },
      ],
    });
    internet.answer = storeDoes(REFUSED);
    await ask('/teapot', 0);
    expect(await ask('/teapot', 10_000)).toMatchObject({ status: 200, servedFrom: 'error page' });
  });
});

describe('expired object at an edge location', () => {
  const expired = async () => {
    const location = anEdgeLocation();
    location.internet.answer = () => page('teapot');
    await location.ask('/teapot', 0);
    location.internet.answer = storeDoes(REFUSED);
    return location;
  };

  test('goes before the error page', async () => {
    const { ask, asked } = await expired();
    const answer = await ask('/teapot', 70_000);
    expect(answer).toMatchObject({ status: 200, servedFrom: 'stale cache', elapsedMs: 30 });
    expect(text(answer)).toBe('teapot');
    expect(asked()).not.toContain(SITE.domainName);
  });

  test.each([
    [2_999, 2],
    [3_000, 3],
  ])('is served for the error TTL before the store is asked again: %i ms', async (laterMs, requests) => {
    const { internet, ask } = await expired();
    await ask('/teapot', 70_000);
    expect(await ask('/teapot', 70_030 + laterMs)).toMatchObject({ status: 200, servedFrom: 'stale cache' });
    expect(internet.received).toHaveLength(requests);
  });

  test('is replaced once the store is back', async () => {
    const { internet, ask } = await expired();
    await ask('/teapot', 70_000);
    internet.answer = () => page('new teapot');
    expect(text(await ask('/teapot', 80_000))).toBe('new teapot');
  });

  test('is of no use once the maximum TTL is over', async () => {
    const { ask } = await expired();
    expect(await ask('/teapot', 60_000 + 3_601_000)).toMatchObject({ status: 503, servedFrom: 'error page' });
  });
});
