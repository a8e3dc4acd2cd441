import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { renderEmergencyPage } from '../../lib/emergency-site/page/render-emergency-page';
import { STATUS_PATH } from '../../lib/emergency-site/paths';
import { launchBrowser } from '../helpers/browser';
import { ClosedStore } from '../helpers/closed-store';
import { pageProps } from '../helpers/page-props';

const SHOPPER_PATH = '/products/7?size=m';
const NOW = new Date('2026-03-02T10:00:00Z');
const SECOND = 1_000;
const MINUTE = 60 * SECOND;

const HTML = renderEmergencyPage(pageProps());

/** A request that the test makes, so that earlier answers are in when it returns. */
const SETTLE_PATH = '/understudy/settle';

const minutesAgo = (minutes: number): string => new Date(NOW.getTime() - minutes * MINUTE).toISOString();

/** A status as the function writes it, but for what a test changes. */
const status = (changes: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({
    page: { updated_at: minutesAgo(0) },
    status: { indicator: 'critical', description: 'Store unavailable' },
    x_mode: 'emergency',
    x_messages: { en: 'We found the cause and are fixing it.' },
    ...changes,
  });

let browser: Browser;
let store: ClosedStore;
let context: BrowserContext;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
  store = new ClosedStore(HTML, NOW);
  await store.start();
});

afterEach(async () => {
  await context.close();
  await store.stop();
});

const openPage = async (path = SHOPPER_PATH, options: BrowserContextOptions = {}): Promise<Page> => {
  context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Warsaw', ...options });
  const page = await context.newPage();
  await page.clock.install({ time: new Date(NOW.getTime() - MINUTE) });
  await page.clock.pauseAt(NOW);
  await page.goto(store.address + path);
  return page;
};

/** Lets the page's clock run 5 seconds at a time, with room for real answers in between. */
const pass = async (page: Page, ms: number, until: () => boolean = () => false): Promise<void> => {
  for (let elapsed = 0; elapsed < ms && !until(); elapsed += 5 * SECOND) {
    await page.clock.runFor(5 * SECOND);
    await page.evaluate((path) => fetch(path), SETTLE_PATH).catch(() => undefined);
  }
};

const polls = (): number => store.count('GET', STATUS_PATH);
const probes = (): number => store.count('HEAD', SHOPPER_PATH);
const statusText = (page: Page): Promise<string | null> => page.textContent('#us-status');

describe('status', () => {
  test('is shown in the words of the status file, with its times in the zone of the shopper', async () => {
    store.status = status({ x_since: minutesAgo(1) });
    const page = await openPage();
    await pass(page, 5 * SECOND);
    expect(await statusText(page)).toBe('We found the cause and are fixing it.');
    expect(await page.locator('#us-times dt:visible').allTextContents()).toEqual(['Since', 'Last update']);
    expect(await page.locator('#us-times time').first().textContent()).toMatch(/CES?T|GMT\+[12]/);
  });

  test('is written as text when it holds markup', async () => {
    store.status = status({ x_messages: { en: '<img src=x onerror="document.title=1">' } });
    const page = await openPage();
    await pass(page, 5 * SECOND);
    expect(await statusText(page)).toBe('<img src=x onerror="document.title=1">');
    expect(await page.locator('#us-status img').count()).toBe(0);
  });

  test.each([
    ['malformed', '{"x_mode":'],
    ['of another shape', '[1,2]'],
    ['in an unknown mode', '{"x_mode":"party","x_messages":{"en":"Hello"}}'],
    ['1 MB long', status({ padding: 'x'.repeat(1_000_000) })],
    ['missing', undefined],
  ])('stays as it was when the file is %s', async (_case, text) => {
    store.status = text;
    const page = await openPage();
    await pass(page, 5 * SECOND);
    expect(polls()).toBe(1);
    expect(await statusText(page)).toBe('The store is closed for now.');
  });

  test('changes nothing in the live region while the news is the same', async () => {
    store.status = status();
    const page = await openPage();
    await pass(page, 5 * SECOND);
    await page.evaluate(() => {
      const region = document.getElementById('us-status') as HTMLElement;
      new MutationObserver(() => document.body.setAttribute('data-announced', '')).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    await pass(page, 3 * MINUTE);
    expect(polls()).toBeGreaterThan(2);
    expect(await page.getAttribute('body', 'data-announced')).toBeNull();
  });

  test('says when the device is offline, and takes it back', async () => {
    const page = await openPage();
    await context.setOffline(true);
    await pass(page, 5 * SECOND);
    expect(await statusText(page)).toMatch(/^Your device is offline/);
    await context.setOffline(false);
    await pass(page, MINUTE, () => polls() > 0);
    await pass(page, 5 * SECOND);
    expect(await statusText(page)).toBe('The store is closed for now.');
  });
});

describe('polling', () => {
  test('asks for nothing but the status while the store is closed', async () => {
    store.status = status();
    const page = await openPage();
    await pass(page, 3 * MINUTE);
    const others = store.seen.filter(({ path }) => path !== STATUS_PATH && path !== SETTLE_PATH);
    expect(others).toEqual([{ method: 'GET', path: SHOPPER_PATH }]);
  });

  test('comes to at most one request in 30 seconds for a page left open', async () => {
    store.status = status();
    const page = await openPage();
    await pass(page, 2 * MINUTE);
    const before = polls();
    await pass(page, 10 * MINUTE);
    expect(polls() - before).toBeGreaterThanOrEqual(8);
    expect(polls() - before).toBeLessThanOrEqual(21);
  });

  test('goes on when the status cannot be shown', async () => {
    store.status = status();
    const page = await openPage();
    await page.evaluate(() => {
      Date.prototype.toLocaleString = () => {
        throw new RangeError('broken');
      };
    });
    await pass(page, 3 * MINUTE);
    expect(polls()).toBeGreaterThan(2);
  });

  test('stops when the shopper pauses it and goes on when they resume', async () => {
    store.status = status();
    const page = await openPage();
    await page.click('#us-pause');
    await pass(page, 5 * MINUTE);
    expect(polls()).toBe(0);
    expect(await page.textContent('#us-pause')).toBe('Resume checking');
    await page.click('#us-pause');
    await pass(page, 5 * SECOND);
    expect(polls()).toBe(1);
  });

  test('stops while the tab is hidden', async () => {
    const page = await openPage();
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await pass(page, 5 * MINUTE);
    expect(polls()).toBe(0);
  });

  test('answers a shopper who asks, at most every 5 seconds', async () => {
    store.status = status();
    const page = await openPage();
    await page.click('#us-check');
    await page.waitForFunction(() => document.getElementById('us-checked')?.textContent !== '');
    expect(await page.textContent('#us-checked')).toMatch(/^Checked at .* The store is still closed\.$/);
    const before = polls();
    await page.click('#us-check');
    await page.clock.runFor(SECOND);
    expect(polls()).toBe(before);
  });
});

describe('return to the store', () => {
  test('leads to the page the shopper asked for, and only once it answers', async () => {
    store.status = status({ x_mode: 'normal' });
    const page = await openPage();
    await pass(page, 5 * MINUTE);
    expect(probes()).toBeGreaterThan(1);
    expect(store.count('GET', SHOPPER_PATH)).toBe(1);
    store.open = true;
    await pass(page, 3 * MINUTE, () => store.count('GET', SHOPPER_PATH) > 1);
    await page.waitForSelector('h1:text("Welcome")');
    expect(page.url()).toBe(store.address + SHOPPER_PATH);
  });

  test('does not happen while a fresh status says that the store is closed', async () => {
    store.status = status();
    const page = await openPage();
    store.open = true;
    await pass(page, 5 * MINUTE);
    expect(probes()).toBe(0);
  });

  test.each([
    ['missing', undefined],
    ['an hour old', status({ page: { updated_at: minutesAgo(60) } })],
  ])('happens with a status that is %s', async (_case, text) => {
    store.status = text;
    const page = await openPage();
    store.open = true;
    await pass(page, 10 * MINUTE, () => store.count('GET', SHOPPER_PATH) > 1);
    await page.waitForSelector('h1:text("Welcome")');
  });

  test('keeps the fragment of the address', async () => {
    store.status = status({ x_mode: 'normal' });
    const page = await openPage(`${SHOPPER_PATH}#reviews`);
    store.open = true;
    await pass(page, 3 * MINUTE, () => store.count('GET', SHOPPER_PATH) > 1);
    await page.waitForSelector('h1:text("Welcome")');
    expect(page.url()).toBe(`${store.address}${SHOPPER_PATH}#reviews`);
  });

  test('does not send a form again', async () => {
    store.status = status({ x_mode: 'normal' });
    const page = await openPage('/cart');
    await page.setContent('<form method="post" action="/checkout"><button>Pay</button></form>');
    await page.click('button');
    await page.waitForSelector('#us-warning:not([hidden])');
    store.open = true;
    await pass(page, 3 * MINUTE, () => store.count('GET', '/checkout') > 0);
    await page.waitForSelector('h1:text("Welcome")');
    expect(store.count('POST', '/checkout')).toBe(1);
  });
});

describe('payment', () => {
  test.each([
    ['/checkout/step-2', true],
    ['/en/Payment', true],
    ['/products/7', false],
  ])('at %s the warning not to pay again is shown: %s', async (path, shown) => {
    const page = await openPage(path);
    expect(await page.isVisible('#us-warning')).toBe(shown);
    expect(await page.isVisible('#us-payment')).toBe(!shown);
  });
});

describe('without scripts', () => {
  test('every fact is there and nothing that needs a script', async () => {
    context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(store.address + SHOPPER_PATH);
    const text = (await page.locator('main').allInnerTexts()).join('');
    for (const fact of [
      'Example Shop',
      'closed for now',
      'do not pay again',
      '+48 12 345 67 89',
      'Marketplace',
    ]) {
      expect(text).toContain(fact);
    }
    expect(await page.locator('button:visible').count()).toBe(0);
    store.open = true;
    await page.click('text=Try again');
    await page.waitForSelector('h1:text("Welcome")');
    expect(page.url()).toBe(store.address + SHOPPER_PATH);
  });
});
