import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { renderHtml } from '../../lambda/document/render-html';
import { reviewDocument } from '../../lambda/status-update/review/review-document';
import { checkers, functionLog } from '../../lib/monitoring/runbook/check';
import { runbookDocument } from '../../lib/monitoring/runbook/runbook-document';
import { launchBrowser, SCREENSHOTS } from '../helpers/browser';
import { at, sent, series, simpleEvidence, simpleReviewDue } from '../lambda/status-update/helpers/reviews';
import { SETTINGS } from '../lambda/status-update/helpers/settings';
import { CHECKOUT_DOWN, SEARCH_DOWN } from '../lambda/status-update/helpers/symptoms';

const { domainName, dashboardUrl } = SETTINGS.STORE;
const TEXT = { impact: 'Shoppers meet the emergency page.', action: 'Look at the origin first.' };

const RUNBOOK = runbookDocument(
  ['checkout-down', 'status-update-dead-letters-not-empty'].map((suffix, index) => ({
    alarmName: `${domainName}-${suffix}`,
    text: TEXT,
    check: index === 0 ? checkers : functionLog,
  })),
  {
    domainName,
    dashboardUrl,
    runbookUrl: 'https://wiki.example.com/',
    lastDrillUrl: 'https://us-east-1.console.aws.amazon.com/s3/object/records?prefix=reviews/last-drill.html',
    owner: 'oncall-shop',
    contacts: [{ role: 'hosting', reach: '+48 22 123 45 67' }],
    symptoms: [CHECKOUT_DOWN, SEARCH_DOWN],
  },
);

const REVIEW = reviewDocument(
  simpleReviewDue(),
  simpleEvidence({
    alarmChanges: [{ atMs: at('09:57'), alarmName: `${domainName}-store-down`, summary: 'from OK to ALARM' }],
    series: [series('low', { '09:55': 0, '09:56': 92, '10:10': 60 }), series('high', { '09:56': 12 })],
    messages: [sent('09:58', 1, 'opened', '10:13'), sent('10:25', 2, 'resolved')],
  }),
  SETTINGS.STORE,
);

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each([
  ['runbook', RUNBOOK],
  ['review', REVIEW],
])('%s', (name, document) => {
  test('fits a phone in light and a narrow window in dark, and passes axe', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.setContent(renderHtml(document));
    for (const [width, colorScheme] of [
      [360, 'light'],
      [700, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 740 });
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(SCREENSHOTS, `${name}-${width}.png`), fullPage: true });
      expect(await overflow(page)).toBe(0);
      expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
    }
    await context.close();
  });
});

test('runbook has its three taps on the first screen of a phone', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await page.setContent(renderHtml(RUNBOOK));
  const bottoms = await page
    .locator('.button')
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().bottom));
  expect(bottoms).toHaveLength(3);
  expect(Math.max(...bottoms)).toBeLessThanOrEqual(400);
  await page.close();
});
