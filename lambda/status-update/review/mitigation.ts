import { MINUTE_MS } from '../../shared/contract/clock-units';
import type { Store } from '../settings';
import type { ReviewDue } from '../state/review-due';
import type { Evidence } from './evidence';
import { firstBadMinute, type Series } from './series';

/** When shoppers were first helped, as far as it was measured. */
export interface Mitigation {
  /** What helped them. */
  readonly name: string;
  readonly atMs?: number;
  /** Why there is no time. */
  readonly otherwise: string;
}

/** When an incident was mitigated: not before `fromMs`. */
export function mitigationOf(
  { scope }: Pick<ReviewDue, 'scope'>,
  evidence: Pick<Evidence, 'series' | 'storeHealth'>,
  { topology, fromMs }: Pick<Store, 'topology'> & { readonly fromMs: number },
): Mitigation {
  if (topology === 'edge') {
    // CloudFront puts the page in place of the very answer that fails.
    const errors = evidence.series.find(({ good }) => good === 'low');
    return {
      name: 'Mitigated (emergency page in place of errors)',
      atMs: errors && firstBadMinute(errors, fromMs),
      otherwise: 'no failing response was measured',
    };
  }
  const isSwitched = scope.kind === 'store-down';
  return {
    name: 'Mitigated (Route 53 answers with the emergency site; resolvers follow within the TTL)',
    atMs: isSwitched ? switchedAt(evidence.storeHealth, fromMs) : undefined,
    otherwise: isSwitched ? 'not measured' : 'nothing was switched',
  };
}

/** The end of the first minute in which the health check failed: at some moment of it Route 53 switched. */
function switchedAt(storeHealth: Series | undefined, fromMs: number): number | undefined {
  const failed = storeHealth && firstBadMinute(storeHealth, fromMs);
  return failed === undefined ? undefined : failed + MINUTE_MS;
}
