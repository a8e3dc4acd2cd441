import type { StorePaths } from '../../../failover/store-paths';
import type { Random } from '../../kernel/clock/random';
import type { ShopperSettings } from '../../scenario/scenario';

/** One thing that a shopper does. */
export interface Step {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** `cart`: puts something into the cart. `order`: places the order. */
  readonly act: 'look' | 'cart' | 'order';
}

/** What shoppers do in one store. */
export class VisitPlanner {
  /** What every page needs; browsers keep it. */
  readonly asset: Step;
  private readonly home: Step;
  private readonly product: Step;
  /** The store leads on to the checkout. */
  private readonly cart: Step;
  private readonly order: Step;
  /** Hundreds of thousands of shoppers keep theirs for as long as they wait, and many mean to do the same. */
  private readonly plans = new Map<string, readonly Step[]>();

  constructor(
    paths: StorePaths,
    private readonly settings: ShopperSettings,
  ) {
    const look = (path: string): Step => ({ method: 'GET', path, act: 'look' });
    this.asset = look(paths.asset);
    this.home = look(paths.home);
    this.product = look(paths.product);
    this.cart = { method: 'POST', path: paths.cart, act: 'cart' };
    this.order = { method: 'POST', path: paths.checkout, act: 'order' };
  }

  /** What a shopper means to do, in order: the home page, some products, perhaps the cart and the order. */
  plan(random: Random): readonly Step[] {
    const { pagesPerVisit, cartPercent, orderPercent } = this.settings;
    let products = 1;
    while (random() < 1 - 1 / pagesPerVisit) {
      products += 1;
    }
    const hasCart = random() * 100 < cartPercent;
    const orders = hasCart && random() * 100 < orderPercent;
    const last = [...(hasCart ? [this.cart] : []), ...(orders ? [this.order] : [])];
    const key = `${products} ${last.length}`;
    const known = this.plans.get(key);
    if (known !== undefined) {
      return known;
    }
    const plan = [this.home, ...Array<Step>(products).fill(this.product), ...last];
    this.plans.set(key, plan);
    return plan;
  }
}

/** How long a shopper looks at a page, in milliseconds: often short, sometimes long. */
export const thinkMs = ({ secondsPerPage }: ShopperSettings, random: Random): number =>
  -Math.log(1 - random()) * secondsPerPage * 1000;
