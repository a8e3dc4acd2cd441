import type { Incident } from '../../../../lambda/status-update/incident/incident-state';
import { CHECKOUT_DOWN, STORE_DOWN } from './symptoms';

/** A store that has been down since 09:57 UTC, with the next update at 10:35 UTC, but with `changes`. */
export function simpleIncident(changes: Partial<Incident> = {}): Incident {
  const scope = { kind: 'store-down', labels: ['store'] } as const;
  return {
    id: 'INC-20250301-07',
    startedAtMs: Date.parse('2025-03-01T09:57:00Z'),
    told: { ...scope, labels: [...scope.labels] },
    worst: { ...scope, labels: [...scope.labels] },
    phase: 'investigating',
    alarmNames: [STORE_DOWN.alarmName, CHECKOUT_DOWN.alarmName],
    updates: 2,
    nextUpdateAtMs: Date.parse('2025-03-01T10:35:00Z'),
    easedSinceMs: null,
    wellSinceMs: null,
    unstable: false,
    speaker: 'machine',
    nudged: false,
    words: null,
    acknowledgedAtMs: null,
    drill: false,
    ...changes,
  };
}
