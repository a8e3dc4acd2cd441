import type { TimedEvent } from '../../../../lib/rehearsal/kernel/event-log';
import { cookieOf, sessionIn } from '../../../../lib/rehearsal/play/store/session-cookie';

/** What a shopper does, in order: the store begins a session, and the basket is kept in it. */
const STEPS = ['GET /', 'POST /cart', 'GET /checkout', 'GET /products/teapot', 'GET /nowhere'] as const;

/** How many pages a shopper sees in {@link ShopperGot}. */
export const SHOPPER_STEPS = STEPS.length;

/** What one shopper got for each step; session ids aside, which are chance. */
export type ShopperGot = readonly {
  readonly status: number;
  readonly text: string;
  readonly cacheControl: string | undefined;
  readonly beginsSession: boolean;
}[];

/** One request and what came of it. */
export type Ask = (request: {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
}) => Promise<{
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}>;

/** A shopper who keeps cookies, as long as the play lasts. */
export class PlayShopper {
  private session: string | undefined;

  constructor(private readonly ask: Ask) {}

  async gets(): Promise<ShopperGot> {
    const got: ShopperGot[number][] = [];
    for (const step of STEPS) {
      const [method = '', path = ''] = step.split(' ');
      const sent: Record<string, string> =
        this.session === undefined ? {} : { cookie: cookieOf(this.session) };
      const { status, text, headers } = await this.ask({ method, path, headers: sent });
      const begun = sessionIn(headers['set-cookie']);
      this.session = begun ?? this.session;
      const cacheControl = headers['cache-control'];
      got.push({ status, text, cacheControl, beginsSession: begun !== undefined });
    }
    return got;
  }
}

/** The same outage, however it was played. */
export interface Play {
  /** From the failure on, in order. */
  readonly events: readonly TimedEvent[];
  readonly failsMs: number;
  readonly repairedMs: number;
  /** Before the failure, once on-call knows, and once on-call knows that it is over. */
  readonly got: Readonly<Record<'before' | 'during' | 'after', ShopperGot>>;
}

/** Whether a message of the status updates is this one. */
export const announces =
  (status: 'INVESTIGATING' | 'MONITORING') =>
  (event: TimedEvent): boolean =>
    event.kind === 'message' &&
    event.protocol === 'email' &&
    event.subject.includes(`${status} shop.example.com`);
