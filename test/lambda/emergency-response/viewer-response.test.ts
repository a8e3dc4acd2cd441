import type {
  FunctionResponse,
  FunctionResponseEvent,
} from '../../../lambda/emergency-response/contract/event';
import {
  FRAME_ANCESTORS,
  functionCode,
  functionHeaders,
  loadFunction,
} from '../../helpers/cloudfront-function';
import { pageProps } from '../../helpers/page-props';

const handler = loadFunction('viewer-response', pageProps());

const S3_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-encoding': 'br',
  'cache-control': 'public, max-age=0, s-maxage=60',
  etag: '"page"',
  'last-modified': 'Mon, 02 Mar 2026 10:00:00 GMT',
  via: '1.1 example.cloudfront.net (CloudFront)',
};

const eventOf = (
  statusCode: number,
  method = 'GET',
  uri = '/understudy/index.html',
  destination = 'document',
): FunctionResponseEvent => ({
  version: '1.0',
  context: { eventType: 'viewer-response' },
  viewer: { ip: '198.51.100.11' },
  request: {
    method,
    uri,
    querystring: {},
    headers: functionHeaders(destination ? { 'sec-fetch-dest': destination } : {}),
    cookies: {},
  },
  response: { statusCode, statusDescription: 'OK', headers: functionHeaders(S3_HEADERS), cookies: {} },
});

const answer = (statusCode: number, method?: string): FunctionResponse =>
  handler(eventOf(statusCode, method));

describe('viewer response', () => {
  test('is not larger than CloudFront allows', () => {
    expect(Buffer.byteLength(functionCode('viewer-response', pageProps()))).toBeLessThanOrEqual(10_240);
  });

  test('of the page becomes a 503 that nobody keeps', () => {
    expect(answer(200)).toEqual({
      statusCode: 503,
      statusDescription: 'Service Unavailable',
      headers: functionHeaders({
        'content-type': 'text/html; charset=utf-8',
        'content-encoding': 'br',
        'cache-control': 'no-store',
        via: '1.1 example.cloudfront.net (CloudFront)',
        'retry-after': '120',
      }),
      cookies: {},
    });
  });

  test.each([
    ['/understudy/fr.html', 'fr'],
    ['/understudy/zh-Hant.html', 'zh-Hant'],
    ['/understudy/index.html', undefined],
    ['/understudy/copy.html', undefined],
    ['/fr/products', undefined],
  ])('of the file %s says that it is in %s', (uri, language) => {
    const { headers } = handler(eventOf(200, 'GET', uri));
    expect(headers['content-language']?.value).toBe(language);
  });

  test.each([
    ['document', undefined],
    ['iframe', FRAME_ANCESTORS],
    ['frame', FRAME_ANCESTORS],
    ['object', FRAME_ANCESTORS],
    ['', FRAME_ANCESTORS],
  ])('to a browser that loads a "%s" says who may show it in a frame: %s', (destination, policy) => {
    const { headers } = handler(eventOf(200, 'GET', '/understudy/index.html', destination));
    expect(headers['content-security-policy']?.value).toBe(policy);
    expect(headers).not.toHaveProperty('x-frame-options');
  });

  test.each([
    [206, '/understudy/index.html', '<html lang="en"><title>Sorry, there is a problem with our store<'],
    [304, '/understudy/fr.html', '<html lang="fr"><title>D&#233;sol&#233;s, notre boutique'],
    [304, '/understudy/tlh.html', '<html lang="en"><title>Sorry'],
  ])('with %d, which has no page in it, becomes a 503 in the language of %s', (statusCode, uri, words) => {
    const speaking = loadFunction('viewer-response', pageProps({ languages: ['en', 'fr'] }));
    const response = speaking(eventOf(statusCode, 'GET', uri));
    expect(response.statusCode).toBe(503);
    expect(response.body?.data).toContain(words);
    expect(response.headers['content-type']?.value).toBe('text/html; charset=utf-8');
    expect(response.headers['content-encoding']).toBeUndefined();
  });

  test.each([200, 304])('to HEAD with %d has no body', (statusCode) => {
    expect(answer(statusCode, 'HEAD')).toMatchObject({ statusCode: 503 });
    expect(answer(statusCode, 'HEAD').body).toBeUndefined();
  });

  test('that the function fails on is still a 503', () => {
    const event = eventOf(200);
    Object.defineProperty(event.response, 'headers', { value: undefined });
    expect(handler(event).statusCode).toBe(503);
  });
});
