import { INITIAL_STATE, type IncidentState } from '../../../../lambda/status-update/state/incident-state';
import type { Maintenance } from '../../../../lambda/status-update/state/maintenance';
import type { ShopperUpdate } from '../../../../lambda/status-update/state/shopper-update';

/** What shoppers were told at 10:00 UTC about a store that went down at 09:57, but with `changes`. */
export function simpleUpdate(changes: Partial<ShopperUpdate> = {}): ShopperUpdate {
  return {
    sequence: 1,
    subjectId: 'INC-20250301-07',
    status: 'investigating',
    kind: 'store-down',
    startedAtMs: Date.parse('2025-03-01T09:57:00Z'),
    atMs: Date.parse('2025-03-01T10:00:00Z'),
    texts: null,
    ...changes,
  };
}

/** A window from 22:00 to 23:30 UTC that is planned, but with `changes`. */
export function simpleMaintenance(changes: Partial<Maintenance> = {}): Maintenance {
  return {
    id: 'MNT-20250301-01',
    startMs: Date.parse('2025-03-01T22:00:00Z'),
    endMs: Date.parse('2025-03-01T23:30:00Z'),
    texts: { en: 'We move to a bigger database.' },
    status: 'scheduled',
    revision: 0,
    changedAtMs: Date.parse('2025-03-01T08:00:00Z'),
    ...changes,
  };
}

/** The first state, but with `changes`. */
export function simpleState(changes: Partial<IncidentState> = {}): IncidentState {
  return { ...INITIAL_STATE, ...changes };
}
