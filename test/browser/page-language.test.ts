import type { Page } from 'playwright-core';
import type { EmergencyPageProps } from '../../lib/page/emergency-page-props';
import { renderEmergencyPage } from '../../lib/page/render-emergency-page';
import { ClosedStoreVisit, minutesAgo, pass, SECOND, status } from '../helpers/closed-store-visit';
import { EXTRAS, pageProps } from '../helpers/page-props';

const visit = new ClosedStoreVisit(renderEmergencyPage(pageProps()));

describe('language', () => {
  const several = (changes: Partial<EmergencyPageProps> = {}): string =>
    renderEmergencyPage(pageProps({ ...EXTRAS, languageCookie: 'shop_lang', ...changes }));

  const openIn = async (path: string, locale: string, cookies: Readonly<Record<string, string>> = {}) => {
    await visit.serve(several());
    visit.context = await visit.browser.newContext({ locale });
    await visit.context.addCookies(
      Object.entries(cookies).map(([name, value]) => ({ name, value, url: visit.store.address })),
    );
    const page = await visit.context.newPage();
    await page.goto(visit.store.address + path);
    return page;
  };

  test.each([
    ['/', 'fr-CA', {}, 'fr', 'Désolés, notre boutique rencontre un problème'],
    ['/', 'de-DE', {}, 'en', 'Sorry, there is a problem with our store'],
    ['/', 'zh-TW', {}, 'zh-Hant', '抱歉，我們的商店發生問題'],
    ['/pl/buty', 'fr-FR', {}, 'pl', 'Przepraszamy, mamy problem ze sklepem'],
    ['/pl/buty', 'fr-FR', { shop_lang: 'ru' }, 'ru', 'Извините, в нашем магазине неполадки'],
    ['/?lang=zh-cn', 'fr-FR', { shop_lang: 'ru' }, 'zh-Hans', '抱歉，我们的网店出了问题'],
    [
      '/?lang=zh-cn',
      'fr-FR',
      { 'understudy-language': 'pl', shop_lang: 'ru' },
      'zh-Hans',
      '抱歉，我们的网店出了问题',
    ],
    [
      '/?lang=de',
      'fr-FR',
      { 'understudy-language': 'pl', shop_lang: 'ru' },
      'pl',
      'Przepraszamy, mamy problem ze sklepem',
    ],
  ])(
    'at %s in a browser in %s with the cookies %j is %s',
    async (path, locale, cookies, language, heading) => {
      const page = await openIn(path, locale, cookies);
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      expect(await page.textContent('h1')).toBe(heading);
      expect(await page.title()).toBe(`${heading} – Example Shop`);
      expect(await page.getAttribute('[aria-current=true]', 'lang')).toBe(language);
    },
  );

  test('leaves no text behind when it is switched, and is kept', async () => {
    const page = await openIn('/products/7?size=m', 'en-GB');
    const english = new Set(
      await page.locator('main :not(:has(*)):not(a[href^="http"]):not(footer a[lang])').allTextContents(),
    );
    await page.click('text=Polski');
    const polish = await page
      .locator('main :not(:has(*)):not(a[href^="http"]):not(footer a[lang])')
      .allTextContents();
    const numbers = /^$|@|^[\d+ ]+$|^Mon-Fri|^Example Shop|^THANKS/;
    expect(polish.filter((text) => english.has(text) && !numbers.test(text))).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Polski');
    expect(page.url()).toBe(`${visit.store.address}/products/7?size=m`);
    await page.reload();
    expect(await page.getAttribute('html', 'lang')).toBe('pl');
  });

  test.each([
    ['/products/7?lang=fr&size=m#reviews', '/products/7?lang=pl&size=m#reviews'],
    ['/products/7?shop-lang=fr&lang=zh%2DHant', '/products/7?shop-lang=fr&lang=pl'],
  ])('that is switched at %s takes the place of the older choice', async (path, expected) => {
    const page = await openIn(path, 'en-GB');
    await page.click('text=Polski');
    expect(page.url()).toBe(visit.store.address + expected);
    await page.reload();
    expect(await page.getAttribute('html', 'lang')).toBe('pl');
  });

  test('of a file with one language changes by asking for the same address again', async () => {
    const page = await openIn('/products/7?size=m#reviews', 'en-GB');
    await visit.serve(renderEmergencyPage(pageProps(EXTRAS), ['en']));
    await page.goto(`${visit.store.address}/products/7?size=m#reviews`);
    await page.click('text=Polski');
    await page.waitForFunction(() => performance.getEntriesByType('navigation').length === 1);
    await page.waitForURL(`${visit.store.address}/products/7?size=m#reviews`);
    expect(await page.evaluate(() => document.cookie)).toContain('understudy-language=pl');
    expect(visit.store.count('GET', '/products/7?size=m')).toBe(2);
  });

  test('takes the place of an older choice in the address', async () => {
    await visit.serve(renderEmergencyPage(pageProps(EXTRAS), ['en']));
    const page = await visit.open('/products/7?lang=en&size=m');
    await page.click('text=Polski');
    await page.waitForURL(`${visit.store.address}/products/7?lang=pl&size=m`);
  });

  test('without scripts is asked for at the same path', async () => {
    await visit.serve(renderEmergencyPage(pageProps(EXTRAS), ['en']));
    visit.context = await visit.browser.newContext({ javaScriptEnabled: false });
    const page = await visit.context.newPage();
    await page.goto(`${visit.store.address}/products/7`);
    await page.click('text=Polski');
    expect(page.url()).toBe(`${visit.store.address}/products/7?lang=pl`);
    visit.store.open = true;
    await page.click('text=Check now');
    await page.waitForSelector('h1:text("Welcome")');
  });
});

describe('offer', () => {
  const openWithOffer = async (fileStatus: string | undefined): Promise<Page> => {
    await visit.serve(renderEmergencyPage(pageProps(EXTRAS)));
    visit.store.status = fileStatus;
    const page = await visit.open();
    await pass(page, 5 * SECOND);
    return page;
  };

  test('is shown in a declared outage', async () => {
    const page = await openWithOffer(status());
    expect(await page.isVisible('text=THANKS-10')).toBe(true);
    expect(await page.textContent('#us-until')).toMatch(/^Thursday,? 31 December 2026.* 23:59$/);
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
