import type { Page } from 'playwright-core';
import { renderEmergencyPage } from '../../lib/page/render-emergency-page';
import { ClosedStoreVisit, MINUTE, pass, SHOPPER_PATH, status } from '../helpers/closed-store-visit';
import { pageProps } from '../helpers/page-props';

const visit = new ClosedStoreVisit(renderEmergencyPage(pageProps()));

/** Keeps whatever comes, the emergency page too, and looks there first. */
const CACHE_FIRST = `
  oninstall = () => skipWaiting();
  onactivate = (event) => event.waitUntil(clients.claim());
  const fetched = async (request) => {
    const answer = await fetch(request);
    if (request.method === 'GET') await (await caches.open('shop')).put(request, answer.clone());
    return answer;
  };
  onfetch = (event) => event.respondWith(caches.match(event.request).then((kept) => kept || fetched(event.request)));
`;

const kept = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () =>
    (await (await caches.open('shop')).keys()).map(({ url }) => new URL(url).pathname),
  );

/** A shopper with the shop's worker, whose first page was open, at a page of the closed store. */
async function atClosedStore(path = SHOPPER_PATH): Promise<Page> {
  visit.store.answers.set('/worker.js', (_request, response) =>
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(CACHE_FIRST),
  );
  visit.store.open = true;
  const page = await visit.open('/about');
  await page.evaluate(async () => {
    const controlled = new Promise((resolve) => {
      navigator.serviceWorker.oncontrollerchange = resolve;
    });
    await navigator.serviceWorker.register('/worker.js');
    await controlled;
    await fetch('/assets/app.js');
  });
  visit.store.open = false;
  visit.store.status = status();
  await page.goto(visit.store.address + path);
  await page.waitForSelector('#us-heading');
  return page;
}

describe('service worker of the shop that looks into its cache first', () => {
  test.each([SHOPPER_PATH, '/'])('does not keep the shopper from %s once the store is open', async (path) => {
    const page = await atClosedStore(path);
    await pass(page, 2 * MINUTE);
    await page.reload();
    await page.waitForSelector('#us-heading');
    visit.store.open = true;
    visit.store.status = status({ x_mode: 'normal', x_release: { spread_seconds: 5 } });
    const openFrom = visit.store.seen.length;
    const isBack = () => visit.store.seen.slice(openFrom).some((one) => one.path === path && !one.byScript);
    await pass(page, 5 * MINUTE, isBack);
    await page.waitForSelector('h1:text("Welcome")');
    expect(page.url()).toBe(visit.store.address + path);
  });

  test('stays, with everything else that it keeps', async () => {
    const page = await atClosedStore();
    await pass(page, 2 * MINUTE);
    expect(await kept(page)).toContain('/assets/app.js');
    expect(await kept(page)).not.toContain('/products/7');
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(
      1,
    );
  });
});
