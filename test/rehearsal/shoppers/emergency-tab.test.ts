import { STATUS_PATH } from '../../../lib/emergency-site/paths';
import { VirtualClock } from '../../../lib/rehearsal/clock/virtual-clock';
import type { Exchange } from '../../../lib/rehearsal/network/exchange';
import type { DnsResolver } from '../../../lib/rehearsal/route53/resolver';
import { Browser } from '../../../lib/rehearsal/shoppers/browser';
import { EmergencyTab, isEmergencyPage } from '../../../lib/rehearsal/shoppers/emergency-tab';
import { aResponse } from '../../parity/helpers/exchanges';
import { FakeHost } from '../helpers/fake-host';

const status = (mode: string): Exchange =>
  aResponse({
    body: Buffer.from(
      JSON.stringify({
        x_mode: mode,
        page: { updated_at: '1970-01-01T00:00:00Z' },
        x_release: { spread_seconds: 60 },
      }),
    ),
  });

/** A tab at /checkout; the store's own address answers as told, the status file too. */
function open({ mode, store }: { readonly mode: () => Exchange; readonly store: Exchange }) {
  const clock = new VirtualClock(0);
  const internet = new FakeHost();
  internet.answer = ({ path }) => (path === STATUS_PATH ? mode() : store);
  const resolver = { addressOf: () => '192.0.2.1' } as unknown as DnsResolver;
  const browser = new Browser({ domainName: 'shop.example', clock, internet }, resolver, 0);
  const returns: number[] = [];
  const tab = new EmergencyTab({ clock, random: () => 0.5, browser }, '/checkout', async () => {
    returns.push(clock.nowMs);
  });
  const polls = () =>
    internet.received.filter(({ path }) => path === STATUS_PATH).map(({ startMs }) => startMs);
  const probes = () => internet.received.filter(({ method }) => method === 'HEAD');
  return { clock, tab, returns, polls, probes };
}

describe('emergency page in a browser', () => {
  test('polls within seconds, then ever more slowly, and leaves a closed store alone', async () => {
    const { clock, tab, polls, probes } = open({ mode: () => status('emergency'), store: aResponse() });
    tab.open(true);
    await clock.runUntil(100_000);
    expect(polls()).toEqual([1_500, 12_750, 35_250, 80_250]);
    expect(probes()).toEqual([]);
  });

  test('brings the shopper back within the spread once the store opens', async () => {
    let mode = 'emergency';
    const { clock, tab, returns, probes } = open({ mode: () => status(mode), store: aResponse() });
    tab.open(true);
    await clock.runUntil(2_000);
    mode = 'normal';
    await clock.runUntil(100_000);
    expect(returns).toEqual([12_750 + 30_000]);
    expect(probes()).toMatchObject([{ path: '/checkout' }]);
  });

  test.each([
    ['fails', aResponse({ status: 503 })],
    ['is too slow', aResponse({ firstByteMs: 10_001 })],
    ['asks to stay away', aResponse({ status: 429 })],
    ['does not answer', { kind: 'no-response', connectMs: 30 } as const],
  ])('stays when the store opens by its own account, but %s', async (_, store) => {
    const { clock, tab, returns, probes } = open({ mode: () => status('normal'), store });
    tab.open(true);
    await clock.runUntil(100_000);
    expect(probes().length).toBeGreaterThan(1);
    expect(returns).toEqual([]);
  });

  test('takes a redirect for an open store', async () => {
    const { clock, tab, returns } = open({ mode: () => status('normal'), store: aResponse({ status: 302 }) });
    tab.open(true);
    await clock.runUntil(10_000);
    expect(returns).toHaveLength(1);
  });

  test('asks the store itself at every fourth poll while there is no status', async () => {
    const { clock, tab, polls, probes } = open({
      mode: () => aResponse({ status: 404 }),
      store: aResponse({ status: 503 }),
    });
    tab.open(true);
    await clock.runUntil(400_000);
    expect(probes().length).toBe(Math.floor(polls().length / 4));
  });

  test('does not hurry in a tab that went back moments ago', async () => {
    const { clock, tab, polls } = open({ mode: () => status('emergency'), store: aResponse() });
    tab.open(false);
    await clock.runUntil(46_000);
    expect(polls()).toEqual([45_000]);
  });

  test.each([
    ['<meta name="generator" content="understudy-emergency-page">', true],
    ['<title>Welcome</title>', false],
  ])('is known by its marker: %s', (body, expected) => {
    expect(isEmergencyPage(aResponse({ body: Buffer.from(body) }))).toBe(expected);
  });
});
