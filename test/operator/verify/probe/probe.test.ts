import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { probe } from '../../../../lib/operator/verify/probe/probe';
import type { ProbedEndpoint } from '../../../../lib/operator/verify/probe/probed-endpoint';
import { probeVerdict } from '../../../../lib/rehearsal/aws/route53/rules/probe-verdict';
import { selfSignedCertificate } from '../../../../lib/rehearsal/aws/sns/self-signed-certificate';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = keys.privateKey.export({ type: 'pkcs8', format: 'pem' });
const cert = selfSignedCertificate(keys, 'shop.example.com');
const expired = selfSignedCertificate(keys, 'shop.example.com', '210101000000Z');

const TEXT = 'in stock';
let server: Server & { closeAllConnections?(): void };

/** The time of the probe is the test's; that of the sockets is nobody's business. */
beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
  jest.spyOn(globalThis, 'setTimeout');
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
  server.closeAllConnections?.();
  server.close();
});

/** The probe sets a limit for each step: connection, status, body. */
function whenWaitingFor(_step: 'body', then: () => void): void {
  const limits = jest.mocked(setTimeout).mock.calls.length;
  setImmediate(() => (limits < 3 ? whenWaitingFor(_step, then) : then()));
}

const pass = (ms: number) => jest.advanceTimersByTime(ms);

async function listening(one: Server): Promise<number> {
  server = one.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const at = (port: number, changes: Partial<ProbedEndpoint> = {}): ProbedEndpoint => ({
  type: 'HTTPS_STR_MATCH',
  searchString: TEXT,
  host: 'shop.example.com',
  ipAddress: '127.0.0.1',
  port,
  path: '/checkout?probe=1',
  sendsName: true,
  ...changes,
});

/** What a checker makes of a store over real HTTPS. */
async function ask(listener: RequestListener, tls: object = {}, changes: Partial<ProbedEndpoint> = {}) {
  const endpoint = at(await listening(createServer({ key, cert, ...tls }, listener)), changes);
  const exchange = await probe(endpoint);
  return { exchange, ...probeVerdict(endpoint, exchange) };
}

describe('probe of an endpoint', () => {
  test('sends what a checker sends: path, Host, SNI, user agent, any encoding', async () => {
    const seen: unknown[] = [];
    const { healthy } = await ask(
      ({ url, headers, socket }, response) => {
        seen.push(url, headers, 'servername' in socket && socket.servername);
        response.end(TEXT);
      },
      {},
      {},
    );
    expect(healthy).toBe(true);
    expect(seen).toEqual([
      '/checkout?probe=1',
      {
        host: expect.stringMatching(/^shop\.example\.com:\d+$/),
        'user-agent': expect.stringMatching(/^Amazon-Route53-Health-Check-Service \(/),
        accept: '*/*',
        'accept-encoding': '*',
        connection: 'close',
      },
      'shop.example.com',
    ]);
  });

  test('sends no name where the health check sends none', async () => {
    const names: unknown[] = [];
    await ask(
      ({ socket }, response) => {
        names.push('servername' in socket && socket.servername);
        response.end(TEXT);
      },
      {},
      { sendsName: false },
    );
    expect(names).toEqual([false]);
  });

  test.each([
    [1_999, true],
    [2_000, false],
  ])('waits two seconds for the status: %i ms', async (ms, healthy) => {
    const verdict = await ask((_request, response) => {
      pass(ms);
      response.end(TEXT);
    });
    expect(verdict.healthy).toBe(healthy);
    expect(verdict.exchange).toMatchObject(
      healthy ? { kind: 'response', firstByteMs: ms } : { kind: 'no-response' },
    );
  });

  test.each([
    [1_999, true],
    [2_000, false],
  ])('waits two more seconds for the body: %i ms', async (ms, healthy) => {
    const verdict = await ask((_request, response) => {
      response.writeHead(200);
      response.flushHeaders();
      whenWaitingFor('body', () => {
        pass(ms);
        response.end(TEXT);
      });
    });
    expect(verdict.healthy).toBe(healthy);
    expect(verdict.because).toBe(
      healthy
        ? 'status 200 and the search string in the first 5120 bytes'
        : 'no body within 2000 ms of the status',
    );
  });

  test('gives up on a long body that trickles, and has what has come of it', async () => {
    const { healthy, exchange } = await ask((_request, response) => {
      response.write(TEXT.padEnd(6_000, '.'));
      whenWaitingFor('body', () => setImmediate(() => pass(2_000)));
    });
    expect(exchange).toMatchObject({ kind: 'response', status: 200 });
    expect(healthy).toBe(true);
  });

  test.each([
    ['gzip', gzipSync(TEXT), true],
    ['deflate', deflateSync(TEXT), true],
    ['br', brotliCompressSync(`${TEXT.repeat(40)}${TEXT}`), false],
    ['gzip', Buffer.from('not gzip at all'), false],
  ])('undoes what a checker undoes: %s', async (encoding, body, healthy) => {
    const verdict = await ask((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding });
      response.end(body);
    });
    expect(verdict.healthy).toBe(healthy);
  });

  test.each([
    [5_120 - TEXT.length, true],
    [5_120 - TEXT.length + 1, false],
  ])('searches the first 5,120 bytes: %i bytes before the text', async (before, healthy) => {
    const verdict = await ask((_request, response) => response.end('.'.repeat(before) + TEXT));
    expect(verdict.healthy).toBe(healthy);
  });

  test('reads on to see where a later text is, but not endlessly', async () => {
    const { exchange } = await ask((_request, response) =>
      response.end('.'.repeat(7_000) + TEXT.repeat(90_000)),
    );
    if (exchange.kind !== 'response') {
      throw new Error(exchange.kind);
    }
    const body = Buffer.from(exchange.body);
    expect(body.indexOf(TEXT)).toBe(7_000);
    expect(body.length).toBeLessThan(200_000);
  });

  test('follows no redirect', async () => {
    const { healthy, exchange } = await ask((_request, response) => {
      response.writeHead(301, { location: 'https://www.example.com/' });
      response.end();
    });
    expect(healthy).toBe(false);
    expect(exchange).toMatchObject({ status: 301, headers: { location: 'https://www.example.com/' } });
  });

  test.each([
    ['of its own', cert],
    ['that has expired', expired],
  ])('minds no certificate: one %s', async (_what, certificate) => {
    expect((await ask((_request, response) => response.end(TEXT), { cert: certificate })).healthy).toBe(true);
  });

  test('speaks no newer TLS than AWS names', async () => {
    const { because } = await ask((_request, response) => response.end(TEXT), { minVersion: 'TLSv1.3' });
    expect(because).toBe('the TLS handshake failed');
  });

  test('tells when the store drops the connection', async () => {
    expect((await ask(({ socket }) => socket.destroy())).because).toBe('the connection was reset');
  });

  test('tells when nobody listens', async () => {
    const port = await listening(createTcpServer());
    server.close();
    await once(server, 'close');
    expect(probeVerdict(at(port), await probe(at(port))).because).toBe('the connection was refused');
  });

  test('tells when the name has no address', async () => {
    const port = await listening(createTcpServer());
    const endpoint = at(port, { host: 'no-such-shop.invalid', ipAddress: undefined });
    expect(await probe(endpoint)).toMatchObject({ kind: 'dns-failure' });
  });

  test('asks a TCP check for the connection only', async () => {
    const port = await listening(createTcpServer(() => undefined));
    const endpoint = at(port, { type: 'TCP', searchString: undefined });
    expect(probeVerdict(endpoint, await probe(endpoint))).toMatchObject({
      healthy: true,
      because: 'connected',
    });
  });
});
