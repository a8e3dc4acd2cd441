import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { httpExchange } from '../../../lib/rehearsal/live/http-exchange';

let server: Server;

async function serve(listener: RequestListener): Promise<number> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

const ask = (port: number, timeoutMs = 10_000) =>
  httpExchange({
    port,
    timeoutMs,
    request: {
      method: 'POST',
      path: '/checkout?step=2',
      headers: { host: 'shop.example.com' },
      body: Buffer.from('a=1'),
    },
  });

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

describe('HTTP exchange', () => {
  test('carries a request over and its answer back, with the time of each phase', async () => {
    const port = await serve(async (request, response) => {
      const body = await request.toArray();
      response.writeHead(201, { 'X-Seen': `${request.method} ${request.url} ${request.headers.host}` });
      response.end(`got ${body.join('')}`);
    });
    const exchange = await ask(port);
    if (exchange.kind !== 'response') {
      throw new Error(exchange.kind);
    }
    expect(exchange.status).toBe(201);
    expect(exchange.headers['x-seen']).toBe('POST /checkout?step=2 shop.example.com');
    expect(Buffer.from(exchange.body).toString()).toBe('got a=1');
    for (const ms of [exchange.connectMs, exchange.firstByteMs, exchange.bodyMs]) {
      expect(ms).toBeGreaterThanOrEqual(0);
      expect(ms).toBeLessThan(10_000);
    }
  });

  test('is refused where nobody listens', async () => {
    const port = await serve(() => undefined);
    server.close();
    await once(server, 'close');
    expect(await ask(port)).toEqual({ kind: 'connect-refused', elapsedMs: expect.any(Number) });
  });

  test.each<[string, RequestListener]>([
    ['before the status', (request) => request.socket.destroy()],
    [
      'in the middle of the body',
      (request, response) => {
        response.writeHead(200, { 'content-length': '100' });
        response.write('half', () => request.socket.destroy());
      },
    ],
  ])('is reset when the connection drops %s', async (_when, listener) => {
    expect(await ask(await serve(listener))).toEqual({ kind: 'reset', elapsedMs: expect.any(Number) });
  });

  test('has no response once the time limit has passed', async () => {
    const port = await serve(() => undefined);
    expect(await ask(port, 50)).toEqual({ kind: 'no-response', connectMs: expect.any(Number) });
  });
});
