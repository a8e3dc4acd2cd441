import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { EmergencyPageProps } from '../../lib/emergency-site/page/emergency-page-props';
import { renderEmergencyPage } from '../../lib/emergency-site/page/render-emergency-page';
import { STATUS_PATH } from '../../lib/emergency-site/paths';
import { launchBrowser } from '../helpers/browser';
import { ClosedStore } from '../helpers/closed-store';
import { EXTRAS, pageProps } from '../helpers/page-props';

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

  test('is said in the language of its text when there is none in that of the page', async () => {
    store.status = status({ x_messages: { pl: 'Pracujemy.', en: 'Working.' } });
    const page = await openPage();
    await pass(page, 5 * SECOND);
    expect(await page.getAttribute('#us-status', 'lang')).toBe('en');
    expect(await page.textContent('#us-note')).toBe('');
  });

  test('shows its own time when there is no newer', async () => {
    store.status = status({ page: { updated_at: minutesAgo(45) } });
    const page = await openPage();
    await pass(page, 5 * SECOND);
    expect(await page.textContent('#us-note')).toMatch(/^There has been no news since 10:15 CET\.$/);
  });

  test.each([
    ['maintenance', 'Sorry, our store is closed for now', 'We closed the store for planned work.'],
    [
      'recovering',
      'Our store is opening again',
      'We are letting shoppers back in, a few at a time. Keep this page open.',
    ],
    ['degraded', 'Sorry, there is a problem with our store', 'The store is closed for now.'],
    [
      'normal',
      'Our store is opening again',
      'The store is open again. We will take you back to your page soon.',
    ],
  ])('with the mode %s is the title, the heading and a text', async (mode, heading, text) => {
    store.status = status({ x_mode: mode, x_messages: {}, x_release: { spread_seconds: 900 } });
    const page = await openPage();
    await pass(page, 5 * SECOND, () => polls() > 0);
    await page.waitForFunction((expected) => document.querySelector('h1')?.textContent === expected, heading);
    expect(await page.title()).toBe(`${heading} – Example Shop`);
    expect(await statusText(page)).toBe(text);
    expect(await page.isVisible('#us-lead')).toBe(mode === 'degraded');
  });

  test.each([-1, 1])(
    'has times by the clock of the host when that of the device is %d day off',
    async (days) => {
      store.status = status({ x_next_update_at: minutesAgo(-15) });
      context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Warsaw' });
      const page = await context.newPage();
      const wrong = new Date(NOW.getTime() + days * 24 * 60 * MINUTE);
      await page.clock.install({ time: new Date(wrong.getTime() - MINUTE) });
      await page.clock.pauseAt(wrong);
      await page.goto(store.address + SHOPPER_PATH);
      await pass(page, 5 * SECOND);
      expect(await page.textContent('#us-times div:nth-child(3) time')).toBe('11:15 CET (in 15 minutes)');
    },
  );

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

  test('fails for this one page when the status is fresh and says that the store is open', async () => {
    store.status = status({ x_mode: 'normal' });
    const page = await openPage();
    await pass(page, 30 * SECOND, () => probes() > 0);
    await page.waitForSelector('#us-home:not([hidden])');
    expect(await page.textContent('h1')).toBe('Sorry, this page did not load');
    expect(await page.getAttribute('#us-home a', 'href')).toBe('/');
  });

  test('waits for the turn of each shopper, the same for a tab that was hidden', async () => {
    store.status = status();
    const page = await openPage();
    await pass(page, 5 * SECOND);
    store.status = status({ x_mode: 'normal', x_release: { spread_seconds: 900 } });
    await pass(page, MINUTE, () => polls() > 1);
    await page.waitForSelector('#us-times div:nth-child(5):not([hidden])');
    const turn = await page.getAttribute('#us-times div:nth-child(5) time', 'datetime');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await pass(page, 5 * SECOND);
    expect(await page.getAttribute('#us-times div:nth-child(5) time', 'datetime')).toBe(turn);
  });

  test.each([SHOPPER_PATH, `${SHOPPER_PATH}#reviews`])(
    'to %s is not hurried when the store answers probes but not with its page',
    async (path) => {
      store.status = status({ x_mode: 'normal', x_release: { spread_seconds: 900 } });
      store.answersProbes = true;
      const page = await openPage(path);
      await page.addInitScript(() => {
        Math.random = () => 0.5;
      });
      await pass(page, MINUTE, () => store.count('GET', SHOPPER_PATH) > 1);
      await page.waitForLoadState();
      await pass(page, 5 * SECOND);
      const turn = await page.getAttribute('#us-times div:nth-child(5) time', 'datetime');
      expect(new Date(turn ?? '').getTime() - NOW.getTime()).toBeGreaterThanOrEqual(450 * SECOND);
    },
  );

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

describe('language', () => {
  const several = (changes: Partial<EmergencyPageProps> = {}): string =>
    renderEmergencyPage(pageProps({ ...EXTRAS, languageCookie: 'shop_lang', ...changes }));

  const openIn = async (path: string, locale: string, cookies: Readonly<Record<string, string>> = {}) => {
    await store.stop();
    store = new ClosedStore(several(), NOW);
    await store.start();
    context = await browser.newContext({ locale });
    await context.addCookies(
      Object.entries(cookies).map(([name, value]) => ({ name, value, url: store.address })),
    );
    const page = await context.newPage();
    await page.goto(store.address + path);
    return page;
  };

  test.each([
    ['/', 'fr-CA', {}, 'fr', 'Désolés, notre boutique rencontre un problème'],
    ['/', 'de-DE', {}, 'en', 'Sorry, there is a problem with our store'],
    ['/', 'zh-TW', {}, 'zh-Hant', '抱歉，我們的商店發生問題'],
    ['/pl/buty', 'fr-FR', {}, 'pl', 'Przepraszamy, nasz sklep ma problem'],
    ['/pl/buty', 'fr-FR', { shop_lang: 'ru' }, 'ru', 'Извините, в нашем магазине неполадки'],
    ['/?lang=zh-cn', 'fr-FR', { shop_lang: 'ru' }, 'zh-Hans', '抱歉，我们的商店出了问题'],
  ])(
    'at %s in a browser in %s with the cookies %j is %s',
    async (path, locale, cookies, language, heading) => {
      const page = await openIn(path, locale, cookies);
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      expect(await page.textContent('h1')).toBe(heading);
      expect(await page.title()).toBe(`${heading} – Example Shop`);
      expect(await page.getAttribute('[aria-current=true]', 'hreflang')).toBe(language);
    },
  );

  test('leaves no text behind when it is switched, and is kept', async () => {
    const page = await openIn('/products/7?size=m', 'en-GB');
    const english = new Set(
      await page.locator('main :not(:has(*)):not(a[href^="http"]):not(a[hreflang])').allTextContents(),
    );
    await page.click('text=Polski');
    const polish = await page
      .locator('main :not(:has(*)):not(a[href^="http"]):not(a[hreflang])')
      .allTextContents();
    const numbers = /^$|@|^[\d+ ]+$|^Mon-Fri|^Example Shop|^THANKS/;
    expect(polish.filter((text) => english.has(text) && !numbers.test(text))).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Polski');
    expect(page.url()).toBe(`${store.address}/products/7?size=m`);
    await page.reload();
    expect(await page.getAttribute('html', 'lang')).toBe('pl');
  });

  test('of a file with one language changes by asking for the same address again', async () => {
    const page = await openIn('/products/7?size=m#reviews', 'en-GB');
    await store.stop();
    store = new ClosedStore(renderEmergencyPage(pageProps(EXTRAS), ['en']), NOW);
    await store.start();
    await page.goto(`${store.address}/products/7?size=m#reviews`);
    await page.click('text=Polski');
    await page.waitForFunction(() => performance.getEntriesByType('navigation').length === 1);
    await page.waitForURL(`${store.address}/products/7?size=m#reviews`);
    expect(await page.evaluate(() => document.cookie)).toContain('understudy-language=pl');
    expect(store.count('GET', '/products/7?size=m')).toBe(2);
  });
});

describe('offer', () => {
  const openWithOffer = async (fileStatus: string | undefined): Promise<Page> => {
    await store.stop();
    store = new ClosedStore(renderEmergencyPage(pageProps(EXTRAS)), NOW);
    await store.start();
    store.status = fileStatus;
    const page = await openPage();
    await pass(page, 5 * SECOND);
    return page;
  };

  test('is shown in a declared outage', async () => {
    const page = await openWithOffer(status());
    expect(await page.isVisible('text=THANKS-10')).toBe(true);
    expect(await page.textContent('#us-until')).toMatch(/^Thursday 31 December.*23:59/);
  });

  test.each([
    ['without a status', undefined],
    ['with an old status', status({ page: { updated_at: minutesAgo(16) } })],
    ['when the store is open and somebody made an error', status({ x_mode: 'normal' })],
    ['in an exercise', status({ x_drill: true })],
  ])('is not shown %s', async (_case, fileStatus) => {
    const page = await openWithOffer(fileStatus);
    expect(await page.isVisible('#us-offer')).toBe(false);
  });
});
