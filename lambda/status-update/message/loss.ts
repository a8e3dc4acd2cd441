import type { Announcement } from '../incident/announcement';
import type { ScopeKind } from '../incident/severity';
import type { Store } from '../settings';
import { wholeMinutes } from './times';

/** Where shoppers may have bought all the time. */
const NO_LOSS: readonly ScopeKind[] = ['slow', 'store-failing'];

/** Requests that failed: in each minute the share of errors (percent) times the requests. Undefined without data. */
export function failedRequests(
  errorRates: ReadonlyMap<number, number>,
  requests: ReadonlyMap<number, number>,
): number | undefined {
  const minutes = [...errorRates].flatMap(([minute, percent]) => {
    const count = requests.get(minute);
    return count === undefined ? [] : [(count * percent) / 100];
  });
  return minutes.length === 0 ? undefined : Math.round(minutes.reduce((sum, failed) => sum + failed, 0));
}

/** What an incident cost, worded as the estimate that it is. Undefined when nothing is known of it. */
export function describeLoss(
  {
    startedAtMs,
    wellSinceMs,
    atMs,
    scope,
  }: Pick<Announcement, 'startedAtMs' | 'wellSinceMs' | 'atMs' | 'scope'>,
  { revenuePerMinute }: Store,
  failed: number | undefined,
): string | undefined {
  // Rounded as where a message says how long it lasted.
  const minutes = Math.max(1, wholeMinutes((wellSinceMs ?? atMs) - startedAtMs));
  const parts = [
    ...(failed === undefined ? [] : [`about ${grouped(failed)} requests failed at CloudFront`]),
    ...(revenuePerMinute === undefined || NO_LOSS.includes(scope.kind)
      ? []
      : [revenue(minutes, revenuePerMinute)]),
  ];
  return parts.length === 0 ? undefined : `${parts.join('; ')} (estimates)`;
}

/** Nobody knows how many would have bought, so it is an upper bound. */
function revenue(minutes: number, { amount, currency }: NonNullable<Store['revenuePerMinute']>): string {
  return `up to ${minutes} min x ${grouped(amount)} = ${grouped(minutes * amount)} ${currency} of sales`;
}

function grouped(value: number): string {
  return Math.round(value).toLocaleString('en');
}
