import type { StorePaths } from '../../../failover/store-paths';
import { type Page, pageAt, STYLE, shopDocument, thankYouOf } from './shop-pages';

/** A small shop, enough to be probed, browsed and bought from. The stand-in for the user's store. */
export interface ExampleStore {
  readonly name: string;
  readonly paths: StorePaths;
  /** Text that the health checks look for, by path; empty where an answer is enough. */
  readonly searchTexts: Readonly<Record<string, string>>;
}

/** What the store answers, the same for everybody whose basket is as full. */
export interface StoreAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** How long the store works on it, in milliseconds, beyond what any answer takes. */
  readonly workMs: number;
  /** What it has to do with who asks: nothing, or it begins a session, or it shows a basket, too. */
  readonly knows: 'nobody' | 'session' | 'basket';
}

/** A request as far as the store cares. */
export interface StoreRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** Things in the basket of who asks. @default 0 */
  readonly items?: number;
}

/**
 * Emulation: what it takes to charge a card. Payment providers state no figure; a few seconds are usual, and twelve no
 * rarity.
 */
export const ORDER_MS = 2_500;

/** The store's answer to a request while it is well. */
export function storeAnswer(store: ExampleStore, { method, path, items = 0 }: StoreRequest): StoreAnswer {
  const [pathname = '/'] = path.split('?');
  if (method === 'POST') {
    return answerToForm(store, pathname);
  }
  const searchText = store.searchTexts[pathname];
  if (searchText === undefined && isBeside(pathname, store.paths.asset)) {
    return { status: 200, headers: HEADERS.asset, body: STYLE, workMs: 0, knows: 'nobody' };
  }
  const page = pageAt(store, pathname, items);
  if (page === undefined && searchText === undefined) {
    return pageOf(store, NOT_FOUND, 404);
  }
  const answer = pageOf(store, page ?? { title: pathname.slice(1), main: '', kind: 'other' }, 200);
  // Health checkers look for bytes, such as those of JSON: nothing in them may be escaped.
  return searchText ? { ...answer, body: answer.body + searchText } : answer;
}

/** What a basket holds after a request. */
export function itemsAfter({ paths }: ExampleStore, { method, path, items = 0 }: StoreRequest): number {
  if (method !== 'POST') {
    return items;
  }
  const [pathname] = path.split('?');
  if (pathname === paths.cart) {
    return items + 1;
  }
  return pathname === paths.checkout ? 0 : items;
}

function answerToForm(store: ExampleStore, pathname: string): StoreAnswer {
  const { cart, checkout } = store.paths;
  const location = pathname === cart ? checkout : thankYouOf(store);
  const workMs = pathname === checkout ? ORDER_MS : 0;
  return { status: 303, headers: { location, ...HEADERS.form }, body: '', workMs, knows: 'basket' };
}

const pageOf = (store: ExampleStore, page: Page, status: number): StoreAnswer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', ...HEADERS[page.kind] },
  body: shopDocument(store, page),
  workMs: 0,
  knows: page.kind === 'product' || page.kind === 'other' ? 'session' : 'basket',
});

const NOT_FOUND: Page = { title: 'Not found', main: '<p>There is no such page.</p>', kind: 'missing' };

/**
 * What common platforms send, each with a kind of page. Many say nothing at all with a home page or a 404, whose caches
 * then decide by themselves, and begin a session with a catalogue page that says `max-age`.
 */
const HEADERS: Readonly<Record<Page['kind'] | 'form' | 'asset', Readonly<Record<string, string>>>> = {
  home: {},
  missing: {},
  other: {},
  product: { 'cache-control': 'public, max-age=30', vary: 'Accept-Encoding' },
  cart: { 'cache-control': 'no-cache', vary: 'Cookie' },
  checkout: { 'cache-control': 'private, no-store' },
  form: { 'cache-control': 'private, no-store' },
  asset: { 'content-type': 'text/css', 'cache-control': 'public, max-age=3600' },
};

/** Whether a file lies in the folder of another. */
const isBeside = (pathname: string, file: string): boolean =>
  pathname === file || (file.lastIndexOf('/') > 0 && pathname.startsWith(folderOf(file)));

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1);
