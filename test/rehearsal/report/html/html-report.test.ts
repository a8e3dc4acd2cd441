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
const [{ requestsMeanwhile } = { requestsMeanwhile: undefined }] = aReport().scenarios;
if (requestsMeanwhile === undefined) {
  throw new Error('no scenario');
}
const UNHURT = { requestsMeanwhile: { ...requestsMeanwhile, 'POST lost': 0 } };
const HOSTILE = '</svg><script>document.title="gone"</script>';

/** One of each kind: the first passes, one fails, one has a known gap, one has nothing to say. */
function severalScenarios(): Report {
  const each = [
    aReport({ name: 'first' }),
    aReport({ ...MISSED, name: 'origin refuses', hypothesis: HOSTILE }),
    aReport({ name: 'blip', knownGap: 'nobody is told', widenedBudgets: ['alertSeconds'] }),
    aReport({ name: FOREIGN, messages: [] }),
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

  test('opens the first scenario and what failed, which comes first, and says so in words', async () => {
    const { page } = await open(1280, 'light');
    const opened = await page
      .locator('.scenario > details[open] > [id]')
      .evaluateAll((all) => all.map(({ id }) => id));
    expect(opened).toEqual(['edge-origin-refuses']);
    const badge = page.locator('.scenario:has(#edge-origin-refuses) summary .badge').first();
    expect(await badge.textContent()).toBe('missed');
    await page.close();
  });

  test('opens a scenario that is folded up when its link is followed', async () => {
    const { page } = await open(1280, 'light');
    const scenario = page.locator('.scenario', { hasText: FOREIGN }).locator('> details');
    expect(await scenario.getAttribute('open')).toBeNull();
    await page.locator('.summary').getByText(FOREIGN).click();
    expect(await scenario.getAttribute('open')).toBe('');
    await page.close();
  });

  test('has a visible link to each scenario, which opens it', async () => {
    const { page } = await open(1280, 'light');
    const scenario = page.locator('.scenario:has(#edge-blip)');
    await scenario.locator('.permalink').click();
    expect(page.url()).toMatch(/#edge-blip$/);
    expect(await scenario.locator('> details').getAttribute('open')).toBe('');
    await page.close();
  });

  test('tells a known gap once, in words, without being asked', async () => {
    const { page } = await open(1280, 'light');
    const gap = page.getByText('nobody is told', { exact: false });
    expect(await gap.locator('visible=true').allTextContents()).toEqual(['nobody is told (blip, edge)']);
    await page.close();
  });

  test('says at the top what failed, what to decide, what "held" leaves open, and where it hurts', async () => {
    const { page } = await open(1280, 'light');
    const [verdict, decisions, hurt] = await page.locator('header .card').all();
    expect(await verdict?.getByRole('heading').textContent()).toBe('1 of 4 failed');
    expect(await verdict?.locator('li').allTextContents()).toEqual([
      '3 hurt many shoppers: 20 % of the requests or more',
      '1 rest on 1 known gap',
      "1 were held to wider budgets than the store's",
    ]);
    expect(await decisions?.locator('li').first().textContent()).toBe(
      '1× missed origin refuses, edge: on-call has a message: never, allowed at most 180.0 schange it by onCall.emails, budgets.alertSeconds',
    );
    expect(await hurt?.locator('li').first().textContent()).toBe('33 % first, edge');
    await page.close();
  });

  test.each([
    [aReport(UNHURT), 'passed', '1 of 1 held', 'Nothing is left open.'],
    [aReport(), 'mixed', '1 of 1 held', '<strong>1</strong> hurt many shoppers'],
    [aReport({ ...UNHURT, knownGap: 'nobody is told' }), 'mixed', '1 of 1 held', 'rest on'],
    [aReport({ ...UNHURT, ...MISSED }), 'failed', '1 of 1 failed', '1× missed'],
  ])('is green only where nothing is left open', (report, tone, verdict, open) => {
    const html = htmlReport(report);
    expect(html).toContain(`<section class="card ${tone}"><h2 class="verdict">${verdict}</h2>`);
    expect(html).toContain(open);
  });

  test('does not call it held without a word where many shoppers are hurt', () => {
    expect(htmlReport(aReport())).toContain('<span class="badge hurts">held, hurts</span>');
    expect(htmlReport(aReport(UNHURT))).toContain('<span class="badge passed">held</span>');
  });

  test('filters without a script, and says how many are left', async () => {
    const { page } = await open(1280, 'light');
    const labels = await page.locator('.filters label').all();
    const counted = await Promise.all(labels.map((label) => label.textContent()));
    expect(counted).toEqual([
      'all (4)',
      'missed (1)',
      '20 % of shoppers hurt or more (4)',
      'shoppers hurt, nobody told (1)',
      'known gaps (1)',
      'bad luck may exceed a budget (0)',
    ]);
    for (const [index, label] of labels.entries()) {
      await label.click();
      const rows = await page.locator('.summary tbody tr:visible').count();
      expect(counted[index]).toContain(`(${rows})`);
    }
    await page.close();
  });

  test('can be filtered with the keyboard', async () => {
    const { page } = await open(1280, 'light');
    await page.getByRole('radio', { name: 'all' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.summary tbody tr:visible').count()).toBe(1);
    await page.close();
  });

  test('shows both topologies of a scenario in one row, the riskiest first', () => {
    const [one] = aReport({ name: 'tame', likelihood: 1, impact: 1 }).scenarios;
    const [other] = aReport({ name: 'risky', likelihood: 5, impact: 5 }).scenarios;
    if (one === undefined || other === undefined) {
      throw new Error('no scenario');
    }
    const scenarios = [one, { ...one, topology: 'dns' as const }, other];
    const html = htmlReport({ ...aReport(), scenarios });
    const rows = [...html.matchAll(/<tr class="[^"]*"><th scope="row"><a href="([^"]*)"/g)].map(
      ([, link]) => link,
    );
    expect(rows).toEqual(['#edge-risky', '#edge-tame']);
    expect(html).toContain('not played');
  });

  test('prints what to decide, every row and what stands open, without the controls', async () => {
    const { page } = await open(1280, 'dark');
    await page.emulateMedia({ media: 'print' });
    const visible = (selector: string) => page.locator(selector).locator('visible=true').count();
    expect(await visible('header .card')).toBe(3);
    expect(await visible('.summary tbody tr')).toBe(4);
    expect(await visible('.filters')).toBe(0);
    expect(await visible('.scenario')).toBe(1);
    const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(colour).toBe('rgb(255, 255, 255)');
    await page.close();
  });

  test('has a lane for each channel, with a dot for each moment', () => {
    const message = { topic: 't', subject: 's', body: 'b', recipients: 1, incidentId: null, state: null };
    const messages = [
      { ...message, atMs: 1_000, channel: 'email' },
      { ...message, atMs: 1_000, channel: 'sms' },
      { ...message, atMs: 2_000, channel: 'email' },
    ];
    const html = htmlReport(aReport({ messages }));
    const lane = (text: string) => html.split(`<text>${text}</text>`)[1]?.split('</svg>')[0];
    expect(lane('2 by email')?.match(/<circle/g)).toHaveLength(2);
    expect(lane('1 by sms')?.match(/<circle/g)).toHaveLength(1);
    expect(htmlReport(aReport({ messages: [] }))).toContain('<text>no messages</text>');
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
    const [, bar = ''] = /<td class="bar"[^>]*>.*?aria-label="([^"]*)"/.exec(htmlReport(aReport())) ?? [];
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

  test('shows a message as each channel has it, without the addresses below it', () => {
    const body = 'YOU  look\n\nID  7\n\nRunbook\nhttps://wiki.example.com/a\nSteps\nhttps://b.example.com';
    const entry = { atMs: 1, kind: 'message' as const, text: 'SNS: down', body, otherForms: [SMS] };
    const html = htmlReport(aReport({ timeline: [entry] }));
    expect(html).toContain(
      'YOU  look\n\nID  7</pre><p class="form">by sms</p><pre tabindex="0">short &lt;1&gt;</pre>',
    );
  });

  test('shows a message once that reads the same but for its numbers, and says where', () => {
    const entry = (body: string) => ({ atMs: 1, kind: 'message' as const, text: 'SNS: down', body });
    const timeline = [entry('down since 10:01'), entry('down since 11:59'), entry('up')];
    const html = htmlReport(aReport({ name: 'a', timeline }));
    expect(html.match(/<pre/g)).toHaveLength(2);
    expect(html).toContain('SNS: down (reads as in <a href="#edge-a">a, edge</a>)');
  });

  test.each([
    [50, 50, 0],
    [51, 50, 1],
  ])('tells of %i lines %i', (count, told, left) => {
    const line = (index: number) => ({ atMs: index, kind: 'dns' as const, text: `line ${index}` });
    const html = htmlReport(aReport({ timeline: Array.from({ length: count }, (_, index) => line(index)) }));
    expect(html.match(/<b>\+/g)).toHaveLength(told);
    expect(html.includes(`${left} more line`)).toBe(left > 0);
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
    expect(drawn).toEqual(['fresh', 'page', 'lost', 'total', 'moment', 'tick']);
    await scenario.getByText('The same as a table').click();
    const row = scenario.locator('.numbers tbody tr').first();
    expect(await row.locator('td').allTextContents()).toEqual(['1', '1', '1']);
    await page.close();
  });
});
