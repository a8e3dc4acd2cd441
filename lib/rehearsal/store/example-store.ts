import type { StorePaths } from '../../store-paths';

/** A small shop, enough to be probed, browsed and bought from. The stand-in for the user's store. */
export interface ExampleStore {
  readonly name: string;
  readonly paths: StorePaths;
  /** Text that the health checks look for, by path; empty where an answer is enough. */
  readonly searchTexts: Readonly<Record<string, string>>;
}

/** What the store answers. */
export interface StoreAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface StoreRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
}

/** The store's answer to a request while it is well. */
export function storeAnswer(store: ExampleStore, { method, path }: StoreRequest): StoreAnswer {
  const [pathname = '/'] = path.split('?');
  const { cart, checkout, asset } = store.paths;
  if (method === 'POST')
    return {
      status: 303,
      headers: { location: pathname === cart ? checkout : thankYouOf(store), 'cache-control': 'no-store' },
      body: '',
    };
  const searchText = store.searchTexts[pathname];
  if (searchText === undefined && isBeside(pathname, asset))
    return { status: 200, headers: STATIC_HEADERS, body: STYLE };
  const page = pageAt(store, pathname);
  if (page === undefined && searchText === undefined) {
    return {
      status: 404,
      headers: PERSONAL_HEADERS,
      body: document(store, 'Not found', '<p>There is no such page.</p>'),
    };
  }
  const { title, main, shared } = page ?? { title: pathname.slice(1), main: '', shared: false };
  return {
    status: 200,
    headers: shared ? SHARED_HEADERS : PERSONAL_HEADERS,
    // Health checkers look for bytes, such as those of JSON: nothing in them may be escaped.
    body: `${document(store, title, main)}${searchText ?? ''}`,
  };
}

const HTML = 'text/html; charset=utf-8';
/**
 * Pages with a basket on them are nobody else's: no cache may keep them, and CloudFront may not fall back on them
 * when the origin can't be reached, which it does in spite of `no-store`.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html#stale-content
 */
const PERSONAL_HEADERS = { 'content-type': HTML, 'cache-control': 'private, no-store, stale-if-error=0' };
const SHARED_HEADERS = { 'content-type': HTML, 'cache-control': 'public, max-age=30' };
const STATIC_HEADERS = { 'content-type': 'text/css', 'cache-control': 'public, max-age=3600' };

interface Page {
  readonly title: string;
  readonly main: string;
  /** Whether it is the same for everybody, so that caches may keep it. */
  readonly shared: boolean;
}

const thankYouOf = ({ paths }: ExampleStore): string => `${paths.checkout.replace(/\/$/, '')}/thank-you`;

/** Whether a file lies in the folder of another. */
const isBeside = (pathname: string, file: string): boolean =>
  pathname === file || (file.lastIndexOf('/') > 0 && pathname.startsWith(folderOf(file)));

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1);

/** The page at a path; undefined where there is none. */
function pageAt(store: ExampleStore, pathname: string): Page | undefined {
  const { home, product, cart, checkout } = store.paths;
  switch (pathname) {
    case home:
    case '/':
      return {
        title: 'Welcome',
        main: `<p>Today: <a href="${escapeHtml(product)}">a blue teapot</a>.</p>`,
        shared: false,
      };
    case product:
      return {
        title: 'Blue teapot',
        main: `<p>Holds one litre.</p>${buttonTo(cart, 'Buy it')}`,
        shared: true,
      };
    case cart:
      return {
        title: 'Basket',
        main: `<p><a href="${escapeHtml(checkout)}">To the checkout</a></p>`,
        shared: false,
      };
    case checkout:
      return { title: 'Checkout', main: buttonTo(checkout, 'Place the order'), shared: false };
    case thankYouOf(store):
      return { title: 'Thank you', main: '<p>Your order is on its way.</p>', shared: false };
    default:
      return undefined;
  }
}

const buttonTo = (path: string, label: string): string =>
  `<form method="post" action="${escapeHtml(path)}"><button>${label}</button></form>`;

const document = (store: ExampleStore, title: string, main: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${escapeHtml(title)} - ${escapeHtml(store.name)}</title><link rel="stylesheet" href="${escapeHtml(store.paths.asset)}"></head>` +
  `<body><header><a href="${escapeHtml(store.paths.home)}">${escapeHtml(store.name)}</a></header><main><h1>${escapeHtml(title)}</h1>${main}</main></body></html>`;

const STYLE = `body{font:18px/1.5 system-ui,sans-serif;margin:0;color:#1a1a1a;background:#fff}
header{background:#0b3d5c;padding:1rem 2rem}header a{color:#fff;font-weight:700;text-decoration:none}
main{max-width:40rem;margin:2rem auto;padding:0 2rem}button{font:inherit;padding:.6rem 1.4rem}`;

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
