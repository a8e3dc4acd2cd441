import type { StorePaths } from '../../../failover/store-paths';
import type { DnsResolver } from '../../aws/route53/resolver';
import type { Clock } from '../../kernel/clock/clock';
import { type Random, seededRandom } from '../../kernel/clock/random';
import type { MaybePromise } from '../../kernel/maybe-promise';
import type { Host } from '../../kernel/network/network';
import type { ShopperTally } from '../../record/tally';
import type { ScenarioFault } from '../../scenario/fault';
import type { ShopperSettings } from '../../scenario/scenario';
import { nextArrival, spikeFactor } from './arrivals';
import { Browser, type BrowserDeps } from './browser';
import { Orders } from './orders';
import { Session, type SessionDeps } from './session';
import { SessionBook } from './session-book';
import { TallyKeeper, type TallySpan } from './tally-keeper';
import { VisitPlanner } from './visit-plan';

/** What shoppers need of the rest of the world. */
export interface ShopperDeps {
  readonly domainName: string;
  /** Where shoppers go in the store. */
  readonly paths: StorePaths;
  readonly clock: Clock;
  readonly internet: Host;
  /** @param minimumTtlSeconds how long it keeps an answer whatever the TTL */
  readonly resolver: (name: string, minimumTtlSeconds?: number) => DnsResolver;
}

/** Who comes, and when. */
export interface PopulationOptions {
  readonly seed: number;
  readonly settings: ShopperSettings;
  /** Those that bring more shoppers count. */
  readonly faults: readonly ScenarioFault[];
  readonly span: TallySpan;
}

/** Everybody who comes to the store. */
export class Population {
  private readonly random: Random;
  private readonly keeper: TallyKeeper;
  private readonly orders: Orders;
  private readonly shared: SessionDeps;
  private readonly resolvers: readonly DnsResolver[];
  private readonly browsers: BrowserDeps;
  private arrivals = 0;

  constructor(
    private readonly world: ShopperDeps,
    private readonly options: PopulationOptions,
  ) {
    this.random = seededRandom(options.seed);
    this.keeper = new TallyKeeper(options.span);
    this.orders = new Orders(options.span.startMs);
    this.shared = {
      clock: world.clock,
      random: this.random,
      settings: options.settings,
      planner: new VisitPlanner(world.paths, options.settings),
      tally: this.keeper,
      orders: this.orders,
    };
    this.browsers = {
      ...world,
      sessions: new SessionBook(),
      onAnothersSession: () => this.keeper.noteAnothersSession(),
      onLostBasket: () => this.keeper.noteLostBasket(),
    };
    this.resolvers = resolversOf(options.settings, world);
  }

  /** Lets shoppers come from now on. */
  begin(): void {
    const { clock } = this.world;
    const { settings, faults, span } = this.options;
    const factor = spikeFactor(faults, clock.nowMs - span.startMs);
    const { afterMs, comes } = nextArrival(settings.arrivalsPerMinute * factor, this.random);
    clock.at(clock.nowMs + afterMs, () => {
      this.begin();
      return comes ? this.welcome() : undefined;
    });
  }

  get tally(): ShopperTally {
    return this.keeper.tally(this.orders.tally);
  }

  private welcome(): MaybePromise<void> {
    const shopper = this.arrivals++;
    const resolver = this.resolvers[shopper % this.resolvers.length];
    if (resolver === undefined) {
      return;
    }
    const known = returns(shopper, this.options.settings) ? `earlier-${shopper}` : undefined;
    return new Session(this.shared, new Browser(this.browsers, resolver, shopper, known)).go();
  }
}

/** The fraction of the golden ratio: its multiples spread evenly, whatever else follows from a shopper's number. */
const EVENLY = 0.618_033_988_749_894_9;

/** Whether a shopper was here before, and still has the store's cookie. */
const returns = (shopper: number, { returningPercent }: ShopperSettings): boolean =>
  ((shopper * EVENLY) % 1) * 100 < returningPercent;

/** The first ones are those that keep answers too long. */
function resolversOf(
  { resolvers, overstayingPercent, overstaySeconds }: ShopperSettings,
  { resolver }: ShopperDeps,
): readonly DnsResolver[] {
  const overstaying = Math.round((resolvers * overstayingPercent) / 100);
  return Array.from({ length: resolvers }, (_, index) =>
    resolver(`provider ${index + 1}`, index < overstaying ? overstaySeconds : 0),
  );
}
