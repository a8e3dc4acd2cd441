import type { Store } from '../settings';
import type { Evidence } from './evidence';
import { type Mitigation, mitigationOf } from './mitigation';
import type { ReviewDue } from './review-due';
import { firstBadMinute } from './series';

/** How long before its first alarm an incident may have begun: alarms wait for datapoints, which come late. */
const LOOK_BACK_MS = 15 * 60_000;

/** The moments that tell how an incident went, in epoch milliseconds. */
export interface Milestones {
  /** The first bad minute before the first alarm; the alarm itself when no metric shows one. */
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
  evidence: Omit<Evidence, 'failedRequests'>,
  { topology }: Pick<Store, 'topology'>,
): Milestones {
  const fromMs = due.startedAtMs - LOOK_BACK_MS;
  const { series, storeHealth } = evidence;
  const measured = storeHealth === undefined ? series : [...series, storeHealth];
  const firstSigns = measured.map((one) => firstBadMinute(one, fromMs) ?? due.startedAtMs);
  return {
    beganMs: Math.min(due.startedAtMs, ...firstSigns),
    detectedMs: due.startedAtMs,
    alertedMs: evidence.messages.find(({ update }) => update === 1)?.atMs,
    acknowledgedMs: due.acknowledgedAtMs ?? undefined,
    mitigation: mitigationOf(due, evidence, { topology, fromMs }),
    recoveredMs: due.wellSinceMs,
    resolvedMs: due.resolvedAtMs ?? undefined,
  };
}
