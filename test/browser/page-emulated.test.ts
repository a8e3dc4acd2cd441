import { renderEmergencyPage } from '../../lib/page/render-emergency-page';
import { ClosedStoreVisit, MINUTE, SECOND, status } from '../helpers/closed-store-visit';
import { type Play, type Played, playPage, playTab } from '../helpers/page-and-tab';
import { pageProps } from '../helpers/page-props';

const HTML = renderEmergencyPage(pageProps());
const visit = new ClosedStoreVisit(HTML);

const NEVER = 60 * MINUTE;
const spread = { x_release: { spread_seconds: 60 } };
const opening = status({ x_mode: 'normal', ...spread });
const old = status({ x_mode: 'emergency', page: { updated_at: '2026-03-02T09:00:00Z' } });

describe('emergency page of the rehearsal', () => {
  test.each([
    ['stays closed', { statuses: [[0, status()]], opensMs: NEVER }],
    [
      'opens after a while',
      {
        statuses: [
          [0, status()],
          [40 * SECOND, opening],
        ],
        opensMs: 0,
      },
    ],
    [
      'changes its mode',
      {
        statuses: [
          [0, status()],
          [70 * SECOND, status({ x_mode: 'maintenance' })],
        ],
        opensMs: 0,
      },
    ],
    ['recovers', { statuses: [[0, status({ x_mode: 'recovering', ...spread })]], opensMs: 0 }],
    ['is open but for this page, for a while', { statuses: [[0, opening]], opensMs: 100 * SECOND }],
    ['sent the shopper back too early', { statuses: [[0, opening]], opensMs: 0, vainReturns: 2 }],
    [
      'opens too early and closes again',
      {
        statuses: [
          [0, opening],
          [20 * SECOND, status()],
          [90 * SECOND, opening],
        ],
        opensMs: 3 * MINUTE,
      },
    ],
    ['is degraded', { statuses: [[0, status({ x_mode: 'degraded' })]], opensMs: 4 * MINUTE }],
    ['has no status', { statuses: [[0, null]], opensMs: 5 * MINUTE }],
    ['has an old status', { statuses: [[0, old]], opensMs: 3 * MINUTE }],
  ] as const)('does as the real one in a browser when the store %s', async (_name, scene) => {
    await compare(scene);
  });

  test.each([
    ['from a page of the shop', { path: '/products/7', fromShop: true }],
    ['from a page of the shop, to an address that has gone', { path: '/old', fromShop: true, status: 404 }],
    ['with a form', { path: '/cart/add', fromShop: true, status: 405 }],
    ['from a page of the shop, with a query', { path: '/search?q=shoes', fromShop: true }],
    ['from elsewhere', { path: '/confirm/abc' }],
    ['to pay', { path: '/checkout', fromShop: true }],
    ['from a payment provider', { path: '/checkout/return?token=abc' }],
  ] as const)('leads back where the real one does when the shopper came %s', async (_name, scene) => {
    const [page, tab] = await compare({ statuses: [[0, opening]], opensMs: 0, leavesAtOnce: true, ...scene });
    expect(tab.back).toBe(page.back);
    expect(tab.back).toBeDefined();
  });

  async function compare(
    scene: Omit<Play, 'seed' | 'vainReturns'> & Partial<Play>,
  ): Promise<readonly [Played, Played]> {
    const play = { seed: 7, vainReturns: 0, ...scene };
    const [page, tab] = [await playPage(visit, play), await playTab(play, HTML)];
    expect(page.asked.length).toBeGreaterThan(1);
    expect(tab.asked.map(([, ...what]) => what)).toEqual(page.asked.map(([, ...what]) => what));
    // A browser's timers know whole milliseconds only.
    for (const [index, [atMs]] of page.asked.entries()) {
      expect(Math.abs((tab.asked[index]?.[0] ?? 0) - atMs)).toBeLessThan(50);
    }
    return [page, tab];
  }
});
