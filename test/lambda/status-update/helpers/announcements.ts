import type { Announcement } from '../../../../lambda/status-update/incident/announcement';
import type { Numbers } from '../../../../lambda/status-update/message/numbers';
import { STORE_DOWN } from './symptoms';

/** When neither CloudWatch nor Route 53 says anything. */
export const NOTHING_KNOWN: Numbers = { readings: [], endpoints: [] };

/** A store that went down at 09:57 UTC and is announced three minutes later, but with `changes`. */
export function simpleAnnouncement({ alarmedAtMs, ...changes }: Partial<Announcement> = {}): Announcement {
  const startedAtMs = changes.startedAtMs ?? Date.parse('2025-03-01T09:57:00Z');
  return {
    kind: 'opened',
    phase: 'investigating',
    drill: false,
    incidentId: 'INC-20250301-07',
    update: 1,
    scope: { kind: 'store-down', labels: ['store'] },
    alarmNames: [STORE_DOWN.alarmName],
    startedAtMs,
    alarmedAtMs: alarmedAtMs ?? startedAtMs,
    atMs: Date.parse('2025-03-01T10:00:00Z'),
    nextUpdateAtMs: Date.parse('2025-03-01T10:15:00Z'),
    ...changes,
  };
}
