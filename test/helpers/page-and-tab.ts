import { STATUS_PATH } from '../../lambda/emergency-response/contract/paths';
import type { DnsResolver } from '../../lib/rehearsal/aws/route53/resolver';
import { VirtualClock } from '../../lib/rehearsal/kernel/clock/virtual-clock';
import { Browser } from '../../lib/rehearsal/play/shoppers/browser';
import { EmergencyTab, paysAt } from '../../lib/rehearsal/play/shoppers/emergency-tab';
import { aResponse } from '../parity/helpers/exchanges';
import { A_BROWSER } from '../rehearsal/helpers/a-browser';
import { FakeHost } from '../rehearsal/helpers/fake-host';
import { type ClosedStoreVisit, MINUTE, NOW, SETTLE_PATH, SHOPPER_PATH } from './closed-store-visit';

/** What a page meets; every answer comes at once. */
export interface Play {
  readonly seed: number;
  /** From so many milliseconds on, the text of the status file; null where there is none. The first from 0 on. */
  readonly statuses: readonly (readonly [number, string | null])[];
  readonly opensMs: number;
  readonly vainReturns: number;
  /** Whether the page is known to leave, so that there is something to wait for. @default false */
  readonly leavesAtOnce?: boolean;
  /** @default SHOPPER_PATH */
  readonly path?: string;
  /** Whether another page of the shop led there. @default false */
  readonly fromShop?: boolean;
  /** What an open store answers at the very address. @default 200 */
  readonly status?: number;
}

/** What a page asks, and the address that it loads in the end; undefined when it stays, or leaves as the play ends. */
export interface Played {
  readonly asked: readonly Asked[];
  readonly back: string | undefined;
}

/** A request: milliseconds from the beginning, method and path. */
export type Asked = readonly [number, string, string];

const LASTS_MS = 8 * MINUTE;
const OK = 200;

/** The same chances on both sides: Park and Miller's generator. */
function chances(seed: number) {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const statusAt = ({ statuses }: Play, atMs: number): string | null =>
  statuses.findLast(([fromMs]) => fromMs <= atMs)?.[1] ?? null;

const answerAt = ({ opensMs, path = SHOPPER_PATH, status = OK }: Play, atMs: number, asked: string) =>
  atMs < opensMs ? 503 : asked === path ? status : OK;

/** What the emergency page of the rehearsal does, which stands as `html` at the address. */
export async function playTab(play: Play, html: string): Promise<Played> {
  const clock = new VirtualClock(NOW.getTime());
  const internet = new FakeHost();
  const atOnce = { connectMs: 0, firstByteMs: 0, bodyMs: 0 };
  internet.answer = ({ path, startMs }) => {
    const atMs = startMs - NOW.getTime();
    if (path !== STATUS_PATH) {
      return aResponse({ ...atOnce, status: answerAt(play, atMs, path) });
    }
    const text = statusAt(play, atMs);
    return aResponse({ ...atOnce, status: text === null ? 404 : OK, body: Buffer.from(text ?? '') });
  };
  const resolver = { addressOf: () => '192.0.2.1' } as unknown as DnsResolver;
  const browser = new Browser({ ...A_BROWSER, clock, internet }, resolver, 0);
  const { path = SHOPPER_PATH, fromShop = false, vainReturns } = play;
  const paysHere = paysAt(aResponse({ body: Buffer.from(html) }), path);
  let back: string | undefined;
  const origin = { browser, path, vainReturns, fromShop, paysHere };
  new EmergencyTab({ clock, random: chances(play.seed) }, origin, (address) => {
    back = address;
  }).start();
  await clock.runUntil(NOW.getTime() + LASTS_MS);
  return {
    asked: internet.received.map((one) => [one.startMs - NOW.getTime(), one.method, one.path]),
    back,
  };
}

/** What the real script does in a real browser, until it sends the shopper back. */
export async function playPage(visit: ClosedStoreVisit, play: Play): Promise<Played> {
  const asked: Asked[] = [];
  const page = await visit.open(SETTLE_PATH);
  await page.exposeFunction('note', (...one: Asked) => asked.push(one));
  await page.addInitScript(`
    Math.random = (${chances})(${play.seed});
    sessionStorage.understudy = ${play.vainReturns};
    const play = ${JSON.stringify(play)};
    const statusAt = ${statusAt};
    const [SHOPPER_PATH, OK] = ${JSON.stringify([SHOPPER_PATH, OK])};
    const answerAt = ${answerAt};
    Object.defineProperty(self, 'caches', { value: { keys: async () => [] } });
    fetch = async (address, { method = 'GET' }) => {
      const { pathname, search } = new URL(address, location);
      const atMs = Date.now() - ${NOW.getTime()};
      note(atMs, method, pathname + search);
      if (pathname !== '${STATUS_PATH}') return { status: answerAt(play, atMs, pathname + search) };
      const text = statusAt(play, atMs);
      return { status: text === null ? 404 : ${OK}, headers: new Headers(), text: async () => text };
    };
    // The test's clock takes any number; to a browser a delay is a whole one of 32 bits.
    const plan = setTimeout;
    setTimeout = (then, ms) => plan(then, ms | 0);
  `);
  const { path = SHOPPER_PATH, fromShop } = play;
  const { address } = visit.store;
  await page.goto(address + path, { referer: fromShop ? `${address}/cart` : undefined });
  let back: string | undefined;
  const left = new Promise<void>((resolve) => {
    page.on('request', (request) => {
      if (!request.isNavigationRequest()) {
        return;
      }
      const { pathname, search } = new URL(request.url());
      back ??= pathname + search;
      resolve();
    });
  });
  // Whoever goes back takes the page with its clock away.
  await Promise.race([left, page.clock.runFor(LASTS_MS).catch(() => undefined)]);
  if (play.leavesAtOnce) {
    await left;
  }
  const last = asked.findIndex(([atMs, , what]) => what !== STATUS_PATH && atMs >= play.opensMs);
  return { asked: last < 0 ? asked : asked.slice(0, last + 1), back };
}
