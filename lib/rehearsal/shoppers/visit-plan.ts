import type { Random } from '../clock/random';
import type { ShopperSettings } from '../scenario/scenario';

/** One thing that a shopper does. */
export interface Step {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** `cart`: puts something into the cart. `order`: places the order. */
  readonly act: 'look' | 'cart' | 'order';
}

const HOME: Step = { method: 'GET', path: '/', act: 'look' };
const PRODUCT: Step = { method: 'GET', path: '/products/teapot', act: 'look' };
/** The store leads on to the checkout. */
const CART: Step = { method: 'POST', path: '/cart', act: 'cart' };
const ORDER: Step = { method: 'POST', path: '/checkout', act: 'order' };

/** What every page needs; browsers keep it. */
export const ASSET: Step = { method: 'GET', path: '/static/shop.css', act: 'look' };

/** What a shopper means to do, in order: the home page, some products, perhaps the cart and the order. */
export function planVisit(settings: ShopperSettings, random: Random): readonly Step[] {
  const { pagesPerVisit, cartPercent, orderPercent } = settings;
  let products = 1;
  while (random() < 1 - 1 / pagesPerVisit) products += 1;
  const cart = random() * 100 < cartPercent;
  const order = cart && random() * 100 < orderPercent;
  const last = [...(cart ? [CART] : []), ...(order ? [ORDER] : [])];
  const key = `${products} ${last.length}`;
  const known = plans.get(key);
  if (known !== undefined) return known;
  const plan = [HOME, ...Array<Step>(products).fill(PRODUCT), ...last];
  plans.set(key, plan);
  return plan;
}

/** Hundreds of thousands of shoppers keep theirs for as long as they wait, and many mean to do the same. */
const plans = new Map<string, readonly Step[]>();

/** How long a shopper looks at a page, in milliseconds: often short, sometimes long. */
export const thinkMs = ({ secondsPerPage }: ShopperSettings, random: Random): number =>
  -Math.log(1 - random()) * secondsPerPage * 1000;
