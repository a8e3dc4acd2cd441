import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { compareReports } from '../../../../lib/rehearsal/report/compare/compare-reports';
import { htmlReport } from '../../../../lib/rehearsal/report/html/html-report';
import type { Report } from '../../../../lib/rehearsal/report/report-schema';
import { summaryOf } from '../../../../lib/rehearsal/report/summary';
import { launchBrowser, SCREENSHOTS } from '../../../helpers/browser';
import { aReport, MISSED } from '../../helpers/a-report';

const SMS = { channel: 'sms', body: 'short <1>' };
const FOREIGN = 'касса "висит", 50 %';
const HOSTILE = '</svg><script>document.title="gone"</script>';

/** One of each kind: the first passes, one fails, one has a known gap, one has nothing to say. */
function severalScenarios(): Report {
  const each = [
    aReport({ name: 'first' }),
    aReport({ ...MISSED, name: 'origin refuses', hypothesis: HOSTILE }),
    aReport({ name: 'blip', knownGap: 'nobody is told', widenedBudgets: ['alertSeconds'] }),
    aReport({ name: FOREIGN }),
  ];
  const scenarios = each.flatMap((report) => report.scenarios);
  const report = { ...aReport(), scenarios, passed: false, summary: summaryOf(scenarios) };
  const other = scenarios.map((scenario) => ({ ...scenario, messages: [] }));
  return { ...report, comparison: compareReports({ ...report, scenarios: other }, report) };
}

describe('HTML report', () => {
  let browser: Browser;
  const file = join(tmpdir(), `understudy-report-${process.pid}.html`);

  beforeAll(async () => {
    browser = await launchBrowser();
    writeFileSync(file, htmlReport(severalScenarios()));
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

  test('opens the first scenario and what failed, and says so in words', async () => {
    const { page } = await open(1280, 'light');
    const opened = await page.locator('.scenario[open] > [id]').evaluateAll((all) => all.map(({ id }) => id));
    expect(opened).toEqual(['edge-first', 'edge-origin-refuses']);
    const badge = page.locator('.scenario:has(#edge-origin-refuses) summary .badge').first();
    expect(await badge.textContent()).toBe('failed');
    await page.close();
  });

  test('opens a scenario that is folded up when its link is followed', async () => {
    const { page } = await open(1280, 'light');
    const scenario = page.locator('.scenario', { hasText: FOREIGN });
    expect(await scenario.getAttribute('open')).toBeNull();
    await page.locator('.summary').getByText(FOREIGN).click();
    expect(await scenario.getAttribute('open')).toBe('');
    await page.close();
  });

  test('tells a known gap without being asked', async () => {
    const { page } = await open(1280, 'light');
    expect(await page.getByText('nobody is told').isVisible()).toBe(true);
    await page.close();
  });

  test('says at the top what failed and what "passed" leaves open', async () => {
    const { page } = await open(1280, 'light');
    const header = page.locator('header');
    expect(await header.locator('.verdict').textContent()).toBe('1 of 4 failed');
    expect(await header.locator('.counts li').allTextContents()).toEqual([
      '2 passed',
      '1 passed with a known gap',
      '1 failed',
      "1 held to wider budgets than the store's",
    ]);
    expect(await header.locator('.misses li').first().textContent()).toBe(
      'origin refuses, edge: on-call has a message: never, allowed at most 180.0 s; change it by onCall.emails, budgets.alertSeconds',
    );
    await page.close();
  });

  test.each([
    [aReport(), 'Everything held'],
    [aReport({ knownGap: 'nobody is told' }), '1 of 1 held, 1 with a known gap'],
  ])('claims no more than what held', (report, verdict) => {
    expect(htmlReport(report)).toContain(`<p class="verdict passed">${verdict}</p>`);
  });

  test('shows every number of a scenario on a telephone', async () => {
    const { page } = await open(360, 'light');
    const numbers = page.locator('.summary tbody tr').first().locator('td');
    for (const number of await numbers.all()) {
      const box = await number.boundingBox();
      expect((box?.x ?? 360) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
    }
    await page.close();
  });

  test('shows the shares of the outage, not of the time after it', () => {
    const [, bar = ''] = /<td class="bar">.*?aria-label="([^"]*)"/.exec(htmlReport(aReport())) ?? [];
    expect(bar).toBe('served fresh 1, emergency page 1, POST lost 1');
  });

  test('shows what differs from another stack, where there is one', () => {
    const own = aReport({ name: HOSTILE });
    const html = htmlReport({
      ...own,
      comparison: compareReports(aReport({ name: HOSTILE, messages: [] }), own),
    });
    expect(html).toContain('<td data-label="change">+4, worse</td>');
    expect(html).not.toContain(HOSTILE);
    expect(htmlReport(own)).not.toContain('Compared with');
  });

  test('shows a message as each channel has it', () => {
    const entry = { atMs: 1, kind: 'message' as const, text: 'SNS: down', body: 'long', otherForms: [SMS] };
    const html = htmlReport(aReport({ timeline: [entry] }));
    expect(html).toContain('long</pre><p class="form">by sms</p><pre tabindex="0">short &lt;1&gt;</pre>');
  });

  test('says what a stack is held to that Understudy did not make', () => {
    const report = aReport();
    const assemblies = report.assemblies.map((assembly) => ({ ...assembly, topology: 'other' as const }));
    expect(htmlReport(report)).not.toContain('not made by Understudy');
    expect(htmlReport({ ...report, assemblies })).toContain('not made by Understudy');
  });

  test('shows the same numbers in the chart and in the table beside it', async () => {
    const { page } = await open(1280, 'light');
    const scenario = page.locator('.scenario:has(#edge-origin-refuses)');
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
