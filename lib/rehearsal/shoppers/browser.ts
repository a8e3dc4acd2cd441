import type { Clock } from '../clock/clock';
import type { Exchange } from '../network/exchange';
import type { Host } from '../network/network';
import type { DnsResolver } from '../route53/resolver';
import type { Soon } from '../soon';

/** What a browser sends. */
export interface BrowserRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
}

/** What browsers need of the rest of the world. */
export interface BrowserSurroundings {
  /** The store's name. */
  readonly domainName: string;
  readonly clock: Clock;
  readonly internet: Host;
}

/**
 * One shopper's browser: its cookie, its provider's resolver, and the edge location that is near. It holds as little as
 * can be: there is one for each of the hundreds of thousands who may wait at the same time.
 */
export class Browser {
  /** @param shopper counts shoppers, from 0 */
  constructor(
    private readonly world: BrowserSurroundings,
    private readonly resolver: DnsResolver,
    private readonly shopper: number,
  ) {}

  /** Asks the store's name, wherever that leads at this moment. */
  ask({ method, path }: BrowserRequest): Soon<Exchange> {
    const { domainName, clock, internet } = this.world;
    const headers = { accept: 'text/html', cookie: `session=${this.shopper}`, host: domainName };
    const request = { method, path, headers, location: this.shopper };
    return internet.exchange(this.resolver.addressOf(domainName), request, clock.nowMs);
  }
}
