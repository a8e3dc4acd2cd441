import { VirtualClock } from '../../../lib/rehearsal/kernel/clock/virtual-clock';
import { SimulatedStore } from '../../../lib/rehearsal/play/store/simulated-store';
import { buildWorld, type World } from '../../../lib/rehearsal/play/world/world';
import { exampleAssembly } from '../../helpers/example-assembly';
import { messagesIn } from '../helpers/messages';

const SHOP = 'shop.example.com';

let world: World;
beforeAll(async () => {
  const clock = new VirtualClock(Date.parse('2026-11-27T09:00:00Z'));
  world = await buildWorld({
    assembly: await exampleAssembly('edge'),
    clock,
    seed: 1,
    hostStore: (addresses, example) => {
      const store = new SimulatedStore(addresses, example);
      const refuse = async () => ({ kind: 'connect-refused', elapsedMs: 30 }) as const;
      return { answersAt: (address) => store.answersAt(address), exchange: refuse };
    },
  });
  await clock.runUntil(clock.nowMs + 10 * 60_000);
});
afterAll(() => world.close());

const ask = (path: string, host = SHOP, address = world.resolver('reader').addressOf(host)) =>
  world.internet.exchange(address, { method: 'GET', path, headers: { host } }, world.clock.nowMs);

describe('emergency site during an outage', () => {
  test.each([
    ['status.json', 'application/json; charset=utf-8', 'max-age=5', '"x_mode":"emergency"'],
    ['summary.json', 'application/json; charset=utf-8', 'max-age=5', '"status":"investigating"'],
    [
      'history.atom',
      'application/atom+xml; charset=utf-8',
      'max-age=60',
      '[Investigating] Store unavailable',
    ],
    ['maintenance.ics', 'text/calendar; charset=utf-8', 'max-age=60', 'BEGIN:VCALENDAR'],
  ])('serves %s through CloudFront, as what it is', async (name, contentType, cacheControl, text) => {
    const exchange = await ask(`/understudy/${name}`);
    if (exchange.kind !== 'response') {
      throw new Error(exchange.kind);
    }
    expect(exchange.status).toBe(200);
    expect(exchange.headers['content-type']).toBe(contentType);
    expect(exchange.headers['cache-control']).toContain(cacheControl);
    expect(Buffer.from(exchange.body).toString()).toContain(text);
  });
});

test('the runbook opens by the link in a message, without a console, and nobody keeps it', async () => {
  const [link] = messagesIn(world.log).flatMap(
    ({ body }) => body.match(/https:\/\/\S+\/runbook\.html#home-down$/m) ?? [],
  );
  const { hostname, pathname } = new URL(link ?? '');
  const exchange = await ask(pathname, hostname, hostname);
  if (exchange.kind !== 'response') {
    throw new Error(exchange.kind);
  }
  expect(exchange).toMatchObject({
    status: 200,
    headers: { 'content-type': 'text/html', 'cache-control': 'no-store', 'x-robots-tag': 'noindex' },
  });
  expect(Buffer.from(exchange.body).toString()).toContain('<section id="home-down">');
});
