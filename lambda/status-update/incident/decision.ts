import type { IncidentState } from '../state/incident-state';
import type { Announcement } from './announcement';

/** What follows from an observation. */
export interface Decision {
  readonly state: IncidentState;
  /** Absent when there is nothing to say. */
  readonly announcement?: Announcement;
}
