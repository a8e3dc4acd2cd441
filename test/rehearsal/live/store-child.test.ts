import { USUAL_PATHS } from '../../../lib/failover/store-paths';
import { StoreChild } from '../../../lib/rehearsal/live/store-child';

const told: string[] = [];
let child: StoreChild;

beforeEach(async () => {
  told.length = 0;
  child = new StoreChild({ onBack: () => told.push('back'), onGone: (how) => told.push(`gone: ${how}`) });
  child.become({ name: 'Tea & Co', paths: USUAL_PATHS, searchTexts: { '/': 'Fresh tea' } });
  await child.start();
});

afterEach(() => child.close());

const home = () => fetch(`http://127.0.0.1:${child.port}/`);

describe("store's process", () => {
  test('serves the example store over HTTP', async () => {
    const answer = await home();
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page).toContain('Tea &amp; Co');
    expect(page).toContain('Fresh tea');
  });

  test('refuses connections once killed, and answers on the same port once started again', async () => {
    const { port, pid } = child;
    await child.kill();
    expect(child.running).toBe(false);
    await expect(home()).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    await child.start();
    expect(child.running).toBe(true);
    expect(child.port).toBe(port);
    expect(child.pid).not.toBe(pid);
    expect((await home()).status).toBe(200);
    expect(told).toEqual(['gone: SIGKILL', 'back']);
  });

  test('is missed when somebody else kills it', async () => {
    process.kill(child.pid ?? Number.NaN, 'SIGTERM');
    while (child.running) {
      await new Promise(setImmediate);
    }
    expect(told).toEqual(['gone: SIGTERM']);
  });

  test('starts and ends once, however often it is asked to', async () => {
    const { pid } = child;
    await Promise.all([child.start(), child.start()]);
    expect(child.pid).toBe(pid);
    await Promise.all([child.kill(), child.kill()]);
    await child.kill();
    expect(told).toEqual(['gone: SIGKILL']);
  });

  test('ends for good without a word when it is closed', async () => {
    await child.close();
    await expect(home()).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    expect(told).toEqual([]);
  });

  test('fails when its port was taken while it was down', async () => {
    const { port } = child;
    await child.kill();
    const { createServer } = await import('node:net');
    const thief = createServer().listen(port, '127.0.0.1');
    try {
      await expect(child.start()).rejects.toMatchObject({
        code: 'PORT_IN_USE',
        message: `store: its port can't be used again, got ${port} (EADDRINUSE); quit and start the rehearsal again`,
      });
      expect(child.running).toBe(false);
    } finally {
      thief.close();
    }
  });
});
