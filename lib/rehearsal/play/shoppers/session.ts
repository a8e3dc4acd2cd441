import type { Clock } from '../../kernel/clock/clock';
import type { Random } from '../../kernel/clock/random';
import { type MaybePromise, thenNow } from '../../kernel/maybe-promise';
import type { Exchange } from '../../kernel/network/exchange';
import { KEPT_OUT } from '../../record/tally';
import type { ShopperSettings } from '../../scenario/scenario';
import type { Browser } from './browser';
import { EmergencyTab, isEmergencyPage, paysAt } from './emergency-tab';
import type { Order, Orders } from './orders';
import { judge, type Visit } from './shopper';
import type { TallyKeeper } from './tally-keeper';
import { type Step, thinkMs, type VisitPlanner } from './visit-plan';

/** What shoppers share. */
export interface SessionDeps {
  readonly clock: Clock;
  readonly random: Random;
  readonly settings: ShopperSettings;
  readonly planner: VisitPlanner;
  readonly tally: TallyKeeper;
  readonly orders: Orders;
}

interface Answered {
  readonly visit: Visit;
  readonly exchange: Exchange;
  /** Whether every redirect led to something. @default - there was none */
  readonly isThrough?: boolean;
}

/** Emulation: people reload a page that failed after a few seconds, and not endlessly. */
const RELOAD_AFTER_MS = 5_000;
const RELOAD_WITHIN_MS = 10_000;
const MOST_RELOADS = 3;
const MOST_REDIRECTS = 5;

/** One shopper, from the first page to the last. */
export class Session {
  private readonly plan: readonly Step[];
  private readonly order: Order = { started: false, atRisk: false };
  private next = 0;
  private reloads = 0;
  private hasAsset = false;
  /** What the emergency page keeps in the tab's `sessionStorage`. */
  private vainReturns = 0;
  /** Whether another page of the shop led to the one on the screen; what the emergency page loads, it leads to itself. */
  private fromShop = false;

  constructor(
    private readonly world: SessionDeps,
    private readonly browser: Browser,
  ) {
    this.plan = world.planner.plan(world.random);
  }

  /** Takes the next step of the plan. */
  go(): MaybePromise<void> {
    const step = this.plan[this.next];
    if (step === undefined) {
      return;
    }
    if (step.act !== 'look') {
      this.order.started = true;
    }
    this.fromShop = this.next > 0;
    return thenNow(this.request(step), ({ visit, exchange, isThrough }) => {
      // A shopper who gave up on a POST that reached the store does not send it again.
      const gotThrough = step.method === 'POST' ? visit.seen === 'served fresh' : !isKeptOut(visit);
      if (gotThrough) {
        return this.goOn(step, visit, isThrough);
      }
      this.meetTrouble(step.path, visit, exchange);
    });
  }

  private goOn(step: Step, { waitMs }: Visit, isThrough = true): MaybePromise<void> {
    const { clock, orders } = this.world;
    // Many a store takes an order only when its shopper is back from paying.
    if (step.act === 'order' && isThrough) {
      orders.place(this.order, { atMs: clock.nowMs, waitMs });
    }
    this.next += 1;
    this.reloads = 0;
    if (this.hasAsset) {
      return this.think();
    }
    this.hasAsset = true;
    return thenNow(this.request(this.world.planner.asset), () => this.think());
  }

  /** Looks at the page before the next step, if there is one. */
  private think(): void {
    const { clock, random, settings } = this.world;
    if (this.next < this.plan.length) {
      clock.at(clock.nowMs + thinkMs(settings, random), () => this.go());
    }
  }

  /** A shopper on the emergency page stays or leaves; one who sees anything else tries again or leaves. */
  private meetTrouble(path: string, { seen }: Visit, exchange: Exchange): void {
    const { clock, random, settings } = this.world;
    if (seen === 'emergency page' && isEmergencyPage(exchange)) {
      if (random() * 100 < settings.staysPercent) {
        this.stay(path, exchange);
      }
      return;
    }
    this.reloads += 1;
    if (this.reloads > MOST_RELOADS || random() * 100 >= settings.retriesPercent) {
      return;
    }
    clock.at(clock.nowMs + RELOAD_AFTER_MS + random() * RELOAD_WITHIN_MS, () => this.load(path));
  }

  private stay(path: string, page: Exchange): void {
    const { tally } = this.world;
    tally.noteWaiting(1);
    const { browser, vainReturns, fromShop } = this;
    const origin = { browser, path, vainReturns, fromShop, paysHere: paysAt(page, path) };
    const tab = new EmergencyTab(this.world, origin, (back, returns) => {
      tally.noteWaiting(-1);
      this.vainReturns = returns;
      this.fromShop = false;
      return this.load(back);
    });
    tab.start();
  }

  /** Loads the address with GET, also where a form was sent; then the shopper takes the step again. */
  private load(path: string): MaybePromise<void> {
    return thenNow(this.request({ method: 'GET', path, act: 'look' }), ({ visit, exchange }) => {
      if (isKeptOut(visit)) {
        return this.meetTrouble(path, visit, exchange);
      }
      this.world.tally.noteReturn(this.world.clock.nowMs);
      this.think();
    });
  }

  /** One request, and those that the store redirects to. Each is counted. */
  private request({ method, path, act }: Step): MaybePromise<Answered> {
    return thenNow(this.requestOnce(method, path), (first) => {
      if (isKeptOut(first.visit)) {
        return first;
      }
      const last = this.follow(first, MOST_REDIRECTS, act === 'order');
      return thenNow(last, ({ visit }) => ({
        visit: first.visit,
        exchange: first.exchange,
        isThrough: !isKeptOut(visit),
      }));
    });
  }

  /** @param hasPaid whether the redirect is the way back from paying */
  private follow(answered: Answered, redirects: number, hasPaid: boolean): MaybePromise<Answered> {
    const { exchange } = answered;
    const location = exchange.kind === 'response' ? exchange.headers['location'] : undefined;
    if (location === undefined || redirects === 0) {
      return answered;
    }
    return thenNow(this.requestOnce('GET', location, hasPaid), (next) =>
      this.follow(next, redirects - 1, hasPaid),
    );
  }

  private requestOnce(method: string, path: string, hasPaid = false): MaybePromise<Answered> {
    return thenNow(this.browser.ask({ method, path }), (exchange) => {
      const { clock, tally, orders } = this.world;
      const visit = judge(method, exchange, hasPaid);
      const { outcome, seen, waitMs, because, mislabelled } = visit;
      // Spelled out, because to spread it costs more, a million times.
      tally.note({
        outcome,
        seen,
        waitMs,
        because,
        mislabelled,
        atMs: clock.nowMs,
        url: `${method} ${path}`,
        isForm: method === 'POST' || hasPaid,
      });
      if (isKeptOut(visit)) {
        orders.endanger(this.order, clock.nowMs);
      }
      return { visit, exchange };
    });
  }
}

const isKeptOut = ({ outcome }: Visit): boolean => KEPT_OUT.includes(outcome);
