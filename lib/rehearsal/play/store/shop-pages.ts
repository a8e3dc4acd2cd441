import type { StorePaths } from '../../../failover/store-paths';

/** A page of the shop. */
export interface Page {
  readonly title: string;
  readonly main: string;
  /** What sort of page it is to a cache. */
  readonly kind: 'home' | 'product' | 'cart' | 'checkout' | 'missing' | 'other';
}

interface Shop {
  readonly name: string;
  readonly paths: StorePaths;
}

export const thankYouOf = ({ paths }: Pick<Shop, 'paths'>): string =>
  paths.paymentReturn ?? `${paths.checkout.replace(/\/$/, '')}/thank-you`;

/** The page at a path; undefined where there is none. @param items in the basket of who asks */
export function pageAt({ paths }: Pick<Shop, 'paths'>, pathname: string, items: number): Page | undefined {
  const { home, product, cart, checkout } = paths;
  switch (pathname) {
    case home:
    case '/':
      return {
        title: 'Welcome',
        main: `<p>Today: <a href="${escapeHtml(product)}">a blue teapot</a>.</p>${basket(items)}`,
        kind: 'home',
      };
    case product:
      return {
        title: 'Blue teapot',
        main: `<p>Holds one litre.</p>${buttonTo(cart, 'Buy it')}`,
        kind: 'product',
      };
    case cart:
      return {
        title: 'Basket',
        main: `${basket(items)}<p><a href="${escapeHtml(checkout)}">To the checkout</a></p>`,
        kind: 'cart',
      };
    case checkout:
      return {
        title: 'Checkout',
        main: `${basket(items)}${buttonTo(checkout, 'Place the order')}`,
        kind: 'checkout',
      };
    case thankYouOf({ paths }):
      return { title: 'Thank you', main: '<p>Your order is on its way.</p>', kind: 'checkout' };
    default:
      return undefined;
  }
}

const basket = (items: number): string =>
  `<p>${items === 0 ? 'Your basket is empty.' : `In your basket: ${items}`}</p>`;

const buttonTo = (path: string, label: string): string =>
  `<form method="post" action="${escapeHtml(path)}"><button>${label}</button></form>`;

/** The whole document of a page. */
export const shopDocument = ({ name, paths }: Shop, { title, main }: Page): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${escapeHtml(title)} - ${escapeHtml(name)}</title><link rel="stylesheet" href="${escapeHtml(paths.asset)}"></head>` +
  `<body><header><a href="${escapeHtml(paths.home)}">${escapeHtml(name)}</a></header><main><h1>${escapeHtml(title)}</h1>${main}</main></body></html>`;

export const STYLE = `body{font:18px/1.5 system-ui,sans-serif;margin:0;color:#1a1a1a;background:#fff}
header{background:#0b3d5c;padding:1rem 2rem}header a{color:#fff;font-weight:700;text-decoration:none}
main{max-width:40rem;margin:2rem auto;padding:0 2rem}button{font:inherit;padding:.6rem 1.4rem}`;

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
