import { renderEmergencyPage } from '../../lib/page/render-emergency-page';
import { ClosedStoreVisit, SHOPPER_PATH } from '../helpers/closed-store-visit';
import { pageProps } from '../helpers/page-props';

const visit = new ClosedStoreVisit(renderEmergencyPage(pageProps()));

describe('without scripts', () => {
  test('every fact is there and nothing that needs a script', async () => {
    visit.context = await visit.browser.newContext({ javaScriptEnabled: false });
    const page = await visit.context.newPage();
    await page.goto(visit.store.address + SHOPPER_PATH);
    const text = (await page.locator('main').allInnerTexts()).join('');
    for (const fact of [
      'Example Shop',
      'cannot show you this page',
      'do not pay again',
      '+48 12 345 67 89',
      'Marketplace',
    ]) {
      expect(text).toContain(fact);
    }
    expect(await page.locator('button:visible').count()).toBe(0);
    expect(await page.locator('dl:has([id^=us-]) dt:visible').count()).toBe(0);
    expect(await page.locator('[role=status]').count()).toBe(2);
    expect(await page.getAttribute('#us-home:visible a', 'href')).toBe('/');
    visit.store.open = true;
    await page.click('text=Check now');
    await page.waitForSelector('h1:text("Welcome")');
    expect(page.url()).toBe(visit.store.address + SHOPPER_PATH);
  });
});
