import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type LiveRehearsal, startLive } from '../../lib/rehearsal/live/start-live';
import { launchBrowser, SCREENSHOTS } from '../helpers/browser';
import { exampleAssembly } from '../helpers/example-assembly';

/** Fast enough for a test, slow enough for a real process to start in the meantime. */
const SPEED = 30;
/** A hang, not a slow machine: the world waits for whatever the machine has not done yet. */
const WAIT = { timeout: 240_000 };

let browser: Browser;
let context: BrowserContext;
let live: LiveRehearsal;

beforeAll(async () => {
  browser = await launchBrowser();
  live = await startLive({ assembly: await exampleAssembly('edge'), speed: SPEED });
  context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 1400 } });
});

afterAll(async () => {
  await context?.close();
  await live?.close();
  await browser?.close();
});

const shoot = (page: Page, name: string) => page.screenshot({ path: join(SCREENSHOTS, `live-${name}.png`) });

/**
 * Lets the page's own clock run until it has brought the shopper back by itself: from a payment path to the home page,
 * because what stands there may be a link that works once.
 */
async function waitForReturn(page: Page): Promise<void> {
  while (!(await page.title()).startsWith('Welcome')) {
    await page.clock.runFor(15_000).catch(() => undefined);
    await page.evaluate(() => fetch('/understudy/status.json')).catch(() => undefined);
  }
}

describe('live rehearsal', () => {
  test('leads a shopper through an outage and back, and tells on-call', async () => {
    const [shop, control] = [await context.newPage(), await context.newPage()];
    await control.goto(live.controlUrl);
    await control.getByText('running').waitFor(WAIT);
    await shop.clock.install();
    await shop.goto(live.shopUrl);
    expect(await shop.title()).toContain('Welcome');
    await shoot(shop, '1-store');
    await shoot(control, '2-control-calm');

    await control.getByRole('button', { name: 'Kill the store' }).click();
    await control.locator('#store').getByText('down').waitFor(WAIT);
    expect(await control.getByRole('button', { name: 'Kill the store' }).isDisabled()).toBe(true);
    expect(await control.getByRole('button', { name: 'Restart the store' }).isDisabled()).toBe(false);
    // A page that the shopper has seen before might still come out of CloudFront's cache.
    const answer = await shop.goto(`${live.shopUrl}checkout`);
    expect(answer?.status()).toBe(503);
    expect(await shop.locator('meta[name=generator]').getAttribute('content')).toBe(
      'understudy-emergency-page',
    );
    await shoot(shop, '3-emergency-page');
    await control.locator('#visit').getByText('emergency page').waitFor(WAIT);

    const alert = control.locator('#inbox article', { hasText: 'store down' }).first();
    await alert.waitFor(WAIT);
    expect(await alert.locator('pre').first().textContent()).toContain('https://wiki.example.com');
    expect(await control.locator('#dns').textContent()).toContain('SECONDARY');
    await shoot(control, '4-control-alert');
    const webhook = control
      .locator('#inbox article', { hasText: 'INVESTIGATING' })
      .locator('details')
      .first();
    await webhook.locator('summary').click();

    await control.getByRole('button', { name: 'Restart the store' }).click();
    await waitForReturn(shop);
    expect(new URL(shop.url()).pathname).toBe('/');
    await shoot(shop, '5-store-again');
    await control.locator('#inbox article', { hasText: 'RESOLVED' }).first().waitFor(WAIT);
    // The page has replaced its inbox since: what was unfolded stays so.
    expect(await webhook.getAttribute('open')).toBe('');
    await shoot(control, '6-control-resolved');
  });

  test.each(['light', 'dark'] as const)(
    'has a control page that everybody can use, in %s',
    async (colorScheme) => {
      const page = await context.newPage();
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(live.controlUrl);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations).toEqual([]);
      await shoot(page, `control-phone-${colorScheme}`);
    },
  );
});
