import type { Hold } from '../contract/hold';
import type { Marker } from '../contract/marker';
import type { IncidentTargets, Target } from '../contract/target-times';
import type { AnnouncementKind } from '../state/announcement-kind';
import type { Impact } from '../state/impact';
import type { Incident, IncidentState, Statement } from '../state/incident-state';

/** One message about an incident, before it is put into words. */
export interface Announcement {
  readonly kind: AnnouncementKind;
  readonly incidentId: string;
  /** Number of this message within its incident, from 1. */
  readonly update: number;
  /** One more each time that it came back after it was resolved. @default 1 */
  readonly round?: number;
  readonly phase: Incident['phase'] | 'resolved';
  /** What is wrong now; once it is well, and while it comes and goes, the worst that it was. */
  readonly scope: Impact;
  /** What people were told before, when it differs. */
  readonly previous?: Impact;
  /** Names of the alarms behind it. Empty when it is well. */
  readonly alarmNames: readonly string[];
  /** The first failing datapoint, or else the change of the first alarm. */
  readonly startedAtMs: number;
  /** Change of the first alarm. */
  readonly alarmedAtMs: number;
  /** Since when every alarm is OK. */
  readonly wellSinceMs?: number;
  /** When a person first gave a command about it. */
  readonly acknowledgedAtMs?: number;
  /** ARN of who has it now. Absent, although it is acknowledged: AWS did not say. */
  readonly acknowledgedBy?: string;
  /** From when on the second contact is told, while nobody has acknowledged it. @default - never */
  readonly escalateAtMs?: number;
  /** When the second contact was first told; from then on it gets every message. @default - it was not */
  readonly escalatedAtMs?: number;
  /** @default - there are none */
  readonly targets?: IncidentTargets;
  /** The target that has passed, when that is what there is to say. */
  readonly overdue?: Target;
  readonly atMs: number;
  /** Absent when resolved: there is no further message. */
  readonly nextUpdateAtMs?: number;
  /** A person's words that still stand. */
  readonly words?: Statement;
  readonly deployment?: NonNullable<IncidentState['deployment']>;
  /** The last things that somebody noted, deployments included, newest first. @default - only the deployment is known */
  readonly markers?: readonly Marker[];
  /** The hold in force: a person, not a health check, decides where Route 53 sends shoppers. */
  readonly held?: Pick<Hold, 'side' | 'by' | 'endsAtMs'>;
  /** Changes within the last half hour, for an incident that is unstable. */
  readonly changes?: number;
  readonly drill: boolean;
  /** Whether phones are left alone. @default - they get it, too */
  readonly quiet?: boolean;
}
