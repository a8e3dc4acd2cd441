import { CHECKOUT_PATH_PATTERNS } from '../emergency-site/page/checkout-expression';
import { storePaths } from '../store-paths-of-props';
import type { UnderstudyProps } from '../understudy-props';
import { pathPatternsOverlap } from './path-pattern';

/**
 * Where stores commonly take forms, baskets and log-ins, whatever the props say: WooCommerce, Magento, PrestaShop,
 * Shopware, Shopify's and GraphQL storefronts, and the words of other languages. Each is one path of many: a pattern
 * that matches it is likely to match the store's own.
 */
const COMMON_FORM_PATHS: readonly string[] = [
  '/cart',
  '/cart/add',
  '/basket',
  '/checkout/cart/add',
  '/checkout/line-item/add',
  '/login',
  '/account/login',
  '/customer/account/login',
  '/my-account',
  '/api/cart',
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
 * checkout of the journey, a checkout of the page's, or a form. Undefined when there is none to be known. Of a pattern on either side, what it stands for is tried
 * with nothing and with a name in place of each asterisk: two patterns with asterisks in front always have some path in
 * common, such as `/static/checkout.js`.
 */
export function coveredFormPath(pattern: string, props: UnderstudyProps): string | undefined {
  const checkouts = props.page.checkoutPathPatterns ?? CHECKOUT_PATH_PATTERNS;
  const { cart, checkout } = storePaths(props);
  return (
    [cart, checkout].find((path) => pathPatternsOverlap(pattern, path)) ??
    checkouts.find((one) => isCovered(pattern, one)) ??
    COMMON_FORM_PATHS.find((path) => pathPatternsOverlap(pattern, path))
  );
}

const isCovered = (pattern: string, checkout: string): boolean =>
  samplesOf(checkout).some((path) => pathPatternsOverlap(pattern, path)) ||
  samplesOf(pattern).some((path) => pathPatternsOverlap(checkout, path));

function samplesOf(pattern: string): readonly string[] {
  const rooted = pattern.startsWith('/') ? pattern : `/${pattern}`;
  return ['', 'x'].map((filler) => rooted.replaceAll('*', filler).replaceAll('?', 'x'));
}
