import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { emergencyPage } from '../../bin/emergency-page';
import { pageLanguages } from '../../lib/page/page-languages';
import { renderEmergencyPage } from '../../lib/page/render-emergency-page';
import { seededRandom } from '../../lib/rehearsal/kernel/clock/random';
import { launchBrowser } from '../helpers/browser';
import { peakOfReturn } from '../helpers/returning-crowd';
import { median } from './measure';
import { PageHost } from './page-host';
import { wireBytes } from './wire-bytes';

/** What Chromium's developer tools call "Slow 3G": bytes a second, and milliseconds. */
const SLOW_3G = {
  offline: false,
  downloadThroughput: 51_200,
  uploadThroughput: 51_200,
  latency: 2_000,
};

const RUNS = 3;
const CROWD = 20_000;
const SPREADS = [30, 120, 300];

/** What the bench says of pages and of the return of a crowd. */
export interface PageBench {
  readonly pages: readonly Awaited<ReturnType<typeof measure>>[];
  readonly peaks: ReturnType<typeof peaks>;
}

/** A page to measure. */
interface Candidate {
  readonly name: string;
  readonly html: string;
}

const sample = (name: string): Candidate => ({
  name,
  html: readFileSync(join(__dirname, 'samples', `${name}.html`), 'utf8'),
});

const candidates = (): readonly Candidate[] => [
  { name: 'all languages', html: renderEmergencyPage(emergencyPage) },
  ...pageLanguages(emergencyPage).map((language) => ({
    name: language,
    html: renderEmergencyPage(emergencyPage, [language]),
  })),
  ...['cloudfront', 'cloudflare-style', 'shopify-style'].map(sample),
];

const firstPaint = (page: Page): Promise<{ ms: number; requests: number }> =>
  page.evaluate(async () => {
    const paint = await new Promise<PerformanceEntry>((resolve) => {
      new PerformanceObserver((list) => {
        const found = list.getEntriesByName('first-contentful-paint')[0];
        if (found) {
          resolve(found);
        }
      }).observe({ type: 'paint', buffered: true });
    });
    const before = performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime < paint.startTime);
    return { ms: paint.startTime, requests: before.length };
  });

async function paintOf(browser: Browser, address: string): Promise<{ ms: number; requests: number }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session: CDPSession = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW_3G);
  await page.goto(address);
  const paint = await firstPaint(page);
  await context.close();
  return paint;
}

async function violationsOf(browser: Browser, address: string): Promise<number> {
  let count = 0;
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(address);
    count += (await new AxeBuilder({ page }).analyze()).violations.length;
    await context.close();
  }
  return count;
}

async function measure(browser: Browser, { name, html }: Candidate) {
  const host = new PageHost(html);
  const address = await host.start();
  const paints = [];
  for (let run = 0; run < RUNS; run++) {
    paints.push(await paintOf(browser, address));
  }
  const axeViolations = await violationsOf(browser, address);
  await host.stop();
  return {
    name,
    wireBytes: await wireBytes(html),
    requestsBeforePaint: Math.max(...paints.map(({ requests }) => requests)),
    firstPaintMs: median(paints.map(({ ms }) => ms)),
    axeViolations,
  };
}

const peaks = () =>
  SPREADS.map((spreadSeconds) => {
    const peak = peakOfReturn({ waiting: CROWD, spreadSeconds, random: seededRandom(1) });
    return { spreadSeconds, peak, ratio: (peak * spreadSeconds) / CROWD };
  });

async function main(): Promise<PageBench> {
  const browser = await launchBrowser();
  const pages = [];
  for (const candidate of candidates()) {
    pages.push(await measure(browser, candidate));
  }
  await browser.close();
  return { pages, peaks: peaks() };
}

main().then((result) => console.log(JSON.stringify(result)));
