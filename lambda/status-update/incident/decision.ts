import type { Announcement } from './announcement';
import type { IncidentState } from './incident-state';

/** What follows from an observation. */
export interface Decision {
  readonly state: IncidentState;
  /** Absent when there is nothing to say. */
  readonly announcement?: Announcement;
}
