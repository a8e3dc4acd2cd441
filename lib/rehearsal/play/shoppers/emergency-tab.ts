import { EMERGENCY_PAGE_MARKER, STATUS_PATH } from '../../../../lambda/emergency-response/contract/paths';
import { isStoreBack } from '../../../page/script/is-store-back';
import { DELAY_CAP_MS, nextDelayMs, releaseDelayMs, WARNING_MS } from '../../../page/script/next-delay';
import type { PageSettings } from '../../../page/script/page-settings';
import { type PageStatus, parsePageStatus, spreadSeconds } from '../../../page/script/page-status';
import { isOpening, shouldProbe } from '../../../page/script/should-probe';
import { asksItself, leadsHome } from '../../../page/script/way-back';
import type { Clock, Task } from '../../kernel/clock/clock';
import type { Random } from '../../kernel/clock/random';
import { type MaybePromise, thenNow } from '../../kernel/maybe-promise';
import type { Exchange } from '../../kernel/network/exchange';
import type { Browser, BrowserRequest } from './browser';
import { browserWaitMs } from './browser-wait';

const HOME = '/';
const STATUS_REQUEST: BrowserRequest = { method: 'GET', path: STATUS_PATH, byScript: true };

/** What the tab needs of the rest of the world. */
export interface TabDeps {
  readonly clock: Clock;
  readonly random: Random;
}

/** How a shopper came to the page. */
export interface TabOrigin {
  readonly browser: Browser;
  /** The address that the shopper is at: path and query. */
  readonly path: string;
  /** Whether shoppers pay there, by the page's own settings. */
  readonly paysHere: boolean;
  /** Whether another page of the shop led there. */
  readonly fromShop: boolean;
  /** How often in a row this tab was sent back too early, from 0. */
  readonly vainReturns: number;
}

/**
 * The emergency page in a shopper's browser: watches the store as its script `watch-store.ts` does, by the script's
 * own rules. Emulation: the tab is never hidden or paused, nobody presses its buttons, and all clocks agree.
 */
export class EmergencyTab {
  /** The last usable one. */
  private status: PageStatus = {};
  /** Whether this page was asked for, and failed, since the status said that the store opens. */
  private failed = true;
  /** When this shopper may go back; undefined while the store is closed. */
  private turnMs: number | undefined;
  private returns: number;
  private attempt = 0;
  private polls = 0;
  /** What comes next, and when: one thing at a time, as with the script's one timer. */
  private next: 'poll' | 'probe' = 'poll';
  private nextMs = 0;
  /** One task for whatever comes next: what was planned before finds that it is not time yet. */
  private readonly whenDue: Task;

  /**
   * @param onBack called once, when the page would load an address, with that and the number of returns to keep for the
   * case that this one is too early, too
   */
  constructor(
    private readonly world: TabDeps,
    private readonly origin: TabOrigin,
    private readonly onBack: (path: string, returns: number) => MaybePromise<void>,
  ) {
    this.returns = origin.vainReturns;
    this.whenDue = () => {
      if (world.clock.nowMs >= this.nextMs) {
        return this.next === 'poll' ? this.poll() : this.probe();
      }
    };
  }

  /** Begins to watch. */
  start(): void {
    this.plan(0, 'poll');
  }

  private poll(): MaybePromise<void> {
    this.pollLater();
    return this.ask(STATUS_REQUEST, (exchange) => this.take(statusIn(exchange)));
  }

  private take(latest: PageStatus | undefined): void {
    const { nowMs } = this.world.clock;
    if (latest !== undefined) {
      // News brings the pace back to where it began.
      if (latest.x_mode !== this.status.x_mode) {
        this.attempt = 0;
      }
      this.status = latest;
    }
    this.setTurn();
    this.polls += 1;
    if (shouldProbe(latest ?? {}, this.polls, nowMs)) {
      this.plan((this.turnMs ?? nowMs) - nowMs, 'probe');
    }
  }

  /** Sets the turn once per opening. Newcomers go back at once, but each time later when that was no use. */
  private setTurn(): void {
    const { clock, random } = this.world;
    this.failed &&= this.status.x_mode === 'normal';
    if (!isOpening(this.status)) {
      this.returns = 0;
      this.turnMs = undefined;
    } else if (this.turnMs === undefined) {
      this.turnMs = clock.nowMs;
      if (this.returns > 0 || !this.failed) {
        this.turnMs += releaseDelayMs(spreadSeconds(this.status), random());
      } else if (this.origin.paysHere) {
        this.turnMs += WARNING_MS;
      }
      if (this.returns > 0) {
        this.turnMs += nextDelayMs(this.returns, random());
      }
    }
  }

  private probe(): MaybePromise<void> {
    this.plan(DELAY_CAP_MS, 'poll');
    const { path, paysHere, fromShop } = this.origin;
    const query = /\?.*/.exec(path)?.[0] ?? '';
    const itself = asksItself(fromShop, query, paysHere);
    return this.ask({ method: 'GET', path: itself ? path : HOME, byScript: true }, (exchange) => {
      const status = statusOf(exchange);
      this.failed = !isStoreBack(status);
      if (this.failed) {
        return this.pollLater();
      }
      this.nextMs = Number.POSITIVE_INFINITY;
      const home = leadsHome(itself, status, paysHere && query === '');
      return this.onBack(home ? HOME : path, this.returns + 1);
    });
  }

  /** Goes on with what came, unless what was planned for that case would have come first. */
  private ask(request: BrowserRequest, goOn: (exchange: Exchange) => MaybePromise<void>): MaybePromise<void> {
    const planned = this.nextMs;
    const patienceMs = planned - this.world.clock.nowMs;
    return thenNow(this.origin.browser.ask(request), (exchange) => {
      if (planned === this.nextMs && browserWaitMs(exchange) < patienceMs) {
        return goOn(exchange);
      }
    });
  }

  private pollLater(): void {
    this.plan(nextDelayMs(this.attempt++, this.world.random()), 'poll');
  }

  /** Does this next, in place of what was planned before; at once when the delay is not above 0. */
  private plan(delayMs: number, next: 'poll' | 'probe'): void {
    const { clock } = this.world;
    this.next = next;
    this.nextMs = clock.nowMs + delayMs;
    clock.at(this.nextMs, this.whenDue);
  }
}

/** Looks at a body once: caches hand out the same one again and again. */
function once<T>(look: (body: Buffer) => T): (exchange: Exchange) => T | undefined {
  const known = new WeakMap<Uint8Array, T>();
  return (exchange) => {
    if (exchange.kind !== 'response') {
      return undefined;
    }
    const { body } = exchange;
    if (!known.has(body)) {
      known.set(body, look(Buffer.from(body)));
    }
    return known.get(body);
  };
}

/** What a script hears of an answer: it is not told of a redirect, and no answer counts as the page's own. */
function statusOf(exchange: Exchange): number {
  if (exchange.kind !== 'response') {
    return 503;
  }
  return exchange.status >= 300 && exchange.status < 400 ? 0 : exchange.status;
}

const statusIn = once((body) => parsePageStatus(body.toString('utf8')));
const hasMarker = once((body) => body.includes(EMERGENCY_PAGE_MARKER));

const SETTINGS = /id=us-settings>(.*?)<\/script>/s;

/** Which paths the page takes for those where shoppers pay. */
const checkoutIn = once((body) => {
  const settings = SETTINGS.exec(body.toString('utf8'))?.[1];
  if (settings === undefined) {
    return undefined;
  }
  const { checkout }: PageSettings = JSON.parse(settings);
  return new RegExp(checkout, 'i');
});

/** Whether shoppers pay at a path, by the settings of the emergency page that stands there. */
export const paysAt = (page: Exchange, path: string): boolean =>
  checkoutIn(page)?.test(path.replace(/\?.*/, '')) ?? false;

/** Whether a page is Understudy's emergency page, with its script. */
export const isEmergencyPage = (exchange: Exchange): boolean => hasMarker(exchange) ?? false;
