import { type LiveRehearsal, startLive } from '../../../lib/rehearsal/live/start-live';
import { exampleAssembly } from '../../helpers/example-assembly';
import { visit } from './helpers/visit';

const SPEED = 60;

/** Asks again and again until the answer is the one that is waited for. */
async function until(isThere: () => Promise<boolean>): Promise<void> {
  while (!(await isThere())) {}
}

let live: LiveRehearsal;

describe('live rehearsal with CloudFront in front', () => {
  beforeAll(async () => {
    live = await startLive({ assembly: await exampleAssembly('edge'), speed: SPEED });
  });

  afterAll(() => live?.close());

  test("serves the store under the shop's own name", async () => {
    const answer = await visit(`${live.shopUrl}products/teapot`);
    expect(answer.status).toBe(200);
    expect(answer.headers['x-understudy-served-from']).toMatch(/origin|cache/);
    expect(answer.text).toContain('Blue teapot');
  });

  test('hands forms over and leads on to the page after', async () => {
    const answer = await visit(`${live.shopUrl}checkout`, { method: 'POST', body: 'item=teapot' });
    expect([answer.status, answer.headers.location]).toEqual([303, '/checkout/thank-you']);
  });

  test.each([
    ['without a token', ''],
    ['with a wrong token', 'token=AAAAAAAA'],
  ])('obeys no button %s', async (_title, body) => {
    const answer = await fetch(`${live.controlUrl}kill`, { method: 'POST', body: new URLSearchParams(body) });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toBe('this button is from an earlier rehearsal: reload the control page\n');
    expect(live.store.running).toBe(true);
  });

  test.each([
    ['127.0.0.1:8081', 200],
    ['localhost', 200],
    ['rebound.example.com', 403],
    ['127.0.0.1.example.com', 403],
  ])('shows the control page to a browser that calls it %s: %i', async (host, status) => {
    expect((await visit(live.controlUrl, { headers: { host } })).status).toBe(status);
  });

  test('lets no other page frame the control page or load anything into it', async () => {
    const policy = (await fetch(live.controlUrl)).headers.get('content-security-policy');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  test('has no other pages', async () => {
    expect((await fetch(`${live.controlUrl}kill`)).status).toBe(404);
  });

  test('obeys its own buttons: the store is killed, the emergency page comes, the store is back', async () => {
    const page = await (await fetch(live.controlUrl)).text();
    const token = /name="token" value="([\w-]+)"/.exec(page)?.[1] ?? '';
    const press = (action: string) =>
      fetch(`${live.controlUrl}${action}`, { method: 'POST', body: new URLSearchParams({ token }) });

    expect((await press('kill')).status).toBe(200);
    expect(live.store.running).toBe(false);
    const closed = await visit(`${live.shopUrl}never/seen/before`);
    expect(closed.status).toBe(503);
    expect(closed.text).toContain('understudy-emergency-page');

    expect((await press('restart')).status).toBe(200);
    expect(live.store.running).toBe(true);
    await until(
      async () => (await visit(`${live.shopUrl}checkout`)).headers['x-understudy-served-from'] === 'origin',
    );
    expect(live.log.events.filter(({ kind }) => kind === 'fault')).toMatchObject([
      { phase: 'starts', text: "the store's process ended (SIGKILL)" },
      { phase: 'ends', text: "the store's process runs again" },
    ]);
  });

  test.each([
    ['--port', () => ({ port: Number(new URL(live.shopUrl).port) })],
    ['--control-port', () => ({ controlPort: Number(new URL(live.controlUrl).port) })],
  ])('fails when %s is taken', async (option, ports) => {
    const [port] = Object.values(ports());
    await expect(
      startLive({ assembly: await exampleAssembly('edge'), speed: SPEED, ...ports() }),
    ).rejects.toMatchObject({
      code: 'PORT_IN_USE',
      message: expect.stringContaining(`${option}: is taken by another program, got ${port};`),
    });
  });
});

describe('live rehearsal of a store with a front door of its own', () => {
  let dns: LiveRehearsal;

  beforeAll(async () => {
    dns = await startLive({ assembly: await exampleAssembly('dns'), speed: SPEED });
  });

  afterAll(() => dns?.close());

  test('leaves the browser with its own error until Route 53 has switched, then shows the emergency page', async () => {
    expect((await visit(dns.shopUrl)).status).toBe(200);
    await dns.store.kill();
    await expect(visit(dns.shopUrl)).rejects.toThrow();
    await until(async () => (await visit(dns.shopUrl).catch(() => undefined))?.status === 503);
    const shopper = dns.log.events.filter(({ kind }) => kind === 'shopper');
    expect(shopper.at(0)).toMatchObject({ outcome: 'served fresh' });
    expect(shopper.at(1)).toMatchObject({ outcome: 'raw error', because: 'connect-refused' });
    expect(shopper.at(-1)).toMatchObject({ outcome: 'emergency page' });
  });

  test('ends when it is closed', async () => {
    await dns.close();
    await dns.ended;
    await expect(visit(dns.shopUrl)).rejects.toThrow();
    expect(dns.store.running).toBe(false);
  });
});
