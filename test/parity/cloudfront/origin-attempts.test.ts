import fc from 'fast-check';
import { originAttempts } from '../../../lib/rehearsal/aws/cloudfront/rules/origin-attempts';
import type { Exchange } from '../../../lib/rehearsal/kernel/network/exchange';
import { aResponse } from '../helpers/exchanges';

const source =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html';
const http502 =
  'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/http-502-bad-gateway.html';

/** CloudFront's own defaults. */
const defaults = { connectionAttempts: 3, connectionTimeoutMs: 10_000, readTimeoutMs: 30_000 };
const once = { connectionAttempts: 1, connectionTimeoutMs: 3_000, readTimeoutMs: 10_000 };

const blackHole: Exchange = { kind: 'connect-timeout', elapsedMs: Number.POSITIVE_INFINITY };
const refuses: Exchange = { kind: 'connect-refused', elapsedMs: 5 };
const hangs: Exchange = { kind: 'no-response', connectMs: 100 };

describe(`Origin attempts with default settings (${source})`, () => {
  test.each([
    ['GET', 'a black hole', blackHole, 504, 3, 30_000],
    ['POST', 'a black hole', blackHole, 504, 3, 30_000],
    ['GET', 'an origin that refuses', refuses, 502, 3, 15],
    ['POST', 'an origin that refuses', refuses, 502, 3, 15],
    ['GET', 'an origin that hangs', hangs, 504, 3, 90_300],
    ['HEAD', 'an origin that hangs', hangs, 504, 3, 90_300],
    ['POST', 'an origin that hangs', hangs, 504, 1, 30_100],
    ['PUT', 'an origin that hangs', hangs, 504, 1, 30_100],
    ['DELETE', 'an origin that hangs', hangs, 504, 1, 30_100],
    ['PATCH', 'an origin that hangs', hangs, 504, 1, 30_100],
    ['OPTIONS', 'an origin that hangs', hangs, 504, 1, 30_100],
    ['GET', 'an origin that resets', { kind: 'reset', elapsedMs: 40 }, 502, 3, 120],
    ['POST', 'an origin that resets', { kind: 'reset', elapsedMs: 40 }, 502, 1, 40],
    ['GET', 'a name without address', { kind: 'dns-failure', elapsedMs: 9 }, 502, 1, 9],
    ['GET', 'a bad certificate', { kind: 'tls-failure', reason: 'certificate', elapsedMs: 60 }, 502, 1, 60],
    ['GET', 'no common cipher', { kind: 'tls-failure', reason: 'handshake', elapsedMs: 60 }, 502, 1, 60],
  ] as const)('%s meets %s', async (method, _name, exchange, status, attempts, elapsedMs) => {
    expect(await originAttempts(defaults, method, () => exchange)).toMatchObject({
      kind: 'unavailable',
      status,
      attempts,
      elapsedMs,
    });
  });
});

describe(`Origin timeouts (${source})`, () => {
  test.each([
    ['connects just in time', aResponse({ connectMs: 3_000 }), 'response', 200, 3_050],
    ['connects too late', aResponse({ connectMs: 3_001 }), 'unavailable', 504, 3_000],
    ['responds just in time', aResponse({ firstByteMs: 10_000 }), 'response', 200, 10_040],
    ['responds too late', aResponse({ firstByteMs: 10_001 }), 'unavailable', 504, 10_010],
    ['sends a long body', aResponse({ bodyMs: 50_000 }), 'response', 200, 50_030],
    [
      'shakes hands just in time',
      { kind: 'tls-failure', reason: 'handshake', elapsedMs: 3_000 },
      'unavailable',
      502,
      3_000,
    ],
    [
      'shakes hands too late',
      { kind: 'tls-failure', reason: 'handshake', elapsedMs: 3_001 },
      'unavailable',
      504,
      3_000,
    ],
    ['resets just in time', { kind: 'reset', elapsedMs: 10_000 }, 'unavailable', 502, 10_000],
    ['resets too late', { kind: 'reset', elapsedMs: 10_001 }, 'unavailable', 504, 10_000],
    ['answers with an error', aResponse({ status: 500 }), 'response', 500, 60],
  ] as const)('an origin that %s', async (_name, exchange, kind, status, elapsedMs) => {
    expect(await originAttempts(once, 'GET', () => exchange)).toMatchObject({
      kind,
      status,
      elapsedMs,
      attempts: 1,
    });
  });

  test.each([
    ['just in time', 60, 'response', 200, 60],
    ['too late', 59, 'unavailable', 504, 59],
  ])('a response is complete %s', async (_name, completionTimeoutMs, kind, status, elapsedMs) => {
    const result = await originAttempts({ ...once, completionTimeoutMs }, 'GET', () => aResponse());
    expect(result).toMatchObject({ kind, status, elapsedMs });
  });

  test('the response completion timeout spans all attempts', async () => {
    const result = await originAttempts({ ...defaults, completionTimeoutMs: 60_000 }, 'GET', () => hangs);
    expect(result).toMatchObject({
      failure: 'completion-timeout',
      status: 504,
      elapsedMs: 60_000,
      attempts: 2,
    });
  });
});

describe(`Reasons of origin attempts (${source})`, () => {
  test('leave out the attempts of an origin that answers at once', async () => {
    expect((await originAttempts(once, 'GET', () => aResponse())).because).toBe('the origin answered 200');
  });

  test('count the attempts at an origin that never answers', async () => {
    expect((await originAttempts(defaults, 'GET', () => refuses)).because).toBe(
      'connect-refused after 3 attempts',
    );
  });
});

describe(`Origin that recovers between attempts (${source})`, () => {
  test('is asked again at the time of the next attempt', async () => {
    const startedAt: number[] = [];
    const result = await originAttempts({ ...once, connectionAttempts: 3 }, 'GET', (elapsedMs) => {
      startedAt.push(elapsedMs);
      return elapsedMs < 6_000 ? blackHole : aResponse();
    });
    expect(startedAt).toEqual([0, 3_000, 6_000]);
    expect(result).toMatchObject({
      kind: 'response',
      attempts: 3,
      elapsedMs: 6_060,
      because: 'the origin answered 200 at attempt 3',
    });
  });
});

describe(`Origin attempts as a law (${http502})`, () => {
  const exchanges = fc.oneof(
    fc.record({
      kind: fc.constantFrom('connect-refused', 'connect-timeout', 'dns-failure', 'reset'),
      elapsedMs: fc.nat(90_000),
    }),
    fc.record({ kind: fc.constant('no-response' as const), connectMs: fc.nat(20_000) }),
    fc
      .record({ connectMs: fc.nat(20_000), firstByteMs: fc.nat(90_000), bodyMs: fc.nat(90_000) })
      .map(aResponse),
  ) as fc.Arbitrary<Exchange>;

  test('never take more than their attempts or the response completion timeout', async () => {
    const settings = fc.record({
      attempts: fc.integer({ min: 1, max: 3 }),
      limit: fc.integer({ min: 30_000, max: 60_000 }),
    });
    await fc.assert(
      fc.asyncProperty(
        exchanges,
        settings,
        fc.constantFrom('GET', 'POST'),
        async (exchange, { attempts, limit }, method) => {
          const timeouts = { ...defaults, connectionAttempts: attempts, completionTimeoutMs: limit };
          const result = await originAttempts(timeouts, method, () => exchange);
          expect(result.attempts).toBeLessThanOrEqual(attempts);
          expect(result.elapsedMs).toBeLessThanOrEqual(limit);
        },
      ),
    );
  });
});
