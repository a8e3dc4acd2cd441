import type { ScopeKind } from '../contract/severity';
import { startedMinutes } from '../contract/times';
import type { Announcement } from '../incident/announcement';
import type { Store } from '../settings';

/** Where shoppers may have bought all the time. */
const NO_LOSS: readonly ScopeKind[] = ['slow', 'store-failing'];

/** What CloudFront answered with an error. */
export interface Failed {
  readonly requests: number;
  /** Minutes in which it did. */
  readonly minutes: number;
}

/** What failed: in each minute the share of errors (percent) times the requests. Undefined without data. */
export function failedIn(
  errorRates: ReadonlyMap<number, number>,
  requests: ReadonlyMap<number, number>,
): Failed | undefined {
  const minutes = [...errorRates].flatMap(([minute, percent]) => {
    const count = requests.get(minute);
    return count === undefined ? [] : [(count * percent) / 100];
  });
  return minutes.length === 0
    ? undefined
    : {
        requests: Math.round(minutes.reduce((sum, failed) => sum + failed, 0)),
        minutes: minutes.filter((failed) => failed > 0).length,
      };
}

type Lasted = Pick<Announcement, 'startedAtMs' | 'wellSinceMs' | 'atMs' | 'scope'>;

/** What an incident cost, worded as the estimate that it is. Undefined when nothing is known of it. */
export function describeLoss(incident: Lasted, store: Store, failed: Failed | undefined): string | undefined {
  const { revenuePerMinute } = store;
  const minutes = lostMinutes(incident, failed);
  const parts = [
    ...(failed === undefined ? [] : [describeFailed(failed)]),
    ...(revenuePerMinute === undefined || !minutes ? [] : [revenue(minutes, revenuePerMinute)]),
  ];
  return parts.length === 0 ? undefined : `${parts.join('; ')} (estimates)`;
}

function describeFailed({ requests }: Failed): string {
  return requests === 0
    ? 'no request failed at CloudFront'
    : `about ${grouped(requests)} requests failed at CloudFront`;
}

/**
 * Minutes in which sales may have been lost, a part of one counted whole. While a standby serves these are the minutes in
 * which requests failed, else all that it lasted: where nobody asks, nothing fails.
 */
function lostMinutes({ startedAtMs, wellSinceMs, atMs, scope }: Lasted, failed?: Failed): number | undefined {
  if (scope.kind === 'on-standby') {
    return failed?.minutes;
  }
  return NO_LOSS.includes(scope.kind) ? undefined : startedMinutes((wellSinceMs ?? atMs) - startedAtMs);
}

/** Nobody knows how many would have bought, so it is an upper bound: as if nobody had. */
function revenue(minutes: number, { amount, currency }: NonNullable<Store['revenuePerMinute']>): string {
  return `up to ${minutes} min x ${grouped(amount)} = ${grouped(minutes * amount)} ${currency} of sales`;
}

function grouped(value: number): string {
  return Math.round(value).toLocaleString('en');
}
