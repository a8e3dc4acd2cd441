import type { Frame, Page } from 'playwright-core';
import { frameAncestors } from '../../lib/emergency-site/frame-ancestors';
import { renderEmergencyPage } from '../../lib/page/render-emergency-page';
import type { Answer } from '../helpers/closed-store';
import { ClosedStore } from '../helpers/closed-store';
import { ClosedStoreVisit, MINUTE, NOW, pass, status } from '../helpers/closed-store-visit';
import { pageProps } from '../helpers/page-props';

const visit = new ClosedStoreVisit(renderEmergencyPage(pageProps()));
let provider: ClosedStore;

beforeEach(async () => {
  provider = new ClosedStore('', NOW);
  await provider.start();
});
afterEach(() => provider.stop());

const html =
  (body: string): Answer =>
  (_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(body);

/** A page that sends a form into a frame, as banks do when the shopper has typed the code. */
const paying = (action: string): Answer =>
  html(
    `<iframe name=bank></iframe><form method=post target=bank action="${action}"><button>OK</button></form>`,
  );

async function bankFrame(page: Page): Promise<Frame> {
  await page.click('button');
  const frame = page.frame('bank') as Frame;
  await frame.waitForURL((url) => url.protocol !== 'about:');
  await frame.waitForLoadState();
  return frame;
}

function allow(...paymentProviderOrigins: string[]): void {
  visit.store.headers['content-security-policy'] = frameAncestors({
    shopNames: ['shop.example.com'],
    paymentProviderOrigins,
  });
}

describe('emergency page in a frame', () => {
  test("of the shop's own checkout asks not to pay again, and never leaves or takes the checkout along", async () => {
    allow();
    visit.store.answers.set('/pay', paying('/checkout/3ds'));
    const page = await visit.open('/pay');
    const frame = await bankFrame(page);
    expect(await frame.isVisible('#us-warning')).toBe(true);
    expect(await frame.isVisible('#us-pause')).toBe(false);
    visit.store.status = status({ x_mode: 'normal' });
    visit.store.open = true;
    await pass(page, 3 * MINUTE);
    expect(visit.asked()).toEqual([]);
    expect(page.url()).toBe(`${visit.store.address}/pay`);
    expect(await frame.isVisible('#us-warning')).toBe(true);
  });

  /** The shop's page in a frame of another site, which is about to be asked for. */
  const visitProvider = async (allowed: readonly string[]): Promise<Page> => {
    allow(...allowed);
    provider.answers.set('/hosted', paying(`${visit.store.address}/checkout/3ds`));
    const page = await visit.open();
    await page.goto(`${provider.address}/hosted`);
    return page;
  };

  test('is shown to a payment provider that the props name', async () => {
    const page = await visitProvider([provider.address]);
    expect(await (await bankFrame(page)).locator('#us-warning').count()).toBe(1);
  });

  test('is refused to anybody else', async () => {
    const page = await visitProvider([]);
    const refused = page.waitForEvent('requestfailed');
    await page.click('button');
    expect((await refused).failure()?.errorText).toBe('net::ERR_BLOCKED_BY_RESPONSE');
  });
});
