import { loadEdgeFunction } from '../../../lib/rehearsal/cloudfront/edge-function';
import type { Exchange } from '../../../lib/rehearsal/network/exchange';
import { aResponse } from '../../parity/helpers/exchanges';
import { aBehavior, anEdgeLocation, SITE, STORE } from '../helpers/a-distribution';
import type { ReceivedRequest } from '../helpers/fake-host';

const page = (body: string, cacheControl = 'public, max-age=60') =>
  aResponse({ headers: { 'cache-control': cacheControl }, body: Buffer.from(body) });
const REFUSED: Exchange = { kind: 'connect-refused', elapsedMs: 30 };

/** The store does as told; the bucket has the emergency page. */
const storeDoes =
  (exchange: Exchange) =>
  ({ address }: ReceivedRequest): Exchange =>
    address === `at ${SITE.domainName}` ? page('emergency page', 'max-age=300') : exchange;

const text = ({ body }: { readonly body: Uint8Array }): string => Buffer.from(body).toString();

describe('edge location', () => {
  test.each([
    [0, 'cache', 1],
    [59_999, 'cache', 1],
    [60_000, 'origin', 2],
  ])('answers %i ms after an object of 60 s was stored from: %s', async (laterMs, servedFrom, requests) => {
    const { internet, ask } = anEdgeLocation();
    internet.answer = () => page('teapot');
    const first = await ask('/teapot', 0);
    expect(first).toMatchObject({ servedFrom: 'origin', status: 200, elapsedMs: 60 });
    const again = await ask('/teapot', first.elapsedMs + laterMs);
    expect(again).toMatchObject({ servedFrom, status: 200 });
    expect(text(again)).toBe('teapot');
    expect(internet.received).toHaveLength(requests);
  });

  test.each([
    ['/teapot?color=blue', '/teapot?color=red', 2],
    ['/teapot?color=blue', '/teapot?color=blue', 1],
  ])('tells %s and %s apart by the cache key', async (one, other, requests) => {
    const { internet, ask } = anEdgeLocation();
    internet.answer = () => page('teapot');
    await ask(one, 0);
    await ask(other, 1_000);
    expect(internet.received).toHaveLength(requests);
  });

  test('never answers POST from the cache, nor caches its answer', async () => {
    const { internet, ask } = anEdgeLocation();
    internet.answer = () => page('thanks');
    await ask('/order', 0);
    await ask('/order', 1_000, { method: 'POST' });
    await ask('/order', 2_000, { method: 'POST' });
    expect(internet.received.map(({ method }) => method)).toEqual(['GET', 'POST', 'POST']);
  });

  test('refuses a method that the cache behavior does not allow', async () => {
    const { internet, ask } = anEdgeLocation({
      defaultBehavior: aBehavior({ allowedMethods: ['GET', 'HEAD'] }),
    });
    expect(await ask('/', 0, { method: 'POST' })).toMatchObject({ status: 403, servedFrom: 'cloudfront' });
    expect(internet.received).toEqual([]);
  });

  test('asks for the root object at the root only', async () => {
    const { internet, ask } = anEdgeLocation({ defaultRootObject: 'index.html' });
    await ask('/', 0);
    await ask('/shoes/', 0);
    expect(internet.received.map(({ path }) => path)).toEqual(['/index.html', '/shoes/']);
  });

  test.each([
    ['its own name', aBehavior(), STORE.domainName],
    [
      "the viewer's, where the policy forwards it",
      aBehavior({ originRequestPolicy: { forwardsHost: true, forwardsQueryStrings: true } }),
      'shop.example',
    ],
    [
      "the viewer's, where the cache key holds it",
      aBehavior({
        cachePolicy: { ...aBehavior().cachePolicy, headers: { kind: 'whitelist', names: ['host'] } },
      }),
      'shop.example',
    ],
  ])('sends the origin as Host: %s', async (_name, defaultBehavior, host) => {
    const { internet, ask } = anEdgeLocation({ defaultBehavior });
    await ask('/', 0);
    expect(internet.received[0]).toMatchObject({ address: `at ${STORE.domainName}`, headers: { host } });
  });

  test('signs requests to a bucket only', async () => {
    const { internet, ask } = anEdgeLocation();
    await ask('/', 0);
    await ask('/understudy/index.html', 0);
    expect(internet.received.map(({ headers }) => headers['authorization'])).toEqual([
      undefined,
      'AWS4-HMAC-SHA256',
    ]);
  });
});

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

describe('origin group at an edge location', () => {
  const mirrored = aBehavior({
    pathPattern: '/static/*',
    target: { kind: 'group', primary: STORE, secondary: SITE, failoverStatusCodes: [500, 502, 503, 504] },
  });

  test.each([
    ['GET', [STORE.domainName, SITE.domainName]],
    ['HEAD', [STORE.domainName, SITE.domainName]],
    ['POST', [STORE.domainName]],
  ])('sends %s to %j while the primary refuses', async (method, expected) => {
    const { internet, ask, asked } = anEdgeLocation({ behaviors: [mirrored], errorResponses: [] });
    internet.answer = storeDoes(REFUSED);
    const answer = await ask('/static/shop.css', 0, { method });
    expect(asked()).toEqual(expected);
    expect(answer.status).toBe(method === 'POST' ? 502 : 200);
  });

  test('makes the viewer wait for both', async () => {
    const { internet, ask } = anEdgeLocation({ behaviors: [mirrored] });
    internet.answer = storeDoes(REFUSED);
    expect(await ask('/static/shop.css', 500)).toMatchObject({ elapsedMs: 30 + 60 });
    expect(internet.received.map(({ startMs }) => startMs)).toEqual([500, 530]);
  });
});

describe('CloudFront Function at an edge location', () => {
  const answering = loadEdgeFunction(
    `function handler(event) { return { statusCode: 503, headers: { 'x-uri': { value: event.request.uri } }, body: 'sorry' }; }`,
    'Answer',
  );
  const rewriting = loadEdgeFunction(
    `function handler(event) { event.request.uri = '/moved'; return event.request; }`,
    'Rewrite',
  );
  const marking = loadEdgeFunction(
    `function handler(event) { event.response.headers['x-seen'] = { value: event.request.cookies.session.value }; return event.response; }`,
    'Mark',
  );
  const shopper = { headers: { host: 'shop.example', cookie: 'a=1; session=x=y' } };

  test('answers in place of the origin, error pages aside', async () => {
    const { internet, ask } = anEdgeLocation({ defaultBehavior: aBehavior({ viewerRequest: answering }) });
    const answer = await ask('/teapot?a=1', 0);
    expect(answer).toMatchObject({ status: 503, servedFrom: 'function', headers: { 'x-uri': '/teapot' } });
    expect(text(answer)).toBe('sorry');
    expect(internet.received).toEqual([]);
  });

  test('changes the request, whose query stays', async () => {
    const { internet, ask } = anEdgeLocation({ defaultBehavior: aBehavior({ viewerRequest: rewriting }) });
    await ask('/teapot?a=1', 0);
    expect(internet.received[0]?.path).toBe('/moved?a=1');
  });

  test.each([
    [200, 'x=y'],
    [303, 'x=y'],
    [399, 'x=y'],
    [400, undefined],
    [404, undefined],
  ])('sees a response of status %i: %s', async (status, seen) => {
    const { internet, ask } = anEdgeLocation({ defaultBehavior: aBehavior({ viewerResponse: marking }) });
    internet.answer = () => aResponse({ status, body: Buffer.from('body') });
    const answer = await ask('/', 0, shopper);
    expect(answer.headers['x-seen']).toBe(seen);
    expect(text(answer)).toBe('body');
  });

  test('does not see a custom error page', async () => {
    const { internet, ask } = anEdgeLocation({ defaultBehavior: aBehavior({ viewerResponse: marking }) });
    internet.answer = storeDoes(REFUSED);
    expect((await ask('/', 0, shopper)).headers).not.toHaveProperty('x-seen');
  });

  test('can reach nothing but the language', () => {
    const spying = loadEdgeFunction(
      'function handler() { return { statusCode: 200, body: typeof process + typeof require }; }',
      'Spy',
    );
    const request = { method: 'GET', uri: '/', querystring: {}, headers: {}, cookies: {} };
    const result = spying({ context: { eventType: 'viewer-request' }, viewer: { ip: '192.0.2.1' }, request });
    expect(result).toMatchObject({ body: 'undefinedundefined' });
  });
});
