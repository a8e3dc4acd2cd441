import { z } from 'zod';
import type { ShopperOutcome } from '../rehearsal/kernel/shopper-outcome';
import { Browser } from '../rehearsal/play/shoppers/browser';
import { SessionBook } from '../rehearsal/play/shoppers/session-book';
import { judge } from '../rehearsal/play/shoppers/shopper';
import type { World } from '../rehearsal/play/world/world';
import { readGiven } from '../rehearsal/run/read-given';
import { known } from '../rehearsal/scenario/schema-parts';

/** What a shopper gets, and sees. */
export interface Page {
  /**
   * What is on the screen: the store's own page, a copy of it that CloudFront or the bucket still had, the emergency
   * page, or an error of CloudFront's or the browser's own.
   */
  readonly sees: 'store' | 'stale copy' | 'emergency page' | 'raw error';
  /** What became of the request, as a report counts it: also whether a form was lost or the shopper gave up. */
  readonly outcome: ShopperOutcome;
  /** Why, such as `status 503` or `connect-refused`. */
  readonly because: string;
  /** @default undefined - nothing answered */
  readonly status: number | undefined;
  /** With lower-case names. Empty when nothing answered. */
  readonly headers: Readonly<Record<string, string>>;
  /** Empty when nothing answered. */
  readonly body: string;
  /** How long the shopper waits until something can be seen, in milliseconds. The world's clock does not move for it. */
  readonly waitMs: number;
}

/** How a shopper asks. */
export interface VisitOptions {
  /** @default GET */
  readonly method?: (typeof METHODS)[number] | undefined;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
const VISIT = z.object({
  path: z.string().startsWith('/'),
  options: known({ method: z.enum(METHODS).default('GET') }).prefault({}),
});

const SEEN: Readonly<Partial<Record<ShopperOutcome, Page['sees']>>> = {
  'served fresh': 'store',
  'served stale': 'stale copy',
  'emergency page': 'emergency page',
};

/**
 * One shopper of a world, whose browser keeps the store's cookie and whose resolver keeps DNS answers for their TTL.
 * @returns asks for a page; redirects are not followed. @throws RehearsalError INVALID_OPTION
 */
export function shopperIn(world: World): (path: string, options?: VisitOptions) => Promise<Page> {
  const browser = new Browser(
    {
      ...world,
      domainName: world.settings.domainName,
      sessions: new SessionBook(),
      onAnothersSession: () => undefined,
      onLostBasket: () => undefined,
    },
    world.resolver('your shopper'),
    0,
  );
  return async (path, options = {}) => {
    const given = readGiven(VISIT, { value: { path, options }, where: 'visit' });
    const { method } = given.options;
    const exchange = await browser.ask({ method, path: given.path });
    const { outcome, seen, because, waitMs } = judge(method, exchange);
    const answer = exchange.kind === 'response' ? exchange : undefined;
    return {
      sees: SEEN[seen] ?? 'raw error',
      ...{ outcome, because, waitMs },
      status: answer?.status,
      headers: answer?.headers ?? {},
      body: Buffer.from(answer?.body ?? []).toString('utf8'),
    };
  };
}
