import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { htmlReport } from '../../../../lib/rehearsal/report/html/html-report';
import { launchBrowser, SCREENSHOTS } from '../../../helpers/browser';
import { aReport, MISSED } from '../../helpers/a-report';

const HOSTILE = '</svg><script>document.title="gone"</script>';

describe('HTML report', () => {
  let browser: Browser;
  const file = join(tmpdir(), `understudy-report-${process.pid}.html`);

  beforeAll(async () => {
    browser = await launchBrowser();
    writeFileSync(file, htmlReport(aReport({ ...MISSED, name: 'origin refuses', hypothesis: HOSTILE })));
  });
  afterAll(() => browser.close());

  const open = async (width: number, colorScheme: 'light' | 'dark') => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(`file://${file}`);
    return { page, requests, complaints };
  };

  test.each([
    [360, 'light'],
    [768, 'dark'],
    [1280, 'light'],
    [1280, 'dark'],
  ] as const)('has no accessibility violations at %i px, %s', async (width, scheme) => {
    const { page } = await open(width, scheme);
    const { violations } = await new AxeBuilder({ page }).analyze();
    await page.screenshot({ path: join(SCREENSHOTS, `report-${width}-${scheme}.png`), fullPage: true });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.close();
  });

  test('never scrolls sideways as a whole', async () => {
    const { page } = await open(360, 'light');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.close();
  });

  test('needs nothing else and runs nothing', async () => {
    const { page, requests, complaints } = await open(1280, 'light');
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([`file://${file}`]);
    expect(complaints).toEqual([]);
    expect(await page.title()).toBe('Rehearsal of shop');
    expect(await page.getByText(HOSTILE).count()).toBe(1);
    await page.close();
  });

  test('opens what failed, and says so in words', async () => {
    const { page } = await open(1280, 'light');
    const scenario = page.locator('#edge-origin-refuses');
    expect(await scenario.getAttribute('open')).toBe('');
    expect(await scenario.locator('summary .badge').first().textContent()).toBe('failed');
    await page.close();
  });

  test('shows the same numbers in the chart and in the table beside it', async () => {
    const { page } = await open(1280, 'light');
    const scenario = page.locator('#edge-origin-refuses');
    const drawn = await scenario
      .locator('svg svg path')
      .evaluateAll((paths) => paths.map((path) => path.getAttribute('class')));
    expect(drawn).toEqual(['fresh', 'page', 'lost', 'total']);
    await scenario.getByText('The same as a table').click();
    const row = scenario.locator('.numbers tbody tr').first();
    expect(await row.locator('td').allTextContents()).toEqual(['1', '0', '1', '1', '0', '0']);
    await page.close();
  });
});
