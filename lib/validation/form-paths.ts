import { languageOfPath } from '../../lambda/emergency-response/contract/choose-language';
import { PAYMENT_RETURN_PATH_PATTERNS } from '../failover/edge/payment-returns';
import { storePaths } from '../failover/store-paths-of-props';
import { asInPath, CHECKOUT_PATH_PATTERNS } from '../page/checkout-expression';
import type { UnderstudyProps } from '../understudy-props';
import { pathPatternsOverlap } from './path-pattern';

/**
 * Where stores commonly take forms, baskets and log-ins, whatever the props say: WooCommerce, Magento, PrestaShop,
 * Shopware, Odoo, Shopify's and GraphQL storefronts, and the words of other languages. Each is one path of many: a pattern
 * that matches it is likely to match the store's own.
 */
const COMMON_FORM_PATHS: readonly string[] = [
  // WooCommerce sends orders to the home page, as /?wc-ajax=checkout, and the emergency page asks it whether the store is
  // open: a copy would say so in any outage.
  '',
  '/cart',
  '/cart/add',
  '/basket',
  '/checkout/cart/add',
  '/checkout/line-item/add',
  '/shop/cart',
  '/login',
  '/register',
  '/contact',
  '/account/login',
  '/customer/account/login',
  '/my-account',
  '/api/cart',
  '/rest/V1/guest-carts',
  '/graphql',
  '/store-api/checkout/cart',
  '/wp-json/wc/store/v1/cart',
  '/wp-admin/admin-ajax.php',
  '/index.php',
  '/panier',
  '/commande',
  '/koszyk',
  '/kasa',
  '/zamowienie',
  '/korzina',
  '/gouwuche',
];

/**
 * A path to which somebody may post that the pattern covers, as the props or common stores name it: basket and
 * checkout of the journey, a checkout of the page's, or a form, also below a language. Undefined when there is none to be
 * known. Upper and lower case are the same to many a store, so they are here.
 */
export function coveredFormPath(pattern: string, props: UnderstudyProps): string | undefined {
  const checkouts = props.page.checkoutPathPatterns ?? CHECKOUT_PATH_PATTERNS;
  const { cart, checkout } = storePaths(props);
  const covers = (path: string): boolean => overlap(pattern, path);
  return (
    [cart, checkout].find(covers) ??
    checkouts.find((one) => leadsTo(pattern, one) || samplesOf(pattern).some((path) => overlap(one, path))) ??
    prefixesOf(pattern)
      .flatMap((prefix) => COMMON_FORM_PATHS.flatMap((path) => [`${prefix}${path}`, `${prefix}${path}/`]))
      .find((path) => path !== '' && covers(path))
  );
}

/** Where shoppers come back from paying that the pattern covers: without their cookies nobody would know them there. */
export const coveredPaymentReturn = (
  pattern: string,
  returns: readonly string[] = PAYMENT_RETURN_PATH_PATTERNS,
): string | undefined => returns.find((one) => leadsTo(pattern, one));

const overlap = (one: string, other: string): boolean =>
  pathPatternsOverlap(asInPath(one).toLowerCase(), asInPath(other).toLowerCase());

/**
 * Of a pattern, what it stands for is tried with nothing and with a name in place of each asterisk: two patterns with
 * asterisks in front always have some path in common, such as `/static/checkout.js`.
 */
const leadsTo = (pattern: string, other: string): boolean =>
  samplesOf(other).some((path) => overlap(pattern, path));

function samplesOf(pattern: string): readonly string[] {
  const rooted = pattern.startsWith('/') ? pattern : `/${pattern}`;
  return ['', 'x'].map((filler) => rooted.replaceAll('*', filler).replaceAll('?', 'x'));
}

const NAMES = (['language', 'region'] as const).map(
  (type) => new Intl.DisplayNames('en', { type, fallback: 'none' }),
);

/** None, that of any language, and that of the language or country which the pattern begins with: `/pl`, but not `/js`. */
function prefixesOf(pattern: string): readonly string[] {
  const segment = languageOfPath(pattern);
  const isKnown =
    segment !== '' && NAMES.some((names) => names.of(segment.slice(0, 2).toUpperCase()) !== undefined);
  return ['', '/en', ...(isKnown ? [`/${segment}`] : [])];
}
