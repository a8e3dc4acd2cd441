import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { askEncoding } from '../../../lib/operator/verify/compression/ask-encoding';
import type { Inspector } from '../../../lib/operator/verify/inspector';
import { judgeCompression, verifyCompression } from '../../../lib/operator/verify/verify-compression';
import { selfSignedCertificate } from '../../../lib/rehearsal/aws/sns/self-signed-certificate';

const HTML = { status: 200, contentType: 'text/html; charset=utf-8' };
const LONG = '<p>Blue teapot</p>'.repeat(200);

describe('compression of a page', () => {
  test.each([
    ['gzip', 9_000, true],
    ['br', 10, true],
  ])('is fine with %s, %i bytes', (contentEncoding, bytes) => {
    expect(judgeCompression('/', { ...HTML, contentEncoding, bytes })).toEqual({
      ok: true,
      subject: '/',
      detail: `the store answers with ${contentEncoding}, ${bytes} bytes`,
    });
  });

  test.each([undefined, 'identity'])(
    'is named where the store leaves it to others: %s',
    (contentEncoding) => {
      expect(judgeCompression('/', { ...HTML, contentEncoding, bytes: 1_000 })).toEqual({
        ok: true,
        warns: true,
        subject: '/',
        detail:
          'the store answers 1000 bytes uncompressed, and CloudFront compresses only what it may keep: switch on gzip or ' +
          'Brotli at the store, with gzip where a checker asks for anything ("accept-encoding: *")',
      });
    },
  );

  test.each([
    ['a short page', { ...HTML, bytes: 999 }],
    ['a picture', { status: 200, contentType: 'image/png', bytes: 9_000 }],
    ['a redirect', { ...HTML, status: 302, bytes: 9_000 }],
    ['an error', { ...HTML, status: 503, bytes: 9_000 }],
    ['an answer of no type', { status: 200, bytes: 9_000 }],
  ])('is not spoken of with %s', (_what, answer) => {
    expect(judgeCompression('/', answer)).toBeUndefined();
  });
});

describe('verification of compression', () => {
  const check = (FullyQualifiedDomainName: string, Type = 'HTTPS_STR_MATCH') => ({
    Type,
    FullyQualifiedDomainName,
    ResourcePath: '/',
    SearchString: 'Shop',
  });
  const findings = (policy: string, config: object, but: Partial<Inspector> = {}) =>
    verifyCompression(
      {
        outputs: {},
        resources: [
          {
            logicalId: 'Edge',
            type: 'AWS::CloudFront::Distribution',
            properties: { DistributionConfig: { DefaultCacheBehavior: { CachePolicyId: policy } } },
          },
          {
            logicalId: 'Home',
            type: 'AWS::Route53::HealthCheck',
            properties: {},
            physicalId: 'home',
          },
        ],
      },
      {
        healthCheck: async () => config,
        encoding: async () => ({ ...HTML, bytes: 9_000 }),
        ...but,
      } as unknown as Inspector,
    );
  const DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';

  test('asks each page that checkers watch over HTTPS', async () => {
    expect(await findings(DISABLED, check('alb.example.com'))).toMatchObject([
      { warns: true, subject: 'compression of /' },
    ]);
  });

  test.each([
    ['where CloudFront keeps pages, and so compresses', 'other', check('alb.example.com')],
    ['of the emergency page', DISABLED, check('d1.cloudfront.net')],
    ['over HTTP', DISABLED, check('alb.example.com', 'HTTP')],
  ])('asks nothing %s', async (_where, policy, config) => {
    expect(await findings(policy, config)).toEqual([]);
  });

  test('leaves it to the probe to say that nobody answers', async () => {
    const encoding = async () => Promise.reject(new Error('refused'));
    expect(await findings(DISABLED, check('alb.example.com'), { encoding })).toEqual([]);
  });
});

describe('asking a store how it encodes', () => {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = keys.privateKey.export({ type: 'pkcs8', format: 'pem' });
  const cert = selfSignedCertificate(keys, 'shop.example.com');
  let server: Server;
  const serve = async (listener: RequestListener): Promise<number> => {
    server = createServer({ key, cert }, listener);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const ask = (port: number) =>
    askEncoding({
      type: 'HTTPS',
      host: 'shop.example.com',
      ipAddress: '127.0.0.1',
      port,
      path: '/',
      sendsName: true,
    });
  afterEach(() => server.close());

  test('sends what browsers send, under the name of the shop', async () => {
    const port = await serve(({ headers }, response) => {
      const zips = headers['accept-encoding'] === 'gzip, br' && headers.host === 'shop.example.com';
      response.writeHead(200, { 'content-type': 'text/html', ...(zips && { 'content-encoding': 'gzip' }) });
      response.end(zips ? gzipSync(LONG) : LONG);
    });
    expect(await ask(port)).toEqual({
      status: 200,
      contentType: 'text/html',
      contentEncoding: 'gzip',
      bytes: gzipSync(LONG).length,
    });
  });

  test('counts the bytes of what comes as it is', async () => {
    const port = await serve((_request, response) => response.end(LONG));
    expect(await ask(port)).toMatchObject({ status: 200, bytes: LONG.length });
  });

  test('fails when nobody answers', async () => {
    const port = await serve((_request, response) => response.destroy());
    await expect(ask(port)).rejects.toThrow('socket hang up');
  });
});
