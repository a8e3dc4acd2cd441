import type { Hold } from '../contract/hold';
import type { HoldNews } from '../failover/hold-news';
import type { Announcement } from '../incident/announcement';
import type { IncidentState } from '../state/incident-state';
import type { Maintenance } from '../state/maintenance';

/** A command that was carried out. */
export interface Accepted {
  readonly kind: 'accepted';
  readonly state: IncidentState;
  /** What on-call is told of an incident. */
  readonly announcement?: Announcement;
  /** The window that changed; on-call is told of it, unless the command is `repeated`. */
  readonly maintenance?: Maintenance;
  /** The drill that was declared, or ended, by the command with this id; on-call is told of it. */
  readonly drill?: { readonly id: string; readonly untilMs: number };
  /** The hold that was asked for, moved or ended; on-call is told of it once Route 53 answers so. */
  readonly hold?: { readonly hold: Hold; readonly news: HoldNews };
  /** Whether it was carried out before. */
  readonly repeated?: boolean;
  /** One plain sentence about what it did. */
  readonly done: string;
}

/** What a command comes to. */
export type CommandOutcome = { readonly kind: 'refused'; readonly because: string } | Accepted;
