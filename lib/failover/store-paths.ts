import { asInPath, checkoutExpression } from '../page/checkout-expression';

/** Where shoppers go in a store: paths with a leading slash, without queries, no two alike. */
export interface StorePaths {
  /** Where a visit begins. */
  readonly home: string;
  /** A page of the catalogue. */
  readonly product: string;
  /** Shows the basket; a POST puts something into it. */
  readonly cart: string;
  /** Shows the form; a POST places the order. */
  readonly checkout: string;
  /** Where the payment provider sends shoppers back to with GET. @default - nowhere that a path without a query names */
  readonly paymentReturn?: string;
  /** A file that every page needs. */
  readonly asset: string;
}

/** What is known of a store that tells where its shoppers go. */
export interface PathClues {
  /** What the owner says. @default - nothing */
  readonly journey?: Partial<StorePaths>;
  /** What health checks probe. May be empty. */
  readonly endpoints: readonly { readonly name?: string; readonly path: string }[];
  /** Where shoppers pay, with `*` for any characters. @default - as the emergency page has it */
  readonly checkoutPathPatterns?: readonly string[];
  /** Where shoppers come back from paying, with `*` for any characters. @default - below the checkout */
  readonly paymentReturnPathPatterns?: readonly string[];
  /** What everybody gets a copy of. @default - nothing */
  readonly staticPathPatterns?: readonly string[];
}

/** Where nothing is known: what most platforms call these pages. */
export const USUAL_PATHS: Required<StorePaths> = {
  home: '/',
  product: '/products/teapot',
  cart: '/cart',
  checkout: '/checkout',
  paymentReturn: '/checkout/thank-you',
  asset: '/static/shop.css',
};

/** What stores call these pages, in the languages that the emergency page speaks and a few more. */
const HOME_NAME = /^home$/;
const CART_WORD = /\b(cart|basket|bag|panier|koszyk|korzina|warenkorb|carrito|carrello|gouwuche)\b/i;
const CHECKOUT_WORD =
  /\b(checkout|payment|kasa|kasse|caisse|commande|paiement|zamowienie|platnosc|oformlenie|oplata|pago|cassa|jiesuan)\b/i;

/**
 * Where shoppers go: what the owner says; else the endpoint that goes by such a name or lies at such a path; else the
 * usual path. Two pages never share a path: what would is given its usual one.
 */
export function storePathsFrom(clues: PathClues): StorePaths {
  const { journey = {}, staticPathPatterns = [] } = clues;
  const taken = new Set(Object.values(journey));
  const choose = (
    page: Exclude<keyof StorePaths, 'paymentReturn'>,
    ...found: readonly (string | undefined)[]
  ): string => {
    const free = [...found, USUAL_PATHS[page], `/understudy-${page}`].find(
      (path) => path !== undefined && !taken.has(path),
    );
    const path = journey[page] ?? free ?? USUAL_PATHS[page];
    taken.add(path);
    return path;
  };
  const paths = {
    home: choose('home', namedHome(clues)),
    cart: choose('cart', endpointLike(CART_WORD, clues)),
    checkout: choose('checkout', endpointLike(CHECKOUT_WORD, clues), ...payingPaths(clues)),
    product: choose('product'),
    asset: choose('asset', ...staticPathPatterns.flatMap(fileBelow)),
  };
  const paymentReturn = journey.paymentReturn ?? returnsTo(clues, paths.checkout, taken);
  return { ...paths, ...(paymentReturn !== undefined && { paymentReturn }) };
}

/** Below the checkout where the patterns allow it; else what one of them stands for. Nothing that is probed. */
function returnsTo(
  { endpoints, paymentReturnPathPatterns: patterns }: PathClues,
  checkout: string,
  taken: ReadonlySet<string>,
): string | undefined {
  const below = `${checkout.replace(/\/$/, '')}/thank-you`;
  // An expression without alternatives would fit every path.
  if (patterns?.length === 0) {
    return undefined;
  }
  const fits = patterns && new RegExp(checkoutExpression(patterns), 'i');
  const meant = (patterns ?? [])
    .map((pattern) => asInPath(pattern).replaceAll('*', '').replace(/^\/?/, '/'))
    .filter((path) => path !== '/' && !/[?&=]/.test(path));
  return [below, ...meant].find(
    (path) =>
      (fits?.test(path) ?? true) &&
      !taken.has(path) &&
      !endpoints.some((probed) => pathnameOf(probed.path).startsWith(path)),
  );
}

function namedHome({ endpoints }: PathClues): string | undefined {
  const home = endpoints.find(({ name = '' }) => HOME_NAME.test(name));
  return home && pathnameOf(home.path);
}

/** By its name first: an owner who calls an endpoint `checkout` means it. */
function endpointLike(word: RegExp, { endpoints }: PathClues): string | undefined {
  const pages = endpoints
    .map(({ name = '', path }) => ({ name, path: pathnameOf(path) }))
    .filter(({ path }) => path !== '/');
  const like = pages.find(({ name }) => word.test(name)) ?? pages.find(({ path }) => word.test(path));
  return like?.path;
}

/** An endpoint where shoppers pay; else the path that a pattern without a beginning of its own stands for. */
function payingPaths({ endpoints, checkoutPathPatterns }: PathClues): readonly string[] {
  if (checkoutPathPatterns === undefined) {
    return [];
  }
  const pays = new RegExp(checkoutExpression(checkoutPathPatterns), 'i');
  const probed = endpoints
    .map(({ path }) => pathnameOf(path))
    .filter((path) => path !== '/' && pays.test(path));
  const meant = checkoutPathPatterns
    .filter((pattern) => pattern.startsWith('/'))
    .map((pattern) => asInPath(pattern).replaceAll('*', '').replace(/\/+$/, ''));
  return [...probed, ...meant.filter((path) => path.length > 1)];
}

/** A file that a pattern such as `/assets/*` covers. Patterns of another form lead to none. */
const fileBelow = (pattern: string): readonly string[] =>
  /^\/[^*?]+\/\*$/.test(pattern) ? [pattern.replace('*', 'shop.css')] : [];

const pathnameOf = (path: string): string => path.split(/[?#]/, 1)[0] || '/';
