import { request } from 'node:http';
import { type LocalServer, readBody, startLocalServer } from '../../../lib/rehearsal/live/local-server';

const servers: LocalServer[] = [];
type Answer = Parameters<typeof startLocalServer>[0]['answer'];

async function start(answer: Answer, port = 0): Promise<LocalServer> {
  const server = await startLocalServer({ port, option: '--port', answer });
  servers.push(server);
  return server;
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    await server.close();
  }
});

describe('local server', () => {
  test('listens on a free port and hands over whole bodies', async () => {
    const { port } = await start(async (incoming, response) => {
      response.end(await readBody(incoming));
    });
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: 'tea' });
    expect(await answer.text()).toBe('tea');
  });

  test('fails when the port is taken, and names the option and the port', async () => {
    const { port } = await start(async () => undefined);
    await expect(start(async () => undefined, port)).rejects.toMatchObject({
      code: 'PORT_IN_USE',
      message: `--port: is taken by another program, got ${port}; choose another port, or 0 for any free one`,
    });
  });

  test('says what went wrong while it answered', async () => {
    const { port } = await start(async () => {
      throw new Error('no such record');
    });
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    expect(answer.status).toBe(500);
    expect(await answer.text()).toBe('The rehearsal failed: no such record\n');
  });

  test('drops the connection when something goes wrong in the middle of an answer', async () => {
    const { port } = await start(async (_incoming, response) => {
      response.writeHead(200, { 'content-length': '9' });
      response.flushHeaders();
      throw new Error('no more');
    });
    const dropped = new Promise((resolve) => {
      const outgoing = request({ host: '127.0.0.1', port }, (answer) => {
        answer.on('error', (error) => resolve(error.message)).resume();
      });
      outgoing.on('error', (error) => resolve(error.message)).end();
    });
    expect(await dropped).toMatch(/aborted|hang up/);
  });
});
