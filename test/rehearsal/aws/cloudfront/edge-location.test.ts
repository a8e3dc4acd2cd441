import { loadCloudFrontFunction } from '../../../../lib/rehearsal/aws/cloudfront/cloudfront-function';
import { aResponse } from '../../../parity/helpers/exchanges';
import { aBehavior, anEdgeLocation, SITE, STORE } from '../../helpers/a-distribution';
import { page, REFUSED, storeDoes, text } from '../../helpers/store-does';

const ALL = { kind: 'all' } as const;

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

  test('wants a certificate for its name, or for the Host, of a custom origin', async () => {
    const { internet, ask } = anEdgeLocation();
    internet.answer = ({ address }) => (address === 'at site.s3.example' ? page('closed') : REFUSED);
    await ask('/teapot', 0);
    expect(internet.received.map(({ address, certificateNames }) => [address, certificateNames])).toEqual([
      ['at origin.shop.example', ['origin.shop.example', 'origin.shop.example']],
      ['at site.s3.example', undefined],
    ]);
  });

  test('never answers POST from the cache, nor caches its answer', async () => {
    const { internet, ask } = anEdgeLocation();
    internet.answer = () => page('thanks');
    await ask('/order', 0);
    await ask('/order', 1_000, { method: 'POST' });
    await ask('/order', 2_000, { method: 'POST' });
    expect(internet.received.map(({ method }) => method)).toEqual(['GET', 'POST', 'POST']);
  });

  test('does not answer GET with what it got for HEAD', async () => {
    const { internet, ask } = anEdgeLocation();
    internet.answer = () => page('');
    await ask('/teapot', 0, { method: 'HEAD' });
    internet.answer = () => page('teapot');
    expect(text(await ask('/teapot', 1_000))).toBe('teapot');
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
      aBehavior({ originRequestPolicy: { headers: ALL, cookies: ALL, queryStrings: ALL } }),
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
      'AWS4-HMAC-SHA256 SourceArn=',
    ]);
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
  const answering = loadCloudFrontFunction(
    `function handler(event) { return { statusCode: 503, headers: { 'x-uri': { value: event.request.uri } }, body: 'sorry' }; }`,
    'Answer',
  );
  const rewriting = loadCloudFrontFunction(
    `function handler(event) { event.request.uri = '/moved'; return event.request; }`,
    'Rewrite',
  );
  const marking = loadCloudFrontFunction(
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

  test('does not run on the request for a custom error page', async () => {
    const site = aBehavior({
      pathPattern: '/understudy/*',
      target: { kind: 'origin', origin: SITE },
      viewerRequest: answering,
    });
    const { internet, ask } = anEdgeLocation({ behaviors: [site] });
    internet.answer = storeDoes(REFUSED);
    expect(text(await ask('/', 0))).toBe('emergency page');
    expect(text(await ask('/understudy/index.html', 0))).toBe('sorry');
  });

  test.each([
    ['a redirect to HTTPS', { viewerProtocolPolicy: 'redirect-to-https' }, { protocol: 'http' }, 301],
    ['HTTP where only HTTPS is taken', { viewerProtocolPolicy: 'https-only' }, { protocol: 'http' }, 403],
    ['a method that is not allowed', { allowedMethods: ['GET', 'HEAD'] }, { method: 'POST' }, 403],
  ] as const)('does not run on %s', async (_name, but, request, status) => {
    const { ask } = anEdgeLocation({ defaultBehavior: aBehavior({ ...but, viewerRequest: answering }) });
    expect(await ask('/', 0, request)).toMatchObject({ status, servedFrom: 'cloudfront' });
  });
});
