import type { EdgeExchange, ServedFrom } from '../../../../lib/rehearsal/aws/cloudfront/edge-answer';
import type { Exchange } from '../../../../lib/rehearsal/kernel/network/exchange';
import { judge } from '../../../../lib/rehearsal/play/shoppers/shopper';
import { aResponse } from '../../../parity/helpers/exchanges';

const viaEdge = (status: number, servedFrom: ServedFrom, server?: string): EdgeExchange => ({
  ...aResponse({ status, headers: server === undefined ? {} : { server } }),
  servedFrom,
});
const pageFor = (originStatus: number | undefined, status: number): EdgeExchange => ({
  ...viaEdge(status, 'error page', 'AmazonS3'),
  originStatus,
});

describe('shopper', () => {
  test.each<[string, Exchange, string]>([
    ['the store itself', aResponse(), 'served fresh'],
    ['a redirect of the store', aResponse({ status: 303 }), 'served fresh'],
    ['a page that is not there', aResponse({ status: 404 }), 'served fresh'],
    ['a fresh copy', viaEdge(200, 'cache'), 'served fresh'],
    ['an expired copy', viaEdge(200, 'stale cache'), 'served stale'],
    ['a copy from the bucket', viaEdge(200, 'origin', 'AmazonS3'), 'served stale'],
    ['the emergency page', viaEdge(503, 'error page', 'AmazonS3'), 'emergency page'],
    ['what a CloudFront Function makes', viaEdge(503, 'function'), 'emergency page'],
    ['503 without a page', viaEdge(503, 'cloudfront'), 'raw error'],
    ['503 of the store', aResponse({ status: 503 }), 'raw error'],
    ['502 from the bucket', viaEdge(502, 'error page', 'AmazonS3'), 'raw error'],
    ['403 of the bucket', viaEdge(403, 'error page', 'AmazonS3'), 'raw error'],
    ['403 of CloudFront itself', viaEdge(403, 'cloudfront'), 'raw error'],
    ['a redirect of CloudFront', viaEdge(301, 'cloudfront'), 'served fresh'],
    ['an error page with 200 for a 500 of the store', pageFor(500, 200), 'raw error'],
    ['an error page with 200 for a 499', pageFor(499, 200), 'served stale'],
    ['an error page with 399 for a 502', pageFor(502, 399), 'raw error'],
    ['an error page with 200 for no answer of any origin', pageFor(undefined, 200), 'served stale'],
    ['500', aResponse({ status: 500 }), 'raw error'],
    ['a refused connection', { kind: 'connect-refused', elapsedMs: 30 }, 'raw error'],
    ['no address', { kind: 'dns-failure', elapsedMs: 0 }, 'raw error'],
    ['a broken connection', { kind: 'reset', elapsedMs: 30 }, 'raw error'],
    ['nothing for good', { kind: 'no-response', connectMs: 10 }, 'gave up'],
    ['a black hole', { kind: 'connect-timeout', elapsedMs: Number.POSITIVE_INFINITY }, 'gave up'],
  ])('gets %s', (_name, exchange, outcome) => {
    expect(judge('GET', exchange).outcome).toBe(outcome);
  });

  test.each<[string, Exchange, number]>([
    ['the whole response', aResponse({ connectMs: 1, firstByteMs: 20, bodyMs: 300 }), 321],
    ['an early failure', { kind: 'connect-refused', elapsedMs: 30 }, 30],
    ["the browser's own limit for connecting", { kind: 'connect-timeout', elapsedMs: 60_000 }, 30_000],
    ["the browser's own limit for an answer", { kind: 'no-response', connectMs: 10 }, 60_010],
  ])('waits for %s', (_name, exchange, waitMs) => {
    expect(judge('GET', exchange).waitMs).toBe(waitMs);
  });

  test.each([
    [60_000, 200, 'served fresh'],
    [60_001, 200, 'gave up'],
    [3_000, 502, 'raw error'],
    [3_001, 502, 'gave up'],
  ])('who comes back from paying, after %i ms and status %i: %s', (firstByteMs, status, outcome) => {
    const exchange = aResponse({ connectMs: 0, firstByteMs, bodyMs: 0, status });
    expect(judge('GET', exchange, true).outcome).toBe(outcome);
  });

  test.each([
    [2_999, 'served fresh'],
    [3_000, 'served fresh'],
    [3_001, 'gave up'],
  ])('after %i ms of nothing: %s', (firstByteMs, outcome) => {
    expect(judge('GET', aResponse({ connectMs: 0, firstByteMs, bodyMs: 0 })).outcome).toBe(outcome);
  });

  test.each([
    [59_999, 'served fresh'],
    [60_000, 'served fresh'],
    [60_001, 'gave up'],
  ])('who has sent a form sits out %i ms of the store at work: %s', (firstByteMs, outcome) => {
    const answer = aResponse({ status: 303, connectMs: 0, firstByteMs, bodyMs: 0 });
    expect(judge('POST', answer).outcome).toBe(outcome);
  });

  test.each([
    [200, true],
    [399, true],
    [400, false],
    [503, false],
  ])('is misled by the page of an outage with status %i: %s', (status, mislabelled) => {
    expect(judge('GET', pageFor(503, status)).mislabelled).toBe(mislabelled);
  });

  test.each<[string, Exchange, string]>([
    ['the answer of the store', aResponse({ status: 303 }), 'served fresh'],
    ['the emergency page', viaEdge(503, 'error page', 'AmazonS3'), 'POST lost'],
    ['an error', { kind: 'connect-refused', elapsedMs: 30 }, 'POST lost'],
    ['no further than CloudFront, which takes no POST there,', viaEdge(403, 'cloudfront'), 'POST lost'],
  ])('who orders gets %s', (_name, exchange, outcome) => {
    expect(judge('POST', exchange).outcome).toBe(outcome);
  });
});
