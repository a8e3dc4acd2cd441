import { type Clock, every } from '../clock/clock';
import type { Host } from '../network/network';
import type { DnsResolver } from '../route53/resolver';
import { judge } from './shopper';
import type { TallyKeeper } from './tally-keeper';

/** Resolvers that shoppers' internet providers run, and edge locations that serve them. */
const RESOLVERS = 8;
const ARRIVAL_MS = 1_000;
/** What a shopper does, one step every {@link STEP_MS}. */
const STEPS = [
  { method: 'GET', path: '/' },
  { method: 'GET', path: '/products/teapot' },
  { method: 'GET', path: '/products/teapot' },
  { method: 'POST', path: '/checkout' },
];
const STEP_MS = 40_000;

/** What shoppers need of the rest of the world. */
export interface ShopperSurroundings {
  readonly domainName: string;
  readonly clock: Clock;
  readonly tally: TallyKeeper;
  readonly internet: Host;
  readonly resolver: (name: string) => DnsResolver;
}

/** One shopper a second arrives, looks around and orders. Each has a session cookie and a provider's resolver. */
export function sendShoppers({ domainName, clock, tally, internet, resolver }: ShopperSurroundings): void {
  const resolvers = Array.from({ length: RESOLVERS }, (_, index) => resolver(`provider ${index + 1}`));
  let arrivals = 0;
  every(clock, ARRIVAL_MS, clock.nowMs, () => {
    arrivals += 1;
    const shopper = arrivals;
    for (const [index, step] of STEPS.entries())
      clock.at(clock.nowMs + index * STEP_MS, () => go(shopper, step));
  });

  const go = async (shopper: number, { method, path }: (typeof STEPS)[number]): Promise<void> => {
    const headers = { accept: 'text/html', cookie: `session=${shopper}`, host: domainName };
    const own = resolvers[shopper % RESOLVERS];
    if (own === undefined) return;
    const exchange = await internet.exchange(
      own.addressOf(domainName),
      { method, path, headers, location: shopper },
      clock.nowMs,
    );
    tally.note({ ...judge(method, exchange), atMs: clock.nowMs, url: `${method} ${path}` });
  };
}
