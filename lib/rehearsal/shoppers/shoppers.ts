import { type Clock, every } from '../clock/clock';
import type { EventLog } from '../event-log';
import type { Host } from '../network/network';
import type { DnsResolver } from '../route53/resolver';
import { visit } from './shopper';

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
  readonly log: EventLog;
  readonly internet: Host;
  readonly resolver: (name: string) => DnsResolver;
}

/** One shopper a second arrives, looks around and orders. Each has a session cookie and a provider's resolver. */
export function sendShoppers({ domainName, clock, log, internet, resolver }: ShopperSurroundings): void {
  const resolvers = Array.from({ length: RESOLVERS }, (_, index) => resolver(`provider ${index + 1}`));
  let arrivals = 0;
  every(clock, ARRIVAL_MS, clock.nowMs, () => {
    arrivals += 1;
    const shopper = arrivals;
    for (const [index, step] of STEPS.entries())
      clock.at(clock.nowMs + index * STEP_MS, () => go(shopper, step));
  });

  const go = async (shopper: number, { method, path }: (typeof STEPS)[number]): Promise<void> => {
    const request = {
      method,
      path,
      headers: { accept: 'text/html', cookie: `session=${shopper}` },
      location: shopper,
    };
    const own = resolvers[shopper % RESOLVERS];
    if (own === undefined) return;
    const { outcome, waitMs, because } = await visit({
      domainName,
      request,
      resolver: own,
      internet,
      startMs: clock.nowMs,
    });
    log.record({ kind: 'shopper', outcome, url: `${method} ${path}`, waitMs, because });
  };
}
