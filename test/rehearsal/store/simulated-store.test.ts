import type { StoreFault } from '../../../lib/rehearsal/scenario/fault';
import { SimulatedStore } from '../../../lib/rehearsal/store/simulated-store';
import { USUAL_PATHS } from '../../../lib/store-paths';

const ADDRESS = '192.0.2.1';
const build = (searchTexts: Record<string, string> = {}) =>
  new SimulatedStore(new Set([ADDRESS]), { name: 'Tea & Co', paths: USUAL_PATHS, searchTexts });
const get = (store: SimulatedStore, path: string, method = 'GET') =>
  store.exchange(ADDRESS, { method, path, headers: {} }, 0);

describe('stand-in for the store', () => {
  test.each([
    ['GET', '/', 200],
    ['GET', '/products/teapot?color=blue', 200],
    ['GET', '/static/shop.css', 200],
    ['POST', '/checkout', 303],
    ['GET', '/nowhere', 404],
  ])('answers %s %s with %i', async (method, path, status) => {
    expect(await get(build(), path, method)).toMatchObject({ kind: 'response', status });
  });

  test('shows what health checks look for, on their own pages too', async () => {
    const texts = { '/': 'Example Shop', '/health': '{"status":"ok"}', '/static/up.txt': '<b>up & well' };
    const store = build(texts);
    for (const [path, text] of Object.entries(texts)) {
      const exchange = await get(store, path);
      expect(exchange).toMatchObject({ status: 200 });
      expect(exchange.kind === 'response' && Buffer.from(exchange.body).toString()).toContain(text);
    }
  });

  test('escapes its name', async () => {
    const exchange = await get(build(), '/');
    expect(exchange.kind === 'response' && Buffer.from(exchange.body).toString()).toContain('Tea &amp; Co');
  });

  test.each([
    ['/', false],
    ['/checkout', false],
    ['/products/teapot', true],
    ['/static/shop.css', true],
  ])('lets caches keep %s: %s', async (path, kept) => {
    const exchange = await get(build(), path);
    const cacheControl = exchange.kind === 'response' ? exchange.headers['cache-control'] : undefined;
    expect(cacheControl?.startsWith('public')).toBe(kept);
  });

  test.each([
    [0, 'response'],
    [1_000, 'connect-refused'],
    [1_999, 'connect-refused'],
    [2_000, 'response'],
  ])('is broken as long as a fault lasts: after %i ms', async (startMs, kind) => {
    const faults = [{ kind: 'refuses', fromSeconds: 1, toSeconds: 2, text: 'down' }] as const;
    const broken = new SimulatedStore(
      new Set([ADDRESS]),
      { name: 'Tea', paths: USUAL_PATHS, searchTexts: {} },
      { faults, startMs: 0, random: () => 0 },
    );
    expect(await broken.exchange(ADDRESS, { method: 'GET', path: '/', headers: {} }, startMs)).toMatchObject({
      kind,
    });
  });

  test.each<[StoreFault['kind'], string, number]>([
    ['refuses', ADDRESS, 200],
    ['black hole', ADDRESS, 200],
    ['name fails', 'origin.example', 200],
    ['name fails', ADDRESS, 503],
    ['hangs', ADDRESS, 503],
    ['wrong content', ADDRESS, 503],
  ])('has work with what gets as far as it only: after "%s" at %s it answers %i', (kind, address, status) => {
    const fault = { kind, fromSeconds: 0, toSeconds: 1, text: '' } as StoreFault;
    const store = new SimulatedStore(
      new Set([address]),
      { name: 'Tea', paths: USUAL_PATHS, searchTexts: {} },
      {
        faults: [fault],
        startMs: 0,
        random: () => 0,
        capacity: { requestsPerSecond: 1, queue: 3, slowdown: 1 },
      },
    );
    const ask = (startMs: number) =>
      store.exchange(address, { method: 'GET', path: '/', headers: {} }, startMs);
    for (let request = 0; request < 10; request += 1) ask(999);
    // What it has worked off in a millisecond.
    ask(1_000);
    expect(ask(1_000)).toMatchObject({ kind: 'response', status });
  });

  test.each([
    [ADDRESS, true],
    ['192.0.2.2', false],
  ])('is at its addresses only: %s', (address, expected) => {
    expect(build().answersAt(address)).toBe(expected);
  });
});
