import type { CacheBehavior, Distribution, Origin } from '../../../lib/rehearsal/aws/cloudfront/distribution';
import { EdgeLocation } from '../../../lib/rehearsal/aws/cloudfront/edge-location';
import type { NetworkRequest } from '../../../lib/rehearsal/kernel/network/network';
import { FakeHost } from './fake-host';

/** The store's origin, asked once, with a read timeout of ten seconds. */
export const STORE: Origin = {
  id: 'store',
  domainName: 'origin.shop.example',
  path: '',
  kind: 'custom',
  signs: false,
  protocolPolicy: 'https-only',
  customHeaders: {},
  timeouts: { connectionAttempts: 1, connectionTimeoutMs: 3_000, readTimeoutMs: 10_000 },
};

/** The emergency site's bucket behind origin access control. */
export const SITE: Origin = { ...STORE, id: 'site', domainName: 'site.s3.example', kind: 's3', signs: true };

/** Takes every method, caches as the origin says, up to an hour, by path and query, and sends to the store. */
export const aBehavior = (but: Partial<CacheBehavior> = {}): CacheBehavior => ({
  pathPattern: '*',
  allowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
  cachedMethods: ['GET', 'HEAD'],
  cachePolicy: {
    minTtl: 0,
    defaultTtl: 0,
    maxTtl: 3_600,
    headers: { kind: 'none' },
    cookies: { kind: 'none' },
    queryStrings: { kind: 'all' },
  },
  originRequestPolicy: {
    headers: { kind: 'none' },
    cookies: { kind: 'none' },
    queryStrings: { kind: 'all' },
  },
  viewerProtocolPolicy: 'allow-all',
  target: { kind: 'origin', origin: STORE },
  ...but,
});

/** 500, 502, 503 and 504 show the emergency page with status 503 and are remembered for three seconds. */
const ERROR_RESPONSES = [500, 502, 503, 504].map((errorCode) => ({
  errorCode,
  responsePagePath: '/understudy/index.html',
  responseCode: 503,
  errorCachingMinTtl: 3,
}));

/** The store in front, the emergency site under `/understudy/`. */
export const aDistribution = (but: Partial<Distribution> = {}): Distribution => ({
  name: 'Stack/Edge',
  id: 'E1',
  domainName: 'd1.cloudfront.example',
  enabled: true,
  aliases: ['shop.example'],
  defaultBehavior: aBehavior(),
  behaviors: [aBehavior({ pathPattern: '/understudy/*', target: { kind: 'origin', origin: SITE } })],
  errorResponses: ERROR_RESPONSES,
  ...but,
});

/** One edge location before a network on which everything answers as the test says. */
export function anEdgeLocation(but: Partial<Distribution> = {}) {
  const internet = new FakeHost();
  const edge = new EdgeLocation(aDistribution(but), { internet, addressOf: (name) => `at ${name}` });
  const ask = (path: string, atMs: number, request: Partial<NetworkRequest> = {}) =>
    edge.handle({ method: 'GET', path, headers: { host: 'shop.example' }, ...request }, atMs);
  /** Addresses of the origins that were asked, in order. */
  const asked = () => internet.received.map(({ address }) => address.replace('at ', ''));
  return { internet, ask, asked };
}
