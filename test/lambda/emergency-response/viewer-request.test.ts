import type { FunctionEvent } from '../../../lambda/emergency-response/contract/event';
import { EMERGENCY_PAGE_PATH } from '../../../lambda/emergency-response/contract/paths';
import { emergencyFunctionSettings } from '../../../lib/failover/dns-topology/emergency-function-code';
import {
  FRAME_ANCESTORS,
  functionCode,
  functionHeaders,
  loadFunction,
} from '../../helpers/cloudfront-function';
import { LANGUAGES, pageProps } from '../../helpers/page-props';

const MANY = pageProps({ languages: LANGUAGES, languageCookie: 'shop_lang' });
const handler = loadFunction('viewer-request', pageProps());
const speaker = loadFunction('viewer-request', MANY);

const HTML = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

const eventOf = (
  method: string,
  uri: string,
  headers: Readonly<Record<string, string>> = {},
): FunctionEvent => ({
  version: '1.0',
  context: { eventType: 'viewer-request' },
  viewer: { ip: '198.51.100.11' },
  request: {
    method,
    uri,
    querystring: { size: { value: 'm' } },
    headers: functionHeaders({ host: 'shop.example.com', ...headers }),
    cookies: { basket: { value: '7' } },
  },
});

describe('viewer request', () => {
  test('is not larger than CloudFront allows, with every language, and in ASCII', () => {
    const code = functionCode('viewer-request', MANY);
    expect(Buffer.byteLength(code)).toBeLessThanOrEqual(10_240);
    expect(code).toMatch(/^[\x20-\x7e\n]*$/);
  });

  test.each([
    ['a browser', 'GET', '/', { accept: HTML, 'sec-fetch-dest': 'document' }],
    ['a browser without Sec-Fetch-Dest', 'GET', '/products/7', { accept: HTML }],
    ['a browser that opens a picture', 'GET', '/a.png', { accept: HTML, 'sec-fetch-dest': 'document' }],
    ['a frame', 'GET', '/widget', { 'sec-fetch-dest': 'iframe' }],
    ['a crawler', 'GET', '/products/7', { accept: '*/*' }],
    ['a client without headers', 'GET', '/products/7', {}],
    ['HEAD', 'HEAD', '/products/7', { accept: HTML }],
    ['a path with a dot that is no extension', 'GET', '/v1.2/shoes', {}],
    ['a client that takes JSON too', 'GET', '/', { accept: 'text/html, application/json' }],
    ['the page itself', 'GET', EMERGENCY_PAGE_PATH, {}],
  ])('of %s gets the emergency page', (_who, method, uri, headers) => {
    const event = eventOf(method, uri, headers);
    expect(handler(event)).toBe(event.request);
    expect(event.request.uri).toBe(EMERGENCY_PAGE_PATH);
    expect(event.request.querystring).toEqual({ size: { value: 'm' } });
  });

  test.each([
    ['If-None-Match', '"store"'],
    ['If-Modified-Since', 'Mon, 02 Mar 2026 10:00:00 GMT'],
    ['If-Match', '"store"'],
    ['If-Unmodified-Since', 'Mon, 02 Mar 2026 10:00:00 GMT'],
    ['If-Range', '"store"'],
    ['Range', 'bytes=0-9'],
  ])('for the page loses %s, which may cause an answer other than the whole page', (name, value) => {
    const { request } = eventOf('GET', '/', { accept: HTML, [name.toLowerCase()]: value });
    handler({ ...eventOf('GET', '/'), request });
    expect(Object.keys(request.headers)).toEqual(['host', 'accept']);
  });

  test.each([
    ['asks for JSON', 'GET', '/cart', { accept: 'application/json, text/plain, */*' }],
    ['is below /api/', 'GET', '/api/cart', {}],
    ['comes from fetch', 'GET', '/cart', { accept: '*/*', 'sec-fetch-dest': 'empty' }],
    ['sends JSON to an API', 'POST', '/api/orders', { accept: 'application/json' }],
  ])('that %s gets 503 as problem details', (_what, method, uri, headers) => {
    const answer = handler(eventOf(method, uri, headers));
    expect(answer).toMatchObject({
      statusCode: 503,
      headers: {
        'content-type': { value: 'application/problem+json' },
        'cache-control': { value: 'no-store' },
        'retry-after': { value: '120' },
      },
    });
    expect(JSON.parse(answer.body?.data ?? '')).toEqual({
      type: 'about:blank',
      title: 'Service Unavailable',
      status: 503,
      retry_after: 120,
      status_url: 'https://shop.example.com/understudy/status.json',
    });
  });

  test.each([
    ['image', '/a', { 'sec-fetch-dest': 'image' }],
    ['script', '/a', { 'sec-fetch-dest': 'script' }],
    ['style', '/a', { 'sec-fetch-dest': 'style' }],
    ['font', '/a', { 'sec-fetch-dest': 'font' }],
    ['picture by extension', '/a/b.JPG', {}],
    ['script by extension', '/a.js', { accept: '*/*' }],
    ['font by extension', '/a.woff2', {}],
    ['sitemap', '/sitemap-2.xml', {}],
    ['robots.txt', '/robots.txt', { accept: '*/*' }],
    ['icon', '/favicon.ico', {}],
    ['well-known file', '/.well-known/apple-app-site-association', {}],
  ])('of a %s gets an empty 503', (_what, uri, headers) => {
    const answer = handler(eventOf('GET', uri, headers));
    expect(answer).toMatchObject({
      statusCode: 503,
      headers: { 'cache-control': { value: 'no-store' }, 'retry-after': { value: '120' } },
    });
    expect(answer.body).toBeUndefined();
    expect(answer.headers['content-type']).toBeUndefined();
  });

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('with %s gets 503 and what became of the form', (method) => {
    const answer = handler(eventOf(method, '/checkout', { accept: HTML, 'sec-fetch-dest': 'document' }));
    expect(answer).toMatchObject({
      statusCode: 503,
      headers: {
        'content-type': { value: 'text/html; charset=utf-8' },
        'cache-control': { value: 'no-store' },
        'retry-after': { value: '120' },
      },
    });
    expect(answer.body?.data).toContain('<h2>What you just sent did not reach our store.</h2>');
  });

  test.each(['/login', '/search', '/newsletter/subscribe', '/checkout'])(
    'that sends a form to %s is told of payments only on a condition, and whom to ask',
    (uri) => {
      const text = handler(eventOf('POST', uri, { accept: HTML })).body?.data ?? '';
      expect(text).toContain('<p>If you were paying, please do not pay again for now.');
      expect(text).not.toMatch(/your order went through|not pay twice/);
      expect(text).toContain('<a href="tel:+48123456789">+48 12 345 67 89</a>');
      expect(text).toContain('<a href="mailto:help@example.com">help@example.com</a>');
    },
  );

  test('that sends a form is answered with a page that loads nothing, and stands in frames of the shop', () => {
    const { headers } = handler(eventOf('POST', '/checkout', { accept: HTML }));
    expect(headers['content-security-policy']?.value).toBe(
      `default-src 'none';style-src 'unsafe-inline';base-uri 'none';form-action 'none';${FRAME_ANCESTORS}`,
    );
    expect(headers['referrer-policy']?.value).toBe('strict-origin-when-cross-origin');
    expect(headers).not.toHaveProperty('x-frame-options');
  });

  test('that sends a form is answered with a link to a place that has a GET, out of any frame', () => {
    const { body } = handler(eventOf('POST', '/checkout/pay', { accept: HTML, 'sec-fetch-dest': 'iframe' }));
    const pages = body?.data.match(/<a [^>]*>[^<]*/g)?.filter((link) => !/tel:|mailto:/.test(link));
    expect(pages).toEqual(['<a href="/" target="_top">Go to our home page']);
  });

  test.each([
    ['HEAD', 'GET', '/api/cart', {}],
    ['HEAD', 'GET', '/products/7', { 'sec-fetch-dest': 'empty' }],
    ['OPTIONS', 'POST', '/api/cart', {}],
    ['OPTIONS', 'POST', '/checkout', { accept: HTML }],
  ])('with %s gets the headers of %s at %s without a body', (method, like, uri, headers) => {
    const answer = handler(eventOf(method, uri, headers));
    const whole = handler(eventOf(like, uri, headers));
    expect(whole.body).toBeDefined();
    expect(answer).toEqual({ ...whole, body: undefined });
  });

  test('that the function fails on gets the emergency page', () => {
    const event = eventOf('GET', '/');
    Object.defineProperty(event.request, 'headers', { value: undefined });
    expect(handler(event).uri).toBe(EMERGENCY_PAGE_PATH);
  });

  test.each([
    [{ 'accept-language': 'pl-PL,pl;q=0.9,en;q=0.8' }, {}, '/', 'pl'],
    [{ 'accept-language': 'de,ru;q=0.5,fr;q=0.7' }, {}, '/', 'fr'],
    [{ 'accept-language': 'fr;q=0,de' }, {}, '/', 'en'],
    [{ 'accept-language': 'zh-HK' }, {}, '/', 'zh-Hant'],
    [{ 'accept-language': 'fr' }, { shop_lang: { value: 'ru' } }, '/', 'ru'],
    [{ 'accept-language': 'fr' }, {}, '/pl/shoes', 'pl'],
    [{ 'accept-language': 'fr' }, { 'understudy-language': { value: 'zh-Hans' } }, '/pl/shoes', 'zh-Hans'],
    [{}, {}, '/', 'en'],
  ])(
    'with the headers %j and the cookies %j at %s gets the page in %s',
    (headers, cookies, uri, language) => {
      const event = eventOf('GET', uri, { accept: HTML, ...headers });
      const { uri: file } = speaker({ ...event, request: { ...event.request, cookies } });
      expect(file).toBe(`/understudy/${language}.html`);
    },
  );

  test.each([
    ['ru', 'ru'],
    ['zh-TW', 'zh-Hant'],
    ['de', 'pl'],
    ['', 'pl'],
  ])('with ?lang=%s, whatever was chosen before, gets the page in %s', (lang, language) => {
    const event = eventOf('GET', '/fr/shoes', { accept: HTML, 'accept-language': 'fr' });
    const cookies = { 'understudy-language': { value: 'pl' }, shop_lang: { value: 'en' } };
    const request = { ...event.request, cookies, querystring: { lang: { value: lang } } };
    expect(speaker({ ...event, request }).uri).toBe(`/understudy/${language}.html`);
  });

  test('that sends a form is answered in the language of the shopper', () => {
    const answer = speaker(eventOf('POST', '/checkout', { accept: HTML, 'accept-language': 'pl' }));
    expect(answer.body?.data).toContain('<html lang="pl" dir="ltr">');
    expect(answer.body?.data).toContain(
      `<h2>${emergencyFunctionSettings(MANY, FRAME_ANCESTORS).formTexts['pl']?.[1]}</h2>`,
    );
  });
});
