import type { Money } from '../../../understudy-props';
import { MINUTE_MS } from '../../kernel/clock/units';
import { SHOPPER_OUTCOMES, type ShopperOutcome } from '../../kernel/shopper-outcome';
import { KEPT_OUT, type ShopperTally } from '../../record/tally';

/** What an outage may have cost. An estimate: it assumes that shoppers who are kept out do not come back to buy. */
export interface Loss {
  /** Minutes in which nobody could buy; a minute in which half the requests were kept out counts half. */
  readonly minutes: number;
  /** @default - nobody said what the store takes in a minute */
  readonly money?: Money;
}

/** Long enough to hold requests of a small store too. */
const WINDOW_MS = 10_000;

/** Estimates what was lost since an instant. @param sinceMs when the failure began */
export function estimateLoss(shoppers: ShopperTally, sinceMs: number, revenuePerMinute?: Money): Loss {
  const { startMs, bucketMs, counts } = shoppers.overTime;
  const perWindow = Math.max(1, Math.round(WINDOW_MS / bucketMs));
  const buckets = Math.max(...SHOPPER_OUTCOMES.map((outcome) => counts[outcome].length));
  let lostMs = 0;
  for (let at = Math.floor((sinceMs - startMs) / bucketMs); at < buckets; at += perWindow) {
    const count = (outcomes: readonly ShopperOutcome[]) =>
      sum(outcomes.flatMap((outcome) => counts[outcome].slice(at, at + perWindow)));
    const asked = count(SHOPPER_OUTCOMES);
    if (asked > 0) {
      lostMs += (count(KEPT_OUT) / asked) * perWindow * bucketMs;
    }
  }
  const minutes = lostMs / MINUTE_MS;
  return revenuePerMinute === undefined
    ? { minutes }
    : { minutes, money: { ...revenuePerMinute, amount: minutes * revenuePerMinute.amount } };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
