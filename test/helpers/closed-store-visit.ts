import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { STATUS_PATH } from '../../lambda/emergency-response/contract/paths';
import { launchBrowser } from './browser';
import { ClosedStore } from './closed-store';

export const SHOPPER_PATH = '/products/7?size=m';
/** What the host's clock says. */
export const NOW = new Date('2026-03-02T10:00:00Z');
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;

/** A request that the test makes, so that earlier answers are in when it returns. */
export const SETTLE_PATH = '/understudy/settle';

export const minutesAgo = (minutes: number): string =>
  new Date(NOW.getTime() - minutes * MINUTE).toISOString();

/** A status as the function writes it, but for what a test changes. */
export const status = (changes: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({
    page: { updated_at: minutesAgo(0) },
    status: { indicator: 'critical', description: 'Store unavailable' },
    x_mode: 'emergency',
    x_messages: { en: 'We found the cause and are fixing it.' },
    ...changes,
  });

/** Lets the page's clock run 5 seconds at a time, with room for real answers in between. */
export async function pass(page: Page, ms: number, until: () => boolean = () => false): Promise<void> {
  for (let elapsed = 0; elapsed < ms && !until(); elapsed += 5 * SECOND) {
    await page.clock.runFor(5 * SECOND);
    await page.evaluate((path) => fetch(path), SETTLE_PATH).catch(() => undefined);
  }
}

/** How a shopper comes to a page, beside what their browser is like. */
export interface VisitOptions extends BrowserContextOptions {
  /** Path of the shop's page that led there. @default - none, as with a typed address */
  readonly referrer?: string;
}

/** A closed store and a shopper's browser, fresh for each test of the file that makes one. */
export class ClosedStoreVisit {
  store!: ClosedStore;
  context: BrowserContext | undefined;
  browser!: Browser;

  constructor(html: string) {
    beforeAll(async () => {
      this.browser = await launchBrowser();
    });
    afterAll(() => this.browser.close());
    beforeEach(() => this.serve(html));
    afterEach(async () => {
      await this.context?.close();
      await this.store.stop();
    });
  }

  /** Puts a store with another page in the place of the one before. */
  async serve(html: string): Promise<void> {
    await this.store?.stop();
    this.store = new ClosedStore(html, NOW);
    await this.store.start();
  }

  /** A page in a browser whose clock is paused, right by the host's unless said otherwise. */
  async open(path = SHOPPER_PATH, { referrer, ...options }: VisitOptions = {}, clock = NOW): Promise<Page> {
    this.context = await this.browser.newContext({
      locale: 'en-GB',
      timezoneId: 'Europe/Warsaw',
      ...options,
    });
    const page = await this.context.newPage();
    await page.clock.install({ time: new Date(clock.getTime() - MINUTE) });
    await page.clock.pauseAt(clock);
    await page.goto(this.store.address + path, { referer: referrer && this.store.address + referrer });
    return page;
  }

  polls(): number {
    return this.store.count('GET', STATUS_PATH);
  }

  /** How often the page asked the store itself. */
  probes(): number {
    return this.asked().length;
  }

  /** What the page asked the store itself. */
  asked(): readonly string[] {
    return this.store.seen
      .filter(({ byScript, path }) => byScript && path !== STATUS_PATH && path !== SETTLE_PATH)
      .map(({ method, path }) => `${method} ${path}`);
  }
}
