import type { Announcement } from '../incident/announcement';
import type { IncidentState } from '../incident/incident-state';
import type { Maintenance } from '../incident/maintenance';

/** What a command comes to. */
export type CommandOutcome =
  | { readonly kind: 'refused'; readonly because: string }
  | {
      readonly kind: 'accepted';
      readonly state: IncidentState;
      /** What on-call is told of an incident. */
      readonly announcement?: Announcement;
      /** The window that changed; on-call is told of it. */
      readonly maintenance?: Maintenance;
      /** One plain sentence about what it did. */
      readonly done: string;
    };
