import type { Page } from 'playwright-core';
import { STATUS_PATH } from '../../lambda/emergency-response/contract/paths';
import { renderEmergencyPage } from '../../lib/page/render-emergency-page';
import {
  ClosedStoreVisit,
  MINUTE,
  pass,
  SECOND,
  SETTLE_PATH,
  SHOPPER_PATH,
  status,
} from '../helpers/closed-store-visit';
import { pageProps } from '../helpers/page-props';

const visit = new ClosedStoreVisit(renderEmergencyPage(pageProps()));

describe('polling', () => {
  test('asks for nothing but the status while the store is closed', async () => {
    visit.store.status = status();
    const page = await visit.open();
    await pass(page, 3 * MINUTE);
    const others = visit.store.seen.filter(({ path }) => path !== STATUS_PATH && path !== SETTLE_PATH);
    expect(others).toEqual([{ method: 'GET', path: SHOPPER_PATH, byScript: false }]);
  });

  test('comes to at most one request in 30 seconds for a page left open', async () => {
    visit.store.status = status();
    const page = await visit.open();
    await pass(page, 2 * MINUTE);
    const before = visit.polls();
    await pass(page, 10 * MINUTE);
    expect(visit.polls() - before).toBeGreaterThanOrEqual(8);
    expect(visit.polls() - before).toBeLessThanOrEqual(21);
  });

  test('goes on when the status cannot be shown', async () => {
    visit.store.status = status();
    const page = await visit.open();
    await page.evaluate(() => {
      Date.prototype.toLocaleString = () => {
        throw new RangeError('broken');
      };
    });
    await pass(page, 3 * MINUTE);
    expect(visit.polls()).toBeGreaterThan(2);
  });

  test('goes on when the status never comes', async () => {
    const page = await visit.open();
    let asked = 0;
    await page.route(`**${STATUS_PATH}`, () => {
      asked += 1;
    });
    await pass(page, 4 * MINUTE);
    expect(asked).toBeGreaterThanOrEqual(4);
  });

  test('goes on when a probe is never answered', async () => {
    visit.store.status = status({ x_mode: 'normal' });
    const page = await visit.open();
    let probes = 0;
    await page.route(`${visit.store.address}/`, () => {
      probes += 1;
    });
    await pass(page, 3 * MINUTE);
    expect(probes).toBeGreaterThanOrEqual(2);
  });

  test('stops when the shopper pauses it and goes on when they resume', async () => {
    visit.store.status = status();
    const page = await visit.open();
    await pass(page, 5 * SECOND);
    expect(await page.isVisible('#us-checking')).toBe(true);
    await page.click('#us-pause');
    await pass(page, 5 * MINUTE);
    expect(visit.polls()).toBe(1);
    expect(await page.textContent('#us-pause')).toBe('Resume checking');
    expect(await page.isVisible('#us-checking')).toBe(false);
    expect(await page.isVisible('#us-check')).toBe(true);
    await page.click('#us-pause');
    // On a busy machine the request may come a step later; the next one is due after half a minute.
    await pass(page, 20 * SECOND, () => visit.polls() > 1);
    expect(visit.polls()).toBe(2);
  });

  test('stops while the tab is hidden', async () => {
    const page = await visit.open();
    await pass(page, 5 * SECOND);
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await pass(page, 5 * MINUTE);
    expect(visit.polls()).toBe(1);
  });

  const told = (page: Page) => page.waitForSelector('#us-checked:text("Nothing new yet.")');

  test('answers a shopper who asks, at most every 5 seconds', async () => {
    visit.store.status = status();
    const page = await visit.open();
    await pass(page, 5 * SECOND);
    await page.click('#us-check');
    await page.clock.runFor(1);
    await told(page);
    const before = visit.polls();
    await page.click('#us-check');
    expect(await page.textContent('#us-checked')).toBe('');
    await page.clock.runFor(4 * SECOND);
    await pass(page, 0);
    expect(visit.polls()).toBe(before);
    await page.clock.runFor(SECOND);
    await told(page);
    expect(visit.polls()).toBe(before + 1);
  });

  test('claims nothing about the store to a shopper who asks while no status comes', async () => {
    const page = await visit.open();
    await pass(page, 5 * SECOND);
    await page.click('#us-check');
    await page.clock.runFor(1);
    await told(page);
  });

  test('lets news speak for itself when a shopper asks', async () => {
    visit.store.status = status();
    const page = await visit.open();
    await pass(page, 5 * SECOND);
    visit.store.status = status({ x_mode: 'recovering', x_messages: {} });
    await page.click('#us-check');
    await page.clock.runFor(1);
    await page.waitForSelector('#us-status:text("a few at a time")');
    expect(await page.textContent('#us-checked')).toBe('');
  });
});
