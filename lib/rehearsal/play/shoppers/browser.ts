import type { DnsResolver } from '../../aws/route53/resolver';
import type { Clock } from '../../kernel/clock/clock';
import { type MaybePromise, thenNow } from '../../kernel/maybe-promise';
import type { Exchange } from '../../kernel/network/exchange';
import type { Host } from '../../kernel/network/network';
import { cookieOf } from '../store/session-cookie';
import type { SessionBook } from './session-book';

/** What a browser sends. */
export interface BrowserRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** Whether a page's script asks, and not the tab that loads a page. @default false */
  readonly byScript?: boolean;
}

/** What browsers need of the rest of the world. */
export interface BrowserDeps {
  /** The store's name. */
  readonly domainName: string;
  readonly clock: Clock;
  readonly internet: Host;
  readonly sessions: SessionBook;
  /** Hears of each shopper, once, who gets what was made for another. */
  readonly onAnothersSession: () => void;
  /** Hears of each shopper, once, whose form the store took without knowing whose it is. */
  readonly onLostBasket: () => void;
}

/**
 * One shopper's browser: its cookie, which it keeps and sends, its provider's resolver, and the edge location that is
 * near. It holds as little as can be: there is one for each of the hundreds of thousands who may wait at the same time.
 */
export class Browser {
  private hasAnothers = false;
  private hasLost = false;

  /**
   * @param shopper counts shoppers, from 0
   * @param session of an earlier visit. @default - this is the first one
   */
  constructor(
    private readonly world: BrowserDeps,
    private readonly resolver: DnsResolver,
    private readonly shopper: number,
    private session?: string,
  ) {}

  /** Asks the store's name, wherever that leads at this moment. */
  ask({ method, path, byScript }: BrowserRequest): MaybePromise<Exchange> {
    const { domainName, clock, internet } = this.world;
    const headers: Record<string, string> = byScript
      ? { accept: '*/*', host: domainName, 'sec-fetch-dest': 'empty' }
      : { accept: 'text/html', host: domainName };
    if (this.session !== undefined) {
      headers['cookie'] = cookieOf(this.session);
    }
    const request = { method, path, headers, location: this.shopper };
    return thenNow(internet.exchange(this.resolver.addressOf(domainName), request, clock.nowMs), (exchange) =>
      this.keepSession(exchange, method === 'POST'),
    );
  }

  private keepSession(exchange: Exchange, isForm: boolean): Exchange {
    if (exchange.kind !== 'response') {
      return exchange;
    }
    const { session, isAnothers, isLost } = this.world.sessions.take(this.session, exchange, isForm);
    this.session = session;
    if (isAnothers && !this.hasAnothers) {
      this.hasAnothers = true;
      this.world.onAnothersSession();
    }
    if (isLost && !this.hasLost) {
      this.hasLost = true;
      this.world.onLostBasket();
    }
    return exchange;
  }
}
