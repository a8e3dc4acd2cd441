import type { Page } from 'playwright-core';
import { renderEmergencyPage } from '../../lib/page/render-emergency-page';
import {
  ClosedStoreVisit,
  MINUTE,
  minutesAgo,
  NOW,
  pass,
  SECOND,
  SHOPPER_PATH,
  status,
} from '../helpers/closed-store-visit';
import { pageProps } from '../helpers/page-props';

const visit = new ClosedStoreVisit(renderEmergencyPage(pageProps()));

const UNKNOWN = 'We cannot show you this page right now. Thank you for waiting.';
const UNKNOWN_PL = 'Nie możemy teraz pokazać tej strony.';
const OPEN = 'The store is open again. We are letting shoppers in, a few at a time. Thank you for waiting.';

const statusText = (page: Page): Promise<string | null> => page.textContent('#us-status');

describe('status', () => {
  test('is shown in the words of the status file, with its times in the zone of the shopper', async () => {
    visit.store.status = status({ x_since: minutesAgo(1) });
    const page = await visit.open();
    await pass(page, 5 * SECOND);
    expect(await statusText(page)).toBe('We found the cause and are fixing it.');
    expect(await page.locator('dl:has([id^=us-]) dt:visible').allTextContents()).toEqual([
      'Last update',
      'Since',
    ]);
    expect(await page.textContent('#us-4')).toBe('10:59 · 1 minute ago');
  });

  test('has the reference that shoppers can name', async () => {
    visit.store.status = status();
    const page = await visit.open();
    await pass(page, 5 * SECOND);
    expect(await page.isVisible('text=Reference')).toBe(false);
    visit.store.status = status({ x_reference: 'INC-20260302-01' });
    await pass(page, MINUTE, () => visit.polls() > 1);
    await page.waitForSelector('#us-6:visible');
    expect(await page.locator('dl div:visible', { hasText: 'Reference' }).first().innerText()).toMatch(
      /^Reference\s+INC-20260302-01$/,
    );
  });

  test('is in the words of the page once a message is gone, in its language again', async () => {
    await visit.serve(renderEmergencyPage(pageProps({ language: 'pl' })));
    visit.store.status = status({ x_messages: { en: 'Working.', pl: 'Pracujemy.' } });
    const page = await visit.open();
    await pass(page, 5 * SECOND);
    expect(await statusText(page)).toBe('Pracujemy.');
    visit.store.status = status({ x_messages: {} });
    await pass(page, MINUTE, () => visit.polls() > 1);
    await page.waitForSelector('#us-status:text("Dziękujemy za cierpliwość.")');
    expect(await statusText(page)).toBe(`${UNKNOWN_PL} Dziękujemy za cierpliwość.`);
  });

  test('is written as text when it holds markup', async () => {
    visit.store.status = status({ x_messages: { en: '<img src=x onerror="document.title=1">' } });
    const page = await visit.open();
    await pass(page, 5 * SECOND);
    expect(await statusText(page)).toBe('<img src=x onerror="document.title=1">');
    expect(await page.locator('#us-status img').count()).toBe(0);
  });

  test.each([
    ['malformed', '{"x_mode":'],
    ['of another shape', '[1,2]'],
    ['in an unknown mode', '{"x_mode":"party","x_messages":{"en":"Hello"}}'],
    ['1 MB long', status({ padding: 'x'.repeat(1_000_000) })],
    ['missing', undefined],
  ])('stays as it was when the file is %s', async (_case, text) => {
    visit.store.status = text;
    const page = await visit.open();
    await pass(page, 5 * SECOND);
    expect(visit.polls()).toBe(1);
    expect(await statusText(page)).toBe(UNKNOWN);
  });

  test('changes nothing in the live region while the news is the same', async () => {
    visit.store.status = status();
    const page = await visit.open();
    await pass(page, 5 * SECOND);
    await page.evaluate(() => {
      const region = document.getElementById('us-status') as HTMLElement;
      new MutationObserver(() => document.body.setAttribute('data-announced', '')).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    await pass(page, 3 * MINUTE);
    expect(visit.polls()).toBeGreaterThan(2);
    expect(await page.getAttribute('body', 'data-announced')).toBeNull();
  });

  test.each([
    ['the machine has a sentence', { pl: 'Znamy przyczynę.', ru: 'Чиним.' }, 'Znamy przyczynę.'],
    ['the machine has none', { ru: 'Чиним.' }, `${UNKNOWN_PL} Dziękujemy za cierpliwość.`],
    ['the file has nothing of the machine', undefined, `${UNKNOWN_PL} Dziękujemy za cierpliwość.`],
  ])(
    "has a person's English words below a sentence in the shopper's language when %s",
    async (_case, automatic, sentence) => {
      await visit.serve(renderEmergencyPage(pageProps({ language: 'pl' })));
      visit.store.status = status({
        x_messages: { en: 'We go back to the version before.' },
        x_automatic: automatic,
      });
      const page = await visit.open();
      await pass(page, 5 * SECOND);
      expect(await statusText(page)).toBe(sentence);
      expect(await page.textContent('[role=status] :lang(en)')).toBe('We go back to the version before.');
    },
  );

  test("has a person's words once for readers of their language", async () => {
    visit.store.status = status({ x_messages: { en: 'Working.' }, x_automatic: { pl: 'Naprawiamy.' } });
    const page = await visit.open();
    await pass(page, 5 * SECOND);
    expect(await statusText(page)).toBe('Working.');
    expect(await page.textContent('#us-words')).toBe('');
  });

  test('says that an update is overdue, and not that the next one was in the past', async () => {
    visit.store.status = status({ x_told_at: minutesAgo(20), x_next_update_at: minutesAgo(5) });
    const page = await visit.open();
    await pass(page, 5 * SECOND);
    expect(await page.locator('dl:has([id^=us-]) dt:visible').allTextContents()).toEqual(['Last update']);
    expect(await page.textContent('#us-3')).toBe('10:40 · 20 minutes ago');
    expect(await page.textContent('#us-note')).toBe('There has been no news for a while.');
  });

  test('in another direction than the page keeps its own', async () => {
    visit.store.status = status({ x_messages: { en: 'נחזור בקרוב.' } });
    const page = await visit.open();
    await pass(page, 5 * SECOND);
    expect(await page.locator('#us-status').evaluate((text) => getComputedStyle(text).direction)).toBe('rtl');
  });

  /** The label of the one time that is written large, if there is one. */
  const largest = (page: Page): Promise<readonly string[]> =>
    page.locator('dl:has([id^=us-]) dd:visible').evaluateAll((times) => {
      const sizes = times.map((time) => Number.parseFloat(getComputedStyle(time).fontSize));
      return times
        .filter((_time, i) => (sizes[i] ?? 0) > 20)
        .map((time) => time.previousElementSibling?.textContent ?? '');
    });

  test.each([
    ['expected back', -40, -15, ['Expected back']],
    ['the next update where no time is expected', undefined, -15, ['Next update']],
    ['the next update where the expected time is over', 5, -15, ['Next update']],
    ['nothing where all of it is over', 5, 5, []],
  ])('has %s large, and no other time', async (_case, expectedBack, next, labels) => {
    visit.store.status = status({
      x_since: minutesAgo(60),
      x_next_update_at: minutesAgo(next),
      x_expected_back_at: expectedBack === undefined ? null : minutesAgo(expectedBack),
      x_reference: 'INC-20260302-01',
    });
    const page = await visit.open();
    await pass(page, 5 * SECOND);
    expect(await largest(page)).toEqual(labels);
    const expected = page.locator('dt:visible', { hasText: 'Expected back' });
    expect(await expected.count()).toBe(expectedBack === undefined ? 0 : 1);
  });

  test('has the turn large, before everything else', async () => {
    visit.store.status = status();
    const page = await visit.open();
    await pass(page, 5 * SECOND);
    visit.store.status = status({ x_mode: 'normal', x_release: { spread_seconds: 900 } });
    await pass(page, MINUTE, () => visit.polls() > 1);
    await page.waitForSelector('#us-0:visible');
    expect(await largest(page)).toEqual(['Your turn']);
  });

  test('shows its own time when there is no newer', async () => {
    visit.store.status = status({ page: { updated_at: minutesAgo(45) } });
    const page = await visit.open();
    await pass(page, 5 * SECOND);
    expect(await page.textContent('#us-note')).toBe('There has been no news for a while.');
    expect(await page.textContent('#us-3')).toBe('10:15 · 45 minutes ago');
  });

  test.each([
    ['maintenance', 'Sorry, our store is closed for now', 'Planned work is under way.'],
    ['recovering', 'Our store is opening again', 'We are letting shoppers in, a few at a time.'],
    [
      'waiting_room',
      'Our store is busy: you are in the queue',
      'We are letting shoppers in, a few at a time.',
    ],
    ['degraded', 'Sorry, this page did not load', UNKNOWN],
    ['normal', 'Our store is opening again', OPEN],
  ])('with the mode %s is the title, the heading and a text', async (mode, heading, text) => {
    visit.store.status = undefined;
    const page = await visit.open();
    await pass(page, 5 * SECOND);
    visit.store.status = status({ x_mode: mode, x_messages: {}, x_release: { spread_seconds: 900 } });
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.waitForFunction((expected) => document.querySelector('h1')?.textContent === expected, heading);
    expect(await page.title()).toBe(`${heading} – Example Shop`);
    expect(await statusText(page)).toBe(text);
  });

  test.each([-1, 1])(
    'has times by the clock of the host when that of the device is %d day off',
    async (days) => {
      visit.store.status = status({ x_next_update_at: minutesAgo(-15) });
      const wrong = new Date(NOW.getTime() + days * 24 * 60 * MINUTE);
      const page = await visit.open(SHOPPER_PATH, {}, wrong);
      await pass(page, 5 * SECOND);
      expect(await page.textContent('#us-2')).toBe('11:15 · in 15 minutes');
    },
  );

  test('says when the device is offline, and takes it back', async () => {
    const page = await visit.open();
    await visit.context?.setOffline(true);
    await pass(page, 5 * SECOND);
    expect(await page.textContent('h1')).toBe('Your device is offline');
    expect(await page.title()).toBe('Your device is offline – Example Shop');
    expect(await statusText(page)).toBe('Please check your connection.');
    await visit.context?.setOffline(false);
    await pass(page, MINUTE, () => visit.polls() > 0);
    await pass(page, 5 * SECOND);
    expect(await page.textContent('h1')).toBe('Sorry, there is a problem with our store');
    expect(await statusText(page)).toBe(UNKNOWN);
  });
});
