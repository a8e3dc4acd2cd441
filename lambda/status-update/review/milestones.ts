import { MINUTE_MS } from '../../shared/contract/clock-units';
import type { Store } from '../settings';
import type { ReviewDue } from '../state/review-due';
import type { Evidence } from './evidence';
import { firstBadMinute, type Series } from './series';

/** The moments that tell how an incident went, in epoch milliseconds. */
export interface Milestones {
  /** The first bad minute before the first alarm, as messages say it too; the alarm itself when no metric shows one. */
  readonly beganMs: number;
  readonly detectedMs: number;
  /** When the first message was decided. Undefined when that is not known any more. */
  readonly alertedMs?: number;
  /** When a person first gave a command about it. Undefined: nobody did. */
  readonly acknowledgedMs?: number;
  readonly mitigation: Mitigation;
  readonly recoveredMs: number;
  /** Undefined: it has to stay well for that. */
  readonly resolvedMs?: number;
}

/** When an incident began, was noticed, was told, was mitigated and was over. */
export function milestones(
  due: ReviewDue,
  evidence: Omit<Evidence, 'failed'>,
  { topology }: Pick<Store, 'topology'>,
): Milestones {
  return {
    beganMs: due.startedAtMs,
    detectedMs: due.alarmedAtMs ?? due.startedAtMs,
    alertedMs: evidence.messages.find(({ update }) => update === 1)?.atMs,
    acknowledgedMs: due.acknowledgedAtMs ?? undefined,
    mitigation: mitigationOf(due, evidence, { topology, fromMs: due.startedAtMs }),
    recoveredMs: due.wellSinceMs,
    resolvedMs: due.resolvedAtMs ?? undefined,
  };
}

/** When shoppers were first helped, as far as it was measured. */
interface Mitigation {
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
