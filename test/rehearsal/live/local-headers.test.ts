import { localResponseHeaders, shopRequestHeaders } from '../../../lib/rehearsal/live/local-headers';

const SHOP = { domainName: 'shop.example.com', nowMs: Date.UTC(2026, 10, 27, 9, 0, 0) };

describe('request headers', () => {
  test('name the shop as the host, whatever the browser calls it', () => {
    const sent = {
      host: '127.0.0.1:8080',
      cookie: 'session=1',
      connection: 'keep-alive',
      'content-length': '3',
    };
    expect(shopRequestHeaders(sent, 'shop.example.com')).toEqual({
      host: 'shop.example.com',
      cookie: 'session=1',
    });
  });
});

describe('response headers', () => {
  test('leave out what belongs to one connection and carry the date of the rehearsal', () => {
    const received = { 'content-type': 'text/html', 'transfer-encoding': 'chunked', date: 'yesterday' };
    expect(localResponseHeaders(received, SHOP)).toEqual({
      'content-type': 'text/html',
      date: 'Fri, 27 Nov 2026 09:00:00 GMT',
    });
  });

  test.each([
    ['https://shop.example.com/thank-you?order=7#top', '/thank-you?order=7#top'],
    ['http://shop.example.com/', '/'],
    ['/thank-you', '/thank-you'],
    ['https://pay.example.com/', 'https://pay.example.com/'],
    ['https://shop.example.com.evil.test/', 'https://shop.example.com.evil.test/'],
    ['http://[', 'http://['],
  ])('lead a redirect to %s to %s', (location, local) => {
    expect(localResponseHeaders({ location }, SHOP).location).toBe(local);
  });
});
