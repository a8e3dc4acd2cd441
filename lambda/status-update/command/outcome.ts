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
      /** The window that changed; on-call is told of it, unless the command is `repeated`. */
      readonly maintenance?: Maintenance;
      /** Whether it was carried out before. */
      readonly repeated?: boolean;
      /** One plain sentence about what it did. */
      readonly done: string;
    };
