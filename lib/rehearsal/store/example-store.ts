/** A small shop, enough to be probed, browsed and bought from. The stand-in for the user's store. */
export interface ExampleStore {
  readonly name: string;
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
  if (method === 'POST')
    return {
      status: 303,
      headers: { location: pathname === '/cart' ? '/checkout' : '/thank-you', 'cache-control': 'no-store' },
      body: '',
    };
  const searchText = store.searchTexts[pathname];
  if (searchText === undefined && pathname.startsWith('/static/'))
    return { status: 200, headers: STATIC_HEADERS, body: STYLE };
  const page = PAGES[pathname];
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

const PAGES: Readonly<Record<string, Page>> = {
  '/': {
    title: 'Welcome',
    main: '<p>Today: <a href="/products/teapot">a blue teapot</a>.</p>',
    shared: false,
  },
  '/products/teapot': {
    title: 'Blue teapot',
    main: '<p>Holds one litre.</p><p><a href="/checkout">Buy it</a></p>',
    shared: true,
  },
  '/checkout': {
    title: 'Checkout',
    main: '<form method="post" action="/checkout"><button>Place the order</button></form>',
    shared: false,
  },
  '/thank-you': { title: 'Thank you', main: '<p>Your order is on its way.</p>', shared: false },
};

const document = (store: ExampleStore, title: string, main: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${escapeHtml(title)} - ${escapeHtml(store.name)}</title><link rel="stylesheet" href="/static/shop.css"></head>` +
  `<body><header><a href="/">${escapeHtml(store.name)}</a></header><main><h1>${escapeHtml(title)}</h1>${main}</main></body></html>`;

const STYLE = `body{font:18px/1.5 system-ui,sans-serif;margin:0;color:#1a1a1a;background:#fff}
header{background:#0b3d5c;padding:1rem 2rem}header a{color:#fff;font-weight:700;text-decoration:none}
main{max-width:40rem;margin:2rem auto;padding:0 2rem}button{font:inherit;padding:.6rem 1.4rem}`;

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
