import { renderEmergencyPage } from '../../lib/page/render-emergency-page';
import { ClosedStoreVisit } from '../helpers/closed-store-visit';
import { pageProps } from '../helpers/page-props';

const visit = new ClosedStoreVisit(renderEmergencyPage(pageProps()));

describe('payment', () => {
  test.each([
    ['/checkout/step-2', true],
    ['/en/Payment', true],
    ['/products/7', false],
  ])('at %s the warning not to pay again is shown: %s', async (path, shown) => {
    const page = await visit.open(path);
    expect(await page.isVisible('#us-warning')).toBe(shown);
    expect(await page.isVisible('#us-payment')).toBe(!shown);
  });
});
