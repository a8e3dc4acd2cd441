import type { Store } from '../settings';
import type { ReviewDue } from '../state/review-due';
import type { Evidence } from './evidence';
import { type Mitigation, mitigationOf } from './mitigation';

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
