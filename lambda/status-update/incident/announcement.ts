import type { Scope } from './scope';

/** What there is to say: an incident `opened`, `changed`, is `still` going on, or is `resolved`. */
export interface Announcement {
  readonly kind: 'opened' | 'changed' | 'still' | 'resolved';
  readonly incidentId: string;
  /** Number of this message within its incident, from 1. */
  readonly update: number;
  /** What is wrong now; for `resolved`, what was wrong last. */
  readonly scope: Scope;
  /** What people were told before, when it differs. */
  readonly previous?: Scope;
  /** Names of the alarms behind it. Empty when resolved. */
  readonly alarmNames: readonly string[];
  readonly startedAtMs: number;
  readonly atMs: number;
  /** Absent when resolved: there is no further message. */
  readonly nextUpdateAtMs?: number;
}
