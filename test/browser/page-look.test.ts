import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { STATUS_PATH } from '../../lambda/emergency-response/contract/paths';
import { previewServer } from '../../lib/operator/preview/preview-server';
import { previewStates } from '../../lib/operator/preview/preview-states';
import { renderEmergencyPage } from '../../lib/page/render-emergency-page';
import { launchBrowser, SCREENSHOTS } from '../helpers/browser';
import { ClosedStore } from '../helpers/closed-store';
import { EXTRAS, LANGUAGES, LOGO_SVG, pageProps } from '../helpers/page-props';

const NOW = new Date('2026-03-02T10:00:00Z');
const BRAND = { accent: '#0b7a5b', background: '#fffdf8', text: '#22201c' };

let browser: Browser;
let store: ClosedStore;

beforeAll(async () => {
  browser = await launchBrowser();
  store = new ClosedStore(renderEmergencyPage(pageProps({ logoSvg: LOGO_SVG, colors: BRAND })), NOW);
  await store.start();
});

afterAll(async () => {
  await browser.close();
  await store.stop();
});

async function withPage(options: BrowserContextOptions, path: string, use: (page: Page) => Promise<void>) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(store.address + path);
  await use(page);
  await context.close();
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function violations(page: Page): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe('emergency page', () => {
  test.each([
    [320, 'light'],
    [768, 'dark'],
    [1280, 'light'],
  ] as const)('fits a window of %d px and passes axe in %s', async (width, colorScheme) => {
    await withPage({ viewport: { width, height: 900 }, colorScheme }, '/products/7?size=m', async (page) => {
      await page.screenshot({ path: join(SCREENSHOTS, `page-${width}-${colorScheme}.png`), fullPage: true });
      expect(await overflow(page)).toBe(0);
      expect(await violations(page)).toEqual([]);
    });
  });

  test('fits a window of 320 px at 200 % text size', async () => {
    await withPage({ viewport: { width: 320, height: 900 } }, '/', async (page) => {
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      await page.screenshot({ path: join(SCREENSHOTS, 'page-320-zoomed.png'), fullPage: true });
      expect(await overflow(page)).toBe(0);
    });
  });

  test('written from right to left has its lines on the right, and fits', async () => {
    await withPage({ viewport: { width: 320, height: 900 } }, '/', async (page) => {
      await page.evaluate(() => {
        document.documentElement.dir = 'rtl';
      });
      const style = await page
        .locator('.panel:visible')
        .first()
        .evaluate((panel) => {
          const { borderLeftWidth, borderRightWidth } = getComputedStyle(panel);
          return [borderLeftWidth, borderRightWidth];
        });
      expect(style).toEqual(['0px', '6px']);
      expect(await overflow(page)).toBe(0);
    });
  });

  test('on paper has the addresses of other shops, and nothing that only works on a screen', async () => {
    await withPage({}, '/', async (page) => {
      await page.emulateMedia({ media: 'print' });
      const after = await page
        .locator('section a[href^=http]')
        .first()
        .evaluate((link) => getComputedStyle(link, '::after').content);
      expect(after).toContain('https://market.example.net/shop');
      expect(await page.locator('#us-check:visible, button:visible').count()).toBe(0);
    });
  });

  test('in forced colours keeps a border around every button', async () => {
    await withPage({ forcedColors: 'active' }, '/', async (page) => {
      const widths = await page
        .locator('.button')
        .evaluateAll((buttons) => buttons.map((button) => getComputedStyle(button).borderTopWidth));
      expect(new Set(widths)).toEqual(new Set(['2px']));
    });
  });
});

describe('every state in every language', () => {
  const noon = new Date('2026-11-27T12:00:00Z');
  /** In Warsaw, so that what the page says of the last hour has dates. */
  const justAfterMidnight = new Date('2026-11-26T23:05:00Z');
  let now = noon;
  let preview: Server;
  let address: string;

  beforeAll(async () => {
    const page = pageProps({ ...EXTRAS, logoSvg: LOGO_SVG, colors: BRAND });
    preview = previewServer({ page, version: '1', now: () => now.getTime() });
    preview.listen(0, '127.0.0.1');
    await once(preview, 'listening');
    address = `http://127.0.0.1:${(preview.address() as AddressInfo).port}`;
  });

  afterAll(async () => {
    preview.closeAllConnections();
    preview.close();
    await once(preview, 'close');
  });

  /**
   * One page of the preview once its status is in, at phone width. Its probe of the store stays unanswered: a page that
   * says the store is open would leave while it is looked at.
   */
  const visit = async (path: string, use: (page: Page) => Promise<void>) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
    const page = await context.newPage();
    const blocked: string[] = [];
    page.on('console', (message) => {
      if (/Content.Security.Policy/i.test(message.text())) {
        blocked.push(message.text());
      }
    });
    await page.route(
      () => true,
      (route) => {
        const request = route.request();
        if (request.resourceType() !== 'fetch' || request.url().endsWith(STATUS_PATH)) {
          void route.continue();
        }
      },
    );
    let answers = 0;
    const last = path.includes('truly-back') ? 2 : 1;
    const answered = page.waitForResponse(
      (response) => response.url().endsWith(STATUS_PATH) && ++answers === last,
    );
    await page.goto(address + path);
    await answered;
    await use(page);
    expect(blocked).toEqual([]);
    await context.close();
  };

  const bottoms = (page: Page, selector: string): Promise<readonly number[]> =>
    page
      .locator(selector)
      .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().bottom).filter(Boolean));

  /** Where the news and each of the buttons end on a phone, in CSS pixels. */
  const endsOnPhone = async (language: string) => {
    const ends = { news: 0, buttons: [] as readonly number[] };
    await visit(`/preview/down/${language}`, async (page) => {
      await page.setViewportSize({ width: 360, height: 740 });
      ends.news = Math.max(...(await bottoms(page, '#us-status, #us-1')));
      ends.buttons = await bottoms(page, 'h2 ~ .button');
    });
    return ends;
  };

  test.each(['en', 'fr', 'zh-Hans'])(
    'on a phone the news, other ways to buy and "tell me" are on the first screen in %s',
    async (language) => {
      const { news, buttons } = await endsOnPhone(language);
      expect(news).toBeLessThan(400);
      expect(buttons).toHaveLength(4);
      expect(Math.max(...buttons)).toBeLessThanOrEqual(740);
    },
  );

  test.each(['en', 'fr', 'zh-Hans'])(
    'a date in the news takes a line, and all buttons but the last are still on the first screen in %s',
    async (language) => {
      now = justAfterMidnight;
      const { news, buttons } = await endsOnPhone(language);
      now = noon;
      expect(news).toBeLessThan(430);
      expect(Math.max(...buttons.slice(0, -1))).toBeLessThanOrEqual(740);
    },
  );

  test.each(['down', 'down-checkout', 'overdue', 'truly-back'])(
    'on a desktop all of %s is on one screen',
    async (state) => {
      await visit(`/preview/${state}/en`, async (page) => {
        await page.setViewportSize({ width: 1440, height: 900 });
        expect(Math.max(...(await bottoms(page, 'main')))).toBeLessThanOrEqual(900);
      });
    },
  );

  test('contact data are easy to hit, and an offer, a warning and the status look different', async () => {
    await visit('/preview/down-checkout/en', async (page) => {
      for (const link of await page.locator('dd a').all()) {
        expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(24);
      }
      const styles = await page
        .locator('.panel, #us-warning, #us-offer')
        .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).borderStyle));
      expect(styles).toEqual(['solid', 'none none none solid', 'dashed']);
    });
  });

  test.each(['en', 'zh-Hant'])(
    'the file in %s alone fits, passes axe and keeps to its policy',
    async (language) => {
      await visit(`/preview/down/${language}`, async (page) => {
        expect(await overflow(page)).toBe(0);
        expect(await violations(page)).toEqual([]);
      });
    },
  );

  /** Axe takes seconds, so one state is looked at in a phone's window, the next in a desktop's. */
  const STATES = previewStates(0).map(({ name }, index) =>
    index % 2 === 0 ? ([name, 320, 'light'] as const) : ([name, 1440, 'dark'] as const),
  );

  test.each(STATES)(
    '%s fits a phone in every language, passes axe at %d px in %s, and keeps to its policy',
    async (state, width, colorScheme) => {
      await visit(`/preview/${state}/all`, async (page) => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width: 320, height: 900 });
        for (const language of LANGUAGES) {
          await page.click(`footer a[lang=${language}]`);
          expect(await overflow(page)).toBe(0);
        }
        await page.setViewportSize({ width, height: 900 });
        expect(await overflow(page)).toBe(0);
        await page.screenshot({ path: join(SCREENSHOTS, `state-${state}-${width}.png`), fullPage: true });
        expect(await violations(page)).toEqual([]);
      });
    },
  );
});
