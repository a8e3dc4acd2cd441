import type { Page } from 'playwright-core';
import { renderEmergencyPage } from '../../lib/page/render-emergency-page';
import {
  ClosedStoreVisit,
  MINUTE,
  minutesAgo,
  pass,
  SECOND,
  SHOPPER_PATH,
  status,
} from '../helpers/closed-store-visit';
import { pageProps } from '../helpers/page-props';

/** When it is the shopper's turn. */
const TURN = '#us-0';

/** Without how far away it is, which changes. */
const timeIn = async (page: Page, selector: string): Promise<string | undefined> =>
  (await page.textContent(selector))?.split(' ')[0];

const visit = new ClosedStoreVisit(renderEmergencyPage(pageProps()));

describe('return to the store', () => {
  test('leads to the page the shopper asked for, and only once it answers', async () => {
    visit.store.status = status({ x_mode: 'normal' });
    const page = await visit.open();
    await pass(page, 5 * MINUTE);
    expect(visit.probes()).toBeGreaterThan(1);
    expect(visit.store.count('GET', SHOPPER_PATH)).toBe(1);
    visit.store.open = true;
    await pass(page, 3 * MINUTE, () => visit.store.count('GET', SHOPPER_PATH) > 1);
    await page.waitForSelector('h1:text("Welcome")');
    expect(page.url()).toBe(visit.store.address + SHOPPER_PATH);
  });

  test('does not happen while a fresh status says that the store is closed', async () => {
    visit.store.status = status();
    const page = await visit.open();
    visit.store.open = true;
    await pass(page, 5 * MINUTE);
    expect(visit.probes()).toBe(0);
  });

  test.each([
    ['missing', undefined],
    ['an hour old', status({ page: { updated_at: minutesAgo(60) } })],
  ])('happens with a status that is %s', async (_case, text) => {
    visit.store.status = text;
    const page = await visit.open();
    visit.store.open = true;
    await pass(page, 10 * MINUTE, () => visit.store.count('GET', SHOPPER_PATH) > 1);
    await page.waitForSelector('h1:text("Welcome")');
  });

  test('fails for this one page when the status is fresh and says that the store is open', async () => {
    visit.store.status = status({ x_mode: 'normal' });
    const page = await visit.open();
    await page.evaluate(() => {
      const words = new Set<string | null>();
      new MutationObserver(() => words.add(document.querySelector('h1')?.textContent ?? null)).observe(
        document.body,
        { childList: true, subtree: true },
      );
      Object.assign(window, { words });
    });
    await pass(page, MINUTE, () => visit.probes() > 1);
    await page.waitForSelector('#us-home:not([hidden])');
    expect(await page.textContent('h1')).toBe('Sorry, this page did not load');
    expect(await page.getAttribute('#us-home a', 'href')).toBe('/');
    const said = await page.evaluate(() => [...(window as unknown as { words: Set<string> }).words]);
    expect(said.filter((heading) => heading !== 'Sorry, this page did not load')).toEqual([]);
  });

  test('is tried at once for one page that failed', async () => {
    visit.store.status = status({ x_mode: 'normal', x_release: { spread_seconds: 900 } });
    const page = await visit.open();
    // A busy machine may answer about the status after the first step; of 900 seconds a few are still at once.
    await pass(page, 20 * SECOND, () => visit.probes() > 0);
    expect(visit.probes()).toBe(1);
  });

  test.each([
    ['keeps', true],
    ['forbids', false],
  ])(
    'slows down in a browser that %s storage when the store answers probes but not with its page',
    async (_case, keeps) => {
      visit.store.status = status({ x_mode: 'normal', x_release: { spread_seconds: 5 } });
      visit.store.answersProbes = true;
      const page = await visit.open();
      if (!keeps) {
        await page.addInitScript(() => {
          Object.defineProperty(window, 'sessionStorage', {
            get: () => {
              throw new DOMException('denied', 'SecurityError');
            },
          });
        });
      }
      await pass(page, 3 * MINUTE);
      expect(visit.store.count('GET', SHOPPER_PATH)).toBeGreaterThan(2);
      expect(visit.store.count('GET', SHOPPER_PATH)).toBeLessThanOrEqual(keeps ? 8 : 13);
    },
  );

  test('starts over with its pace once the store was closed', async () => {
    visit.store.status = status();
    const page = await visit.open();
    await page.evaluate(() => {
      sessionStorage.understudy = 9;
    });
    await page.reload();
    await pass(page, 5 * SECOND);
    visit.store.status = status({ x_mode: 'normal', x_release: { spread_seconds: 5 } });
    visit.store.open = true;
    await pass(page, MINUTE, () => visit.store.count('GET', SHOPPER_PATH) > 2);
    await page.waitForSelector('h1:text("Welcome")');
    expect(await page.evaluate(() => sessionStorage.understudy)).toBe('1');
  });

  test('waits for the turn of each shopper, the same for a tab that was hidden', async () => {
    visit.store.status = status();
    const page = await visit.open();
    await pass(page, 5 * SECOND);
    visit.store.status = status({ x_mode: 'normal', x_release: { spread_seconds: 900 } });
    await pass(page, MINUTE, () => visit.polls() > 1);
    await page.waitForSelector(TURN);
    const turn = await timeIn(page, TURN);
    expect(turn).toMatch(/^11:\d\d$/);
    expect(await page.textContent('#us-status')).toBe(
      'The store is open again. We are letting shoppers in, a few at a time. Thank you for waiting.',
    );
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await pass(page, 5 * SECOND);
    expect(await timeIn(page, TURN)).toBe(turn);
  });

  test.each([SHOPPER_PATH, `${SHOPPER_PATH}#reviews`])(
    'to %s is not hurried when the store answers probes but not with its page',
    async (path) => {
      visit.store.status = status({ x_mode: 'normal', x_release: { spread_seconds: 900 } });
      visit.store.answersProbes = true;
      const page = await visit.open(path);
      await page.addInitScript(() => {
        Math.random = () => 0.5;
      });
      await pass(page, MINUTE, () => visit.store.count('GET', SHOPPER_PATH) > 1);
      await page.waitForLoadState();
      await pass(page, 5 * SECOND);
      expect(await page.textContent(TURN)).toMatch(/in [78] minutes$/);
    },
  );

  test('leads home from an address of the emergency site', async () => {
    visit.store.status = status({ x_mode: 'normal' });
    const page = await visit.open('/understudy/en.html');
    visit.store.open = true;
    await pass(page, 3 * MINUTE, () => visit.store.count('GET', '/') > 0);
    await page.waitForSelector('h1:text("Welcome")');
    expect(page.url()).toBe(`${visit.store.address}/`);
  });

  test.each(['recovering', 'waiting_room'])(
    'follows in the turn of each shopper while the store says %s',
    async (mode) => {
      visit.store.status = status();
      const page = await visit.open();
      await page.evaluate(() => {
        Math.random = () => 0.5;
      });
      visit.store.status = status({ x_mode: mode, x_release: { spread_seconds: 900 } });
      await pass(page, 7 * MINUTE);
      expect(visit.probes()).toBe(0);
      visit.store.open = true;
      await pass(page, 2 * MINUTE, () => visit.store.count('GET', SHOPPER_PATH) > 1);
      await page.waitForSelector('h1:text("Welcome")');
    },
  );

  test('waits for the shopper who has paused it, and says so', async () => {
    visit.store.status = status();
    const page = await visit.open();
    await pass(page, 5 * SECOND);
    visit.store.status = status({ x_mode: 'normal', x_release: { spread_seconds: 900 } });
    await pass(page, MINUTE, () => visit.polls() > 1);
    await page.waitForSelector(TURN);
    await page.click('#us-pause');
    visit.store.open = true;
    await pass(page, 20 * MINUTE);
    expect(visit.probes()).toBe(0);
    expect(await page.isVisible(TURN)).toBe(false);
    expect(await page.textContent('#us-status')).toMatch(/^The store is open again\./);
    expect(await page.isVisible('#us-checking')).toBe(false);
  });

  test('keeps the fragment of the address', async () => {
    visit.store.status = status({ x_mode: 'normal' });
    const page = await visit.open(`${SHOPPER_PATH}#reviews`);
    visit.store.open = true;
    await pass(page, 3 * MINUTE, () => visit.store.count('GET', SHOPPER_PATH) > 1);
    await page.waitForSelector('h1:text("Welcome")');
    expect(page.url()).toBe(`${visit.store.address}${SHOPPER_PATH}#reviews`);
  });

  /** A page of the shop with a form, sent while the store is closed; then the store opens. */
  const sendForm = async (action: string): Promise<Page> => {
    visit.store.status = status({ x_mode: 'normal' });
    visit.store.open = true;
    const page = await visit.open('/cart');
    visit.store.open = false;
    await page.setContent(`<form method="post" action="${action}"><button>Send</button></form>`);
    await page.click('button');
    await page.waitForSelector('#us-heading');
    visit.store.open = true;
    return page;
  };

  test.each([
    ['where shoppers pay', '/checkout', undefined, '/'],
    ['to an address without a page', '/cart/add', 405, '/'],
    ['to an address that answers forms only', '/login', 404, '/'],
    ['to an address with a page', '/login', undefined, '/login'],
  ])('after a form sent %s leads to a place with a page, and sends nothing again', async (...row) => {
    const [, action, code, place] = row;
    const page = await sendForm(action);
    if (code) {
      visit.store.answers.set(action, (_request, response) => response.writeHead(code).end());
    }
    await pass(page, 3 * MINUTE, () => visit.probes() > 0);
    await page.waitForSelector('h1:text("Welcome")');
    expect(page.url()).toBe(visit.store.address + place);
    expect(visit.store.count('POST', action)).toBe(1);
    if (action === '/checkout') {
      expect(visit.store.count('GET', action)).toBe(0);
    }
  });

  test.each([
    ['/confirm?token=abc', undefined],
    ['/confirm/abc', undefined],
    ['/checkout/return?token=abc', undefined],
    ['/confirm?token=abc', '/account'],
  ])('does not spend a link that works once: %s, from %s', async (path, referrer) => {
    visit.store.status = status({ x_mode: 'normal' });
    const page = await visit.open(path, { referrer });
    await pass(page, MINUTE, () => visit.probes() > 0);
    visit.store.open = true;
    const used = visit.store.count('GET', path);
    await pass(page, 3 * MINUTE, () => visit.store.count('GET', path) > used);
    await page.waitForSelector('h1:text("Welcome")');
    expect(page.url()).toBe(visit.store.address + path);
    expect(visit.store.count('GET', path)).toBe(used + 1);
    expect(new Set(visit.asked())).toEqual(new Set(['GET /']));
  });

  test.each([405, 500, 501, 503])('does not need a store that answers HEAD, here with %d', async (code) => {
    visit.store.status = status({ x_mode: 'normal' });
    const page = await visit.open();
    visit.store.open = true;
    visit.store.answers.set('/', (request, response) =>
      response.writeHead(request.method === 'HEAD' ? code : 200).end(),
    );
    await pass(page, 3 * MINUTE, () => visit.store.count('GET', SHOPPER_PATH) > 1);
    await page.waitForSelector('h1:text("Welcome")');
  });

  test.each(['soon', null, { spread_seconds: { valueOf: 1, toString: 2 } }, { spread_seconds: [[]] }, 1e308])(
    'comes with an odd x_release, too: %j',
    async (release) => {
      visit.store.status = status({ x_mode: 'recovering', x_release: release });
      const page = await visit.open();
      await page.waitForSelector('h1:text("opening again")');
      visit.store.open = true;
      await pass(page, 3 * MINUTE, () => visit.store.count('GET', SHOPPER_PATH) > 1);
      await page.waitForSelector('h1:text("Welcome")');
    },
  );
});
