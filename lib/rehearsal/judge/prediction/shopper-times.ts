import type { FailoverFacts } from '../../facts/health-facts';
import type { TimingFacts } from '../../facts/timing-facts';
import type { Interval } from './interval';
import { browserWaitMs, edgeWait, predictFirstPage, predictWorstWait } from './predict-shoppers';
import type { PredictionInput } from './predictable-failure';
import type { StoreFailure } from './store-failure';

/** Shoppers who ask the store while it fails. */
export interface Misrouted {
  readonly failure: StoreFailure;
  /** Until the first, and the last, is led elsewhere; or until the repair. @default - it can't be told */
  readonly ledAstray: Interval | undefined;
  /** Whether DNS switches at all. */
  readonly switches: boolean;
}

/** Shoppers either ask a failover name themselves, or a distribution that asks one for them. */
export function shopperTimes(
  { domainName, failovers, edge }: TimingFacts,
  { shoppers: { arrivalsPerMinute } }: PredictionInput,
  { failure, ledAstray, switches }: Misrouted,
): { readonly firstPageMs?: Interval | undefined; readonly worstWaitMs?: Interval | undefined } {
  if (ledAstray === undefined || failure.paths !== undefined || failure.methods !== undefined) {
    return {};
  }
  if (failure.needsName && !failovers.every(({ leadsToName }) => leadsToName)) {
    return {};
  }
  const visitors = { switched: ledAstray, arrivalsPerMinute };
  const pairsOf = (name: string) => failovers.filter((failover) => failover.name === name);
  const own = pairsOf(domainName);
  if (own.length > 0) {
    const waitMs = browserWaitMs(failure.client);
    return {
      firstPageMs: predictFirstPage({ ...visitors, switchShowsPage: switches && showPage(own) }),
      worstWaitMs: waitMs === undefined ? undefined : predictWorstWait(waitMs, visitors),
    };
  }
  const origins = edge === undefined ? [] : pairsOf(edge.originName);
  const wait = edge === undefined ? undefined : edgeWait(edge, failure.client);
  if (edge === undefined || wait === undefined || origins.length === 0) {
    return {};
  }
  if (failure.isUnseen && !edge.usesHttps) {
    return {};
  }
  // No handshake succeeds at an API's endpoint, which makes a 502.
  const switchShowsPage = switches && showPage(origins) && edge.errorPages.includes(502);
  return {
    firstPageMs: predictFirstPage({ ...visitors, edge: wait, switchShowsPage }),
    worstWaitMs: predictWorstWait(wait.waitMs, visitors),
  };
}

const showPage = (pairs: readonly FailoverFacts[]): boolean => pairs.every(({ showsPage }) => showsPage);
