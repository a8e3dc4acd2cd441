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

/** One shopper's browser: its cookie, its provider's resolver, and the edge location that is near. */
export class Browser {
  private readonly headers: Readonly<Record<string, string>>;

  /** @param shopper counts shoppers, from 0 */
  constructor(
    private readonly world: BrowserSurroundings,
    private readonly resolver: DnsResolver,
    private readonly shopper: number,
  ) {
    this.headers = { accept: 'text/html', cookie: `session=${shopper}`, host: world.domainName };
  }

  /** Asks the store's name, wherever that leads at this moment. */
  ask({ method, path }: BrowserRequest): Soon<Exchange> {
    const { domainName, clock, internet } = this.world;
    const request = { method, path, headers: this.headers, location: this.shopper };
    return internet.exchange(this.resolver.addressOf(domainName), request, clock.nowMs);
  }
}
