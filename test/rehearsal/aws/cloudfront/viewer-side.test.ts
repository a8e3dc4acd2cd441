import {
  type FunctionEvent,
  loadCloudFrontFunction,
} from '../../../../lib/rehearsal/aws/cloudfront/cloudfront-function';
import type { NetworkRequest } from '../../../../lib/rehearsal/kernel/network/network';
import { aResponse } from '../../../parity/helpers/exchanges';
import { aBehavior, anEdgeLocation, STORE } from '../../helpers/a-distribution';
import { page, REFUSED, storeDoes, text } from '../../helpers/store-does';

const overHttp: Partial<NetworkRequest> = { protocol: 'http' };

describe('viewer protocol policy at an edge location', () => {
  test('sends a viewer from HTTP to HTTPS without asking anybody', async () => {
    const { internet, ask } = anEdgeLocation({
      defaultBehavior: aBehavior({ viewerProtocolPolicy: 'redirect-to-https' }),
    });
    expect(await ask('/teapot?a=1', 0, overHttp)).toMatchObject({
      status: 301,
      servedFrom: 'cloudfront',
      headers: { location: 'https://shop.example/teapot?a=1' },
    });
    expect(internet.received).toEqual([]);
  });

  test('refuses HTTP where only HTTPS is taken', async () => {
    const { internet, ask } = anEdgeLocation({
      defaultBehavior: aBehavior({ viewerProtocolPolicy: 'https-only' }),
    });
    expect(await ask('/', 0, overHttp)).toMatchObject({ status: 403, servedFrom: 'cloudfront' });
    expect(internet.received).toEqual([]);
  });

  test.each(['allow-all', 'redirect-to-https', 'https-only'] as const)(
    'lets HTTPS through with %s',
    async (viewerProtocolPolicy) => {
      const { internet, ask } = anEdgeLocation({ defaultBehavior: aBehavior({ viewerProtocolPolicy }) });
      internet.answer = () => page('teapot');
      expect((await ask('/', 0)).status).toBe(200);
    },
  );
});

describe('origin protocol policy at an edge location', () => {
  test.each([
    ['http-only', 'https', 'http'],
    ['match-viewer', 'http', 'http'],
    ['match-viewer', undefined, 'https'],
    ['https-only', 'http', 'https'],
  ] as const)('%s sends the request of a viewer over %s on over %s', async (policy, protocol, expected) => {
    const origin = { ...STORE, protocolPolicy: policy };
    const { internet, ask } = anEdgeLocation({
      defaultBehavior: aBehavior({ target: { kind: 'origin', origin } }),
    });
    await ask('/', 0, { protocol });
    expect(internet.received.map((request) => request.protocol)).toEqual([expected]);
  });
});

describe('response headers policy at an edge location', () => {
  const responseHeadersPolicy = {
    set: [{ name: 'x-frame-options', value: 'DENY', override: true }],
    remove: ['server'],
  };
  const build = () => anEdgeLocation({ defaultBehavior: aBehavior({ responseHeadersPolicy }) });

  test('sets headers of responses from the origin and from the cache', async () => {
    const { internet, ask } = build();
    internet.answer = () => aResponse({ headers: { 'cache-control': 'max-age=60', server: 'nginx' } });
    for (const atMs of [0, 1_000]) {
      const { headers } = await ask('/teapot', atMs);
      expect(headers).toEqual({ 'cache-control': 'max-age=60', 'x-frame-options': 'DENY' });
    }
    expect(internet.received).toHaveLength(1);
  });

  test("sets headers of the origin's errors, but not of custom error pages", async () => {
    const { internet, ask } = build();
    internet.answer = storeDoes(aResponse({ status: 404 }));
    expect((await ask('/gone', 0)).headers).toHaveProperty('x-frame-options');
    internet.answer = storeDoes(REFUSED);
    expect((await ask('/', 0)).headers).not.toHaveProperty('x-frame-options');
  });
});

describe('OPTIONS at an edge location', () => {
  test.each([
    [['GET', 'HEAD', 'OPTIONS'], 1],
    [['GET', 'HEAD'], 2],
  ])('with cached methods %j asks the origin %i times for two requests', async (cachedMethods, requests) => {
    const { internet, ask } = anEdgeLocation({ defaultBehavior: aBehavior({ cachedMethods }) });
    internet.answer = () => page('');
    await ask('/', 0, { method: 'OPTIONS' });
    await ask('/', 1_000, { method: 'OPTIONS' });
    expect(internet.received).toHaveLength(requests);
  });

  test('never answers GET from the cache', async () => {
    const { internet, ask } = anEdgeLocation({
      defaultBehavior: aBehavior({ cachedMethods: ['GET', 'HEAD', 'OPTIONS'] }),
    });
    internet.answer = () => page('');
    await ask('/', 0, { method: 'OPTIONS' });
    internet.answer = () => page('teapot');
    expect(text(await ask('/', 1_000))).toBe('teapot');
  });
});

describe('stale-while-revalidate at an edge location', () => {
  const build = async () => {
    const location = anEdgeLocation();
    location.internet.answer = () => page('old', 'max-age=60, stale-while-revalidate=30');
    const { elapsedMs } = await location.ask('/', 0);
    return { ...location, expiresMs: elapsedMs + 60_000 };
  };

  test('answers at once with the old object, then with the new one', async () => {
    const { internet, ask, expiresMs } = await build();
    internet.answer = () => page('new', 'max-age=60, stale-while-revalidate=30');
    const first = await ask('/', expiresMs);
    expect(text(first)).toBe('old');
    expect(first).toMatchObject({ servedFrom: 'stale cache', elapsedMs: 10 });
    expect(text(await ask('/', expiresMs + 1_000))).toBe('new');
    expect(internet.received).toHaveLength(2);
  });

  test('keeps the old object while the origin fails, until its time is over', async () => {
    const { internet, ask, expiresMs } = await build();
    internet.answer = storeDoes(REFUSED);
    expect(text(await ask('/', expiresMs))).toBe('old');
    expect(text(await ask('/', expiresMs + 20_000))).toBe('old');
    expect(internet.received.length).toBe(3);
  });

  test('waits for the origin once its time is over', async () => {
    const { internet, ask, expiresMs } = await build();
    internet.answer = () => page('new');
    expect(text(await ask('/', expiresMs + 30_001))).toBe('new');
  });
});

describe('CloudFront Function that fails at an edge location', () => {
  const throwing = loadCloudFrontFunction('function handler() { throw new Error("oops"); }', 'Throw');
  const wrong = loadCloudFrontFunction('function handler() { return 1; }', 'Wrong');

  test.each([
    ['throws', throwing, 503],
    ['returns no request', wrong, 502],
  ])('on a request, because it %s, without any error page: %#', async (_name, viewerRequest, status) => {
    const { internet, ask } = anEdgeLocation({ defaultBehavior: aBehavior({ viewerRequest }) });
    expect(await ask('/', 0)).toMatchObject({ status, servedFrom: 'cloudfront' });
    expect(internet.received).toEqual([]);
  });

  test.each([
    ['throws', throwing, 503],
    ['returns no response', wrong, 502],
  ])('on a response, because it %s, in place of the page: %#', async (_name, viewerResponse, status) => {
    const { internet, ask } = anEdgeLocation({ defaultBehavior: aBehavior({ viewerResponse }) });
    internet.answer = () => page('teapot');
    expect(await ask('/', 0)).toMatchObject({ status, servedFrom: 'cloudfront' });
  });
});

describe('answer that comes from neither the cache nor an origin', () => {
  const viewerRequest = loadCloudFrontFunction(
    'function handler() { return { statusCode: 200, headers: {} }; }',
    'Answer',
  );

  test.each([
    ['a redirect to HTTPS', 301, { viewerProtocolPolicy: 'redirect-to-https' }, overHttp],
    ['HTTP that is refused', 403, { viewerProtocolPolicy: 'https-only' }, overHttp],
    ['a refused method', 403, { allowedMethods: ['GET', 'HEAD'] }, { method: 'POST' }],
    ['what the viewer-request function answers', 200, { viewerRequest }, {}],
  ] as const)('goes out without function and policy: %s', async (_name, status, behavior, request) => {
    const seen: string[] = [];
    const edge = anEdgeLocation({
      defaultBehavior: aBehavior({
        viewerResponse: Object.assign(
          ({ response }: FunctionEvent) => {
            seen.push(String(response?.statusCode));
            return { kind: 'returned' as const, value: response };
          },
          { functionName: 'Look' },
        ),
        responseHeadersPolicy: {
          set: [{ name: 'x-frame-options', value: 'DENY', override: true }],
          remove: [],
        },
        ...behavior,
      }),
    });
    const answer = await edge.ask('/', 0, request);
    expect([answer.status, seen]).toEqual([status, []]);
    expect(answer.headers).not.toHaveProperty('x-frame-options');
  });
});

describe('CloudFront Function that changes a request', () => {
  const forwardsAll = {
    headers: { kind: 'all' },
    cookies: { kind: 'all' },
    queryStrings: { kind: 'all' },
  } as const;
  const asked = async (code: string) => {
    const viewerRequest = loadCloudFrontFunction(
      `function handler({ request }) { ${code}; return request; }`,
      'Change',
    );
    const { internet, ask } = anEdgeLocation({
      defaultBehavior: aBehavior({ viewerRequest, originRequestPolicy: forwardsAll }),
    });
    await ask('/teapot?2=b&1=a&2=c', 0, {
      headers: { host: 'shop.example', accept: '*/*', cookie: 'theme=dark; basket=1' },
    });
    const [{ path, headers } = { path: '', headers: {} }] = internet.received;
    return { path, headers };
  };
  const UNCHANGED = { host: 'shop.example', accept: '*/*', cookie: 'theme=dark; basket=1' };

  test.each([
    ['', '/teapot?2=b&1=a&2=c', {}],
    ["request.uri = '/'", '/?2=b&1=a&2=c', {}],
    ['request.querystring = {}', '/teapot', {}],
    ["request.querystring = { page: { value: '1' }, all: { value: '' } }", '/teapot?page=1&all', {}],
    ["delete request.querystring['1']", '/teapot?2=b&2=c', {}],
    ["request.headers['x-path'] = { value: request.uri }", '/teapot?2=b&1=a&2=c', { 'x-path': '/teapot' }],
    ["request.cookies.theme.value = 'light'", '/teapot?2=b&1=a&2=c', { cookie: 'theme=light; basket=1' }],
  ])('sends the origin what it made of it: %s', async (code, path, but) => {
    const request = await asked(code);
    expect(request.path).toBe(path);
    expect(request.headers).toMatchObject({ ...UNCHANGED, ...but });
  });

  test('sends no cookies when it deletes them', async () => {
    const { headers } = await asked('request.cookies = {}; delete request.headers.accept');
    expect(headers).toEqual({ host: 'shop.example', 'user-agent': 'Amazon CloudFront' });
  });
});
