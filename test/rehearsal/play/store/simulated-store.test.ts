import { USUAL_PATHS } from '../../../../lib/failover/store-paths';
import { sessionIn } from '../../../../lib/rehearsal/play/store/session-cookie';
import { SimulatedStore } from '../../../../lib/rehearsal/play/store/simulated-store';
import type { StoreFault } from '../../../../lib/rehearsal/scenario/fault';

const ADDRESS = '192.0.2.1';
const build = (searchTexts: Record<string, string> = {}) =>
  new SimulatedStore(new Set([ADDRESS]), { name: 'Tea & Co', paths: USUAL_PATHS, searchTexts });
const get = (store: SimulatedStore, path: string, method = 'GET') =>
  store.exchange(ADDRESS, { method, path, headers: {} }, 0);

async function answered(
  store: SimulatedStore,
  { method = 'GET', path, cookie }: { method?: string; path: string; cookie?: string },
) {
  const headers: Record<string, string> = cookie === undefined ? {} : { cookie };
  const exchange = await store.exchange(ADDRESS, { method, path, headers }, 0);
  if (exchange.kind !== 'response') {
    throw new Error(exchange.kind);
  }
  return { ...exchange, text: Buffer.from(exchange.body).toString() };
}

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
    ['GET', '/', undefined, undefined],
    ['GET', '/nowhere', undefined, undefined],
    ['GET', '/products/teapot', 'public, max-age=30', 'Accept-Encoding'],
    ['GET', '/cart', 'no-cache', 'Cookie'],
    ['GET', '/checkout', 'private, no-store', undefined],
    ['GET', '/checkout/thank-you', 'private, no-store', undefined],
    ['POST', '/cart', 'private, no-store', undefined],
    ['GET', '/static/shop.css', 'public, max-age=3600', undefined],
  ])('tells caches what common platforms tell them: %s %s', async (method, path, cacheControl, vary) => {
    const { headers } = await answered(build(), { method, path });
    expect([headers['cache-control'], headers['vary']]).toEqual([cacheControl, vary]);
  });

  test.each([
    ['GET', '/', true],
    ['GET', '/products/teapot', true],
    ['GET', '/nowhere', true],
    ['POST', '/cart', true],
    ['GET', '/static/shop.css', false],
  ])('begins a session with the first visit: %s %s: %s', async (method, path, begins) => {
    const store = build();
    const { headers } = await answered(store, { method, path });
    expect(headers['set-cookie'] !== undefined).toBe(begins);
    const again = await answered(store, { method, path, cookie: 'session=mine' });
    expect(again.headers['set-cookie']).toBeUndefined();
  });

  test('begins a session of their own for everybody, the same ones for the same seed', async () => {
    const begun = async () => {
      const store = build();
      const all = await Promise.all([1, 2, 3].map(() => answered(store, { path: '/' })));
      return all.map(({ headers }) => sessionIn(headers['set-cookie']));
    };
    const first = await begun();
    expect(new Set(first).size).toBe(3);
    expect(await begun()).toEqual(first);
  });

  test('keeps a basket in each session, and empties it with the order', async () => {
    const store = build();
    const mine = { path: '/cart', cookie: 'session=mine' };
    const shows = async (cookie: string) => (await answered(store, { path: '/cart', cookie })).text;
    await answered(store, { ...mine, method: 'POST' });
    await answered(store, { ...mine, method: 'POST' });
    expect(await shows('session=mine')).toContain('In your basket: 2');
    expect(await shows('session=hers')).toContain('Your basket is empty.');
    await answered(store, { ...mine, path: '/checkout', method: 'POST' });
    expect(await shows('session=mine')).toContain('Your basket is empty.');
  });

  test.each([
    ['POST', '/checkout', 2_620],
    ['POST', '/cart', 120],
    ['GET', '/checkout', 120],
  ])('takes its time for an order: %s %s takes %i ms', async (method, path, firstByteMs) => {
    expect(await get(build(), path, method)).toMatchObject({ firstByteMs });
  });

  test('is as well as ever while its pages are reworded, but lacks what health checks look for', async () => {
    const store = new SimulatedStore(
      new Set([ADDRESS]),
      { name: 'Tea', paths: USUAL_PATHS, searchTexts: { '/': 'Example Shop' } },
      { faults: [{ kind: 'reworded', fromSeconds: 0, toSeconds: 1, text: '' }], startMs: 0, random: () => 0 },
    );
    const { status, text } = await answered(store, { path: '/' });
    expect([status, text.includes('a blue teapot'), text.includes('Example Shop')]).toEqual([
      200,
      true,
      false,
    ]);
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
    for (let request = 0; request < 10; request += 1) {
      ask(999);
    }
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
