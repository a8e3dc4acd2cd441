import fc from 'fast-check';
import { USUAL_PATHS } from '../../../../lib/failover/store-paths';
import type { DnsResolver } from '../../../../lib/rehearsal/aws/route53/resolver';
import { VirtualClock } from '../../../../lib/rehearsal/kernel/clock/virtual-clock';
import type { Exchange } from '../../../../lib/rehearsal/kernel/network/exchange';
import { Population } from '../../../../lib/rehearsal/play/shoppers/population';
import type { ShopperTally } from '../../../../lib/rehearsal/record/tally';
import { builtInScenario } from '../../../../lib/rehearsal/scenario/load-scenario';
import type { ShopperSettings } from '../../../../lib/rehearsal/scenario/scenario';
import { aResponse } from '../../../parity/helpers/exchanges';
import { FakeHost, type ReceivedRequest } from '../../helpers/fake-host';

const MINUTE_MS = 60_000;
const SPAN = { startMs: 0, failsMs: 2 * MINUTE_MS, repairedMs: 5 * MINUTE_MS };
const { shoppers: DEFAULTS } = builtInScenario('origin refuses');

const EMERGENCY_PAGE: Exchange = aResponse({
  status: 503,
  headers: { server: 'AmazonS3' },
  body: Buffer.from('<meta name="generator" content="understudy-emergency-page">'),
});
const FAILURES: readonly Exchange[] = [
  EMERGENCY_PAGE,
  aResponse({ status: 502 }),
  { kind: 'connect-refused', elapsedMs: 30 },
  { kind: 'no-response', connectMs: 30 },
  aResponse({ firstByteMs: 8_000 }),
];

interface Given {
  readonly seed: number;
  readonly settings: ShopperSettings;
  /** What everybody gets while the store is down. */
  readonly failure: Exchange;
}

const given = fc.record({
  seed: fc.nat(),
  failure: fc.constantFrom(...FAILURES),
  settings: fc.record({
    ...Object.fromEntries(Object.entries(DEFAULTS).map(([name, value]) => [name, fc.constant(value)])),
    arrivalsPerMinute: fc.constantFrom(0, 1, 30, 300),
    cartPercent: fc.integer({ min: 0, max: 100 }),
    staysPercent: fc.integer({ min: 0, max: 100 }),
    retriesPercent: fc.integer({ min: 0, max: 100 }),
  }),
}) as fc.Arbitrary<Given>;

/** The store leads whoever sends a form on, as the example's does. */
const LEADS_TO: Readonly<Record<string, string>> = { '/cart': '/checkout', '/checkout': '/thank-you' };
const redirect = (location: string) => aResponse({ status: 303, headers: { location } });

function store({ method, path }: ReceivedRequest): Exchange {
  const location = method === 'POST' ? LEADS_TO[path] : undefined;
  return location === undefined ? aResponse() : redirect(location);
}

/** Eight minutes with shoppers, of which the store is down for three. */
async function play({
  seed,
  settings,
  failure,
}: Given): Promise<{ tally: ShopperTally; internet: FakeHost }> {
  const clock = new VirtualClock(0);
  const internet = new FakeHost();
  internet.answer = (request) =>
    request.startMs >= SPAN.failsMs && request.startMs < SPAN.repairedMs ? failure : store(request);
  const resolver = () => ({ addressOf: () => '192.0.2.1' }) as unknown as DnsResolver;
  const world = { domainName: 'shop.example', paths: USUAL_PATHS, clock, internet, resolver };
  const population = new Population(world, { seed, settings, faults: [], span: SPAN });
  population.begin();
  await clock.runUntil(8 * MINUTE_MS);
  return { tally: population.tally, internet };
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

describe('shoppers', () => {
  test('are counted once for each request that they make', async () => {
    await fc.assert(
      fc.asyncProperty(given, async (one) => {
        const { tally, internet } = await play(one);
        // The emergency page's own requests are nobody's.
        const made = internet.received.filter(({ headers }) => headers['sec-fetch-dest'] !== 'empty');
        expect(sum(Object.values(tally.totals))).toBe(made.length);
        expect(sum(Object.values(tally.overTime.counts).flat())).toBe(made.length);
        const waits = [tally.waits, tally.formWaits].flatMap((byPhase) => Object.values(byPhase));
        expect(sum(waits.map(({ count }) => count))).toBe(made.length);
      }),
      { numRuns: 30 },
    );
  });

  test('never go back in time', async () => {
    await fc.assert(
      fc.asyncProperty(given, async (one) => {
        const times = (await play(one)).internet.received.map(({ startMs }) => startMs);
        expect(times).toEqual([...times].sort((a, b) => a - b));
      }),
      { numRuns: 10 },
    );
  });

  test('are the same again for the same seed', async () => {
    await fc.assert(
      fc.asyncProperty(given, async (one) => {
        expect((await play(one)).tally).toEqual((await play(one)).tally);
      }),
      { numRuns: 10 },
    );
  });

  test('never save more orders than were at risk, nor more than were placed', async () => {
    await fc.assert(
      fc.asyncProperty(given, async (one) => {
        const { atRisk, placed, saved } = (await play(one)).tally.orders;
        expect(saved).toBeLessThanOrEqual(Math.min(atRisk, placed));
      }),
      { numRuns: 30 },
    );
  });
});
