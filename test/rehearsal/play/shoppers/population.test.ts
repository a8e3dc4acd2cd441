import { USUAL_PATHS } from '../../../../lib/failover/store-paths';
import type { DnsResolver } from '../../../../lib/rehearsal/aws/route53/resolver';
import { VirtualClock } from '../../../../lib/rehearsal/kernel/clock/virtual-clock';
import { groupBy } from '../../../../lib/rehearsal/kernel/group-by';
import { Population } from '../../../../lib/rehearsal/play/shoppers/population';
import { builtInScenario } from '../../../../lib/rehearsal/scenario/load-scenario';
import type { ShopperSettings } from '../../../../lib/rehearsal/scenario/scenario';
import { aResponse } from '../../../parity/helpers/exchanges';
import { FakeHost, type ReceivedRequest } from '../../helpers/fake-host';

const { shoppers: DEFAULTS } = builtInScenario('origin refuses');
const SPAN = { startMs: 0, failsMs: 0, repairedMs: 60_000 };

/** Has shoppers come for ten minutes. Every resolver knows an address of its own. */
async function play(settings: Partial<ShopperSettings>, answer: FakeHost['answer']) {
  const clock = new VirtualClock(0);
  const internet = new FakeHost();
  internet.answer = answer;
  const resolver = (name: string) => ({ addressOf: () => name }) as unknown as DnsResolver;
  const population = new Population(
    { domainName: 'shop.example', paths: USUAL_PATHS, clock, internet, resolver },
    { seed: 1, settings: { ...DEFAULTS, returningPercent: 100, ...settings }, faults: [], span: SPAN },
  );
  population.begin();
  await clock.runUntil(600_000);
  return { received: internet.received, tally: population.tally };
}

/** Their requests, grouped by shopper. */
async function visits(
  settings: Partial<ShopperSettings>,
  answer: FakeHost['answer'] = () => aResponse(),
): Promise<readonly (readonly ReceivedRequest[])[]> {
  const { received } = await play(settings, answer);
  return groupBy(received, ({ headers }) => headers['cookie'] ?? '');
}

const asked = (requests: readonly ReceivedRequest[]): readonly string[] =>
  requests.map(({ method, path }) => `${method} ${path}`);

describe('shoppers', () => {
  test('ask the resolver of their provider, each always the same one', async () => {
    const providers = (await visits({ resolvers: 3 })).map((requests) => [
      ...new Set(requests.map(({ address }) => address)),
    ]);
    expect(providers.slice(0, 4)).toEqual([['provider 1'], ['provider 2'], ['provider 3'], ['provider 1']]);
  });

  test('reload a page that fails three times at most, and leave', async () => {
    const sessions = await visits({ retriesPercent: 100 }, () => aResponse({ status: 502 }));
    // Whoever came a minute before the end has had the time for it.
    const early = sessions.filter(([first]) => first !== undefined && first.startMs < 540_000);
    expect(early.length).toBeGreaterThan(100);
    for (const requests of early) {
      expect(asked(requests)).toEqual(Array(4).fill('GET /'));
    }
  });

  test('go where the store leads them', async () => {
    const sessions = await visits({ cartPercent: 100, orderPercent: 100 }, ({ method, path }) =>
      method === 'POST'
        ? aResponse({ status: 303, headers: { location: path === '/cart' ? '/checkout' : '/thank-you' } })
        : aResponse(),
    );
    expect(asked(sessions[0] ?? []).slice(-4)).toEqual([
      'POST /cart',
      'GET /checkout',
      'POST /checkout',
      'GET /thank-you',
    ]);
  });

  test.each([
    ['is answered as late as a form', aResponse({ firstByteMs: 12_000 }), { lost: false }],
    ['is cut', aResponse({ status: 502, firstByteMs: 9_000 }), { lost: true }],
  ])('whose way back from paying %s', async (_what, back, { lost }) => {
    const { tally } = await play({ cartPercent: 100, orderPercent: 100 }, ({ method, path }) => {
      if (method === 'POST' && path === '/checkout') {
        return aResponse({ status: 303, headers: { location: '/thank-you' } });
      }
      return path === '/thank-you' ? back : aResponse();
    });
    const { placed, atRisk, saved } = tally.orders;
    expect({ placed: placed > 0, atRisk: atRisk > 0, saved }).toEqual({
      placed: !lost,
      atRisk: lost,
      saved: 0,
    });
    expect(tally.waits.fault.maxMs).toBeLessThan(9_000);
  });

  test('follow five redirects and no more', async () => {
    const lost = aResponse({ status: 302, headers: { location: '/round-and-round' } });
    const [first = []] = await visits({}, () => lost);
    expect(asked(first).slice(0, 7)).toEqual([
      'GET /',
      ...Array(5).fill('GET /round-and-round'),
      'GET /static/shop.css',
    ]);
  });
});
