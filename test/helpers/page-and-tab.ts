import { STATUS_PATH } from '../../lib/emergency-site/paths';
import { VirtualClock } from '../../lib/rehearsal/clock/virtual-clock';
import type { DnsResolver } from '../../lib/rehearsal/route53/resolver';
import { Browser } from '../../lib/rehearsal/shoppers/browser';
import { EmergencyTab } from '../../lib/rehearsal/shoppers/emergency-tab';
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
}

/** A request: milliseconds from the beginning, method and path. */
export type Asked = readonly [number, string, string];

const LASTS_MS = 8 * MINUTE;
const OK = 200;

/** The same chances on both sides: Park and Miller's generator. */
const chances = (seed: number) => {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

const statusAt = ({ statuses }: Play, atMs: number): string | null =>
  statuses.findLast(([fromMs]) => fromMs <= atMs)?.[1] ?? null;

/** What the emergency page of the rehearsal asks. */
export async function askedByTab(play: Play): Promise<readonly Asked[]> {
  const clock = new VirtualClock(NOW.getTime());
  const internet = new FakeHost();
  const atOnce = { connectMs: 0, firstByteMs: 0, bodyMs: 0 };
  internet.answer = ({ path, startMs }) => {
    const atMs = startMs - NOW.getTime();
    if (path !== STATUS_PATH) return aResponse({ ...atOnce, status: atMs < play.opensMs ? 503 : OK });
    const text = statusAt(play, atMs);
    return aResponse({ ...atOnce, status: text === null ? 404 : OK, body: Buffer.from(text ?? '') });
  };
  const resolver = { addressOf: () => '192.0.2.1' } as unknown as DnsResolver;
  const browser = new Browser({ ...A_BROWSER, clock, internet }, resolver, 0);
  const origin = { browser, path: SHOPPER_PATH, vainReturns: play.vainReturns };
  new EmergencyTab({ clock, random: chances(play.seed) }, origin, () => undefined).start();
  await clock.runUntil(NOW.getTime() + LASTS_MS);
  return internet.received.map(({ startMs, method, path }) => [startMs - NOW.getTime(), method, path]);
}

/** What the real script asks in a real browser, up to the probe that sends the shopper back. */
export async function askedByPage(visit: ClosedStoreVisit, play: Play): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const page = await visit.open(SETTLE_PATH);
  await page.exposeFunction('note', (...one: Asked) => asked.push(one));
  await page.addInitScript(`
    Math.random = (${chances})(${play.seed});
    sessionStorage.understudy = ${play.vainReturns};
    const play = ${JSON.stringify(play)};
    const statusAt = ${statusAt};
    fetch = async (address, { method = 'GET' }) => {
      const { pathname, search } = new URL(address, location);
      const atMs = Date.now() - ${NOW.getTime()};
      note(atMs, method, pathname + search);
      if (method === 'HEAD') return { status: atMs < play.opensMs ? 503 : ${OK} };
      const text = statusAt(play, atMs);
      return { status: text === null ? 404 : ${OK}, headers: new Headers(), text: async () => text };
    };
    // The test's clock takes any number; to a browser a delay is a whole one of 32 bits.
    const plan = setTimeout;
    setTimeout = (then, ms) => plan(then, ms | 0);
  `);
  await page.goto(visit.store.address + SHOPPER_PATH);
  // Whoever goes back takes the page with its clock away.
  await page.clock.runFor(LASTS_MS).catch(() => undefined);
  const back = asked.findIndex(([atMs, method]) => method === 'HEAD' && atMs >= play.opensMs);
  return back < 0 ? asked : asked.slice(0, back + 1);
}
