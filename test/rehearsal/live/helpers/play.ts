import type { TimedEvent } from '../../../../lib/rehearsal/event-log';

/** What shoppers ask for. */
export const SHOPPER_PATHS = ['/', '/checkout'] as const;

/** What one shopper got for each of {@link SHOPPER_PATHS}. */
export type ShopperGot = readonly { readonly status: number; readonly text: string }[];

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
  (status: 'INVESTIGATING' | 'MONITORING', protocol: 'email' | 'sms' = 'email') =>
  (event: TimedEvent): boolean =>
    event.kind === 'message' &&
    event.protocol === protocol &&
    `${event.subject}${event.body}`.includes(`${status} shop.example.com`);
