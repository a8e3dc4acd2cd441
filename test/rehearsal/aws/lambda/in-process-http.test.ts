import { once } from 'node:events';
import http, { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { inProcessHttp } from '../../../../lib/rehearsal/aws/lambda/in-process-http';

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

describe('requests of a function to a server of this process', () => {
  let server: Server;
  let connections = 0;
  beforeEach(async () => {
    connections = 0;
    server = createServer(async (request, response) => {
      const body = await text(request);
      response.setHeader('X-Kind', 'echo');
      response.writeHead(201, { 'content-type': 'text/plain' });
      response.end(`${request.method} ${request.url} ${request.headers['x-from']} ${body}`);
    });
    server.on('connection', () => {
      connections += 1;
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterEach(async () => {
    server.closeAllConnections();
    await once(server.close(), 'close');
  });

  const ask = async ({ request }: typeof http, body: string) => {
    const options = { host: '127.0.0.1', port: portOf(server), method: 'PUT', path: '/a?b=1' };
    const sent = request({ ...options, headers: { 'x-from': 'function' }, agent: false });
    const answered = once(sent.end(body), 'response') as Promise<[IncomingMessage]>;
    const [response] = await answered;
    const { 'x-kind': kind, 'content-type': type } = response.headers;
    return { status: response.statusCode, kind, type, body: await text(response) };
  };

  test.each(['', 'hello', 'ä'.repeat(100_000)])(
    'are answered as over a socket, but without one',
    async (body) => {
      const overSocket = await ask(http, body);
      expect(connections).toBe(1);
      expect(await ask(inProcessHttp([server]), body)).toEqual(overSocket);
      expect(connections).toBe(1);
    },
  );

  test('go to any other server over a socket', async () => {
    expect((await ask(inProcessHttp([]), 'hello')).status).toBe(201);
    expect(connections).toBe(1);
  });

  test('may name a URL before their options', async () => {
    const url = new URL(`http://127.0.0.1:${portOf(server)}/`);
    const { request } = inProcessHttp([server]);
    const response = await new Promise<IncomingMessage>((resolve) => {
      request(url, { method: 'POST', agent: false }, resolve).end('hello');
    });
    expect(await text(response)).toMatch(/^POST \/ .* hello$/);
  });
});
