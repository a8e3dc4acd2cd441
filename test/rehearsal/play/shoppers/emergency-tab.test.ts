import { STATUS_PATH } from '../../../../lambda/emergency-response/contract/paths';
import { renderEmergencyPage } from '../../../../lib/page/render-emergency-page';
import type { DnsResolver } from '../../../../lib/rehearsal/aws/route53/resolver';
import { VirtualClock } from '../../../../lib/rehearsal/kernel/clock/virtual-clock';
import type { Exchange, ResponseExchange } from '../../../../lib/rehearsal/kernel/network/exchange';
import { Browser } from '../../../../lib/rehearsal/play/shoppers/browser';
import { EmergencyTab, isEmergencyPage, paysAt } from '../../../../lib/rehearsal/play/shoppers/emergency-tab';
import { pageProps } from '../../../helpers/page-props';
import { aResponse } from '../../../parity/helpers/exchanges';
import { A_BROWSER } from '../../helpers/a-browser';
import { FakeHost } from '../../helpers/fake-host';

const status = (mode: string): ResponseExchange =>
  aResponse({
    body: Buffer.from(
      JSON.stringify({
        x_mode: mode,
        page: { updated_at: '1970-01-01T00:00:00Z' },
        x_release: { spread_seconds: 60 },
      }),
    ),
  });

interface Scene {
  readonly mode: () => Exchange;
  readonly store?: Exchange;
  /** What the very address answers. @default - as `store` */
  readonly itself?: Exchange;
  readonly vainReturns?: number;
  readonly path?: string;
  readonly paysHere?: boolean;
  readonly fromShop?: boolean;
}

/** The page at an address, from the start of the clock; the store answers as told, the status file too. */
function open({ mode, store = aResponse(), itself = store, ...scene }: Scene) {
  const { path: at = '/products/7', vainReturns = 0, paysHere = false, fromShop = false } = scene;
  const clock = new VirtualClock(0);
  const internet = new FakeHost();
  internet.answer = ({ path }) => (path === STATUS_PATH ? mode() : path === at ? itself : store);
  const resolver = { addressOf: () => '192.0.2.1' } as unknown as DnsResolver;
  const browser = new Browser({ ...A_BROWSER, clock, internet }, resolver, 0);
  const returns: { readonly atMs: number; readonly kept: number }[] = [];
  const led: string[] = [];
  const world = { clock, random: () => 0.5 };
  const origin = { browser, path: at, vainReturns, paysHere, fromShop };
  new EmergencyTab(world, origin, async (path, kept) => {
    led.push(path);
    returns.push({ atMs: clock.nowMs, kept });
  }).start();
  const polls = () =>
    internet.received.filter(({ path }) => path === STATUS_PATH).map(({ startMs }) => startMs);
  const probes = () => internet.received.filter(({ path }) => path !== STATUS_PATH);
  return { clock, returns, led, polls, probes };
}

describe('emergency page in a browser', () => {
  test('polls at once, then ever more slowly, and leaves a closed store alone', async () => {
    const { clock, polls, probes } = open({ mode: () => status('emergency') });
    await clock.runUntil(100_000);
    expect(polls()).toEqual([0, 11_250, 22_500, 45_000, 90_000]);
    expect(probes()).toEqual([]);
  });

  test('polls at its first pace again after the mode has changed', async () => {
    let mode = 'emergency';
    const { clock, polls } = open({ mode: () => status(mode) });
    await clock.runUntil(40_000);
    mode = 'maintenance';
    await clock.runUntil(120_000);
    expect(polls()).toEqual([0, 11_250, 22_500, 45_000, 90_000, 101_250]);
  });

  test.each(['emergency', 'maintenance', 'degraded'])(
    'brings the shopper back within the spread once a store in mode %s opens',
    async (before) => {
      let mode = before;
      const { clock, returns, polls, probes } = open({ mode: () => status(mode) });
      await clock.runUntil(2_000);
      mode = 'normal';
      await clock.runUntil(100_000);
      expect(returns).toEqual([{ atMs: 11_250 + 30_000, kept: 1 }]);
      expect(polls()).toEqual([0, 11_250]);
      expect(probes()).toMatchObject([{ method: 'GET', path: '/' }]);
    },
  );

  test.each([
    ['at once', 'normal', 0, 0],
    ['within the spread while the store recovers', 'recovering', 0, 30_000],
    ['later than within the spread after a return that came too early', 'normal', 1, 30_000 + 22_500],
    ['later still after another', 'normal', 2, 30_000 + 45_000],
  ])('sends newcomers to an open store back %s', async (_, mode, vainReturns, atMs) => {
    const { clock, returns } = open({ mode: () => status(mode), vainReturns });
    await clock.runUntil(100_000);
    expect(returns).toEqual([{ atMs, kept: vainReturns + 1 }]);
  });

  test('forgets vain returns while the store is closed', async () => {
    let mode = 'emergency';
    const { clock, returns } = open({ mode: () => status(mode), vainReturns: 3 });
    await clock.runUntil(2_000);
    mode = 'normal';
    await clock.runUntil(100_000);
    expect(returns).toEqual([{ atMs: 11_250 + 30_000, kept: 1 }]);
  });

  test.each([
    ['fails', aResponse({ status: 503 })],
    ['asks to stay away', aResponse({ status: 429 })],
    ['does not answer', { kind: 'no-response', connectMs: 30 } as const],
    ['cannot be reached', { kind: 'connect-timeout', elapsedMs: Number.POSITIVE_INFINITY } as const],
  ])('stays when the store opens by its own account, but %s', async (_, store) => {
    const { clock, returns, probes } = open({ mode: () => status('normal'), store });
    await clock.runUntil(100_000);
    expect(probes().length).toBeGreaterThan(1);
    expect(returns).toEqual([]);
  });

  test.each([
    [59_999, [0], 1],
    [60_000, [0, 60_000], 0],
  ])('waits for the store for less than a minute: %d ms', async (tookMs, polls, returns) => {
    const store = aResponse({ connectMs: 0, firstByteMs: tookMs, bodyMs: 0 });
    const tab = open({ mode: () => status('normal'), store });
    await tab.clock.runUntil(61_000);
    expect(tab.polls()).toEqual(polls);
    expect(tab.returns).toHaveLength(returns);
  });

  test.each([
    [11_249, 1],
    [11_250, 0],
  ])('takes a status that comes before the next poll is due: %d ms', async (tookMs, probes) => {
    const slow = { ...status('normal'), connectMs: 0, firstByteMs: 0, bodyMs: tookMs };
    const tab = open({ mode: () => slow });
    await tab.clock.runUntil(11_000);
    expect(tab.probes()).toHaveLength(probes);
  });

  test('takes a redirect for an open store', async () => {
    const { clock, returns } = open({ mode: () => status('normal'), store: aResponse({ status: 302 }) });
    await clock.runUntil(10_000);
    expect(returns).toHaveLength(1);
  });

  const gone = aResponse({ status: 404 });
  test.each<[string, Omit<Scene, 'mode'>, string, string]>([
    ['a typed address', {}, '/', '/products/7'],
    ['a link in an e-mail that works once', { path: '/confirm?token=abc' }, '/', '/confirm?token=abc'],
    ["a link of the shop's own", { fromShop: true }, '/products/7', '/products/7'],
    ["a search of the shop's own", { fromShop: true, path: '/search?q=7' }, '/', '/search?q=7'],
    ['a form whose address has no page', { fromShop: true, itself: gone }, '/products/7', '/'],
    ['a payment', { fromShop: true, paysHere: true, path: '/pay' }, '/', '/'],
    ['a payment provider', { paysHere: true, path: '/pay?token=abc' }, '/', '/pay?token=abc'],
  ])('asks and leads back where no harm is done after %s', async (_, scene, asked, back) => {
    const { clock, led, probes } = open({ mode: () => status('normal'), ...scene });
    await clock.runUntil(40_000);
    expect(probes()).toMatchObject([{ method: 'GET', path: asked }]);
    expect(led).toEqual([back]);
  });

  test('leaves time to read that nobody should pay twice, though the rest of the store is well', async () => {
    const { clock, led } = open({ mode: () => status('normal'), paysHere: true, path: '/pay' });
    await clock.runUntil(29_999);
    expect(led).toEqual([]);
    await clock.runUntil(30_000);
    expect(led).toEqual(['/']);
  });

  test.each([
    ['/checkout', true],
    ['/checkout/return?token=abc', true],
    ['/products/7?from=checkout', false],
  ])('knows by its own settings whether shoppers pay at %s: %s', (path, pays) => {
    expect(paysAt(aResponse({ body: Buffer.from(renderEmergencyPage(pageProps())) }), path)).toBe(pays);
  });

  test('asks the store itself at every fourth poll while there is no status', async () => {
    const { clock, polls, probes } = open({
      mode: () => aResponse({ status: 404 }),
      store: aResponse({ status: 503 }),
    });
    await clock.runUntil(400_000);
    expect(probes().length).toBe(Math.floor(polls().length / 4));
  });

  test.each([
    ['<meta name="generator" content="understudy-emergency-page">', true],
    ['<title>Welcome</title>', false],
  ])('is known by its marker: %s', (body, expected) => {
    expect(isEmergencyPage(aResponse({ body: Buffer.from(body) }))).toBe(expected);
  });
});
