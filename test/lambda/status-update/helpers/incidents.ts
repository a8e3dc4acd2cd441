import { newIncident } from '../../../../lambda/status-update/incident/new-incident';
import type { Incident } from '../../../../lambda/status-update/state/incident-state';
import { CHECKOUT_DOWN, STORE_DOWN } from './symptoms';

/** A store that has been down since 09:57 UTC, with the next update at 10:35 UTC, but with `changes`. */
export function simpleIncident(changes: Partial<Incident> = {}): Incident {
  const opened = newIncident({
    id: 'INC-20250301-07',
    startedAtMs: Date.parse('2025-03-01T09:57:00Z'),
    alarmedAtMs: null,
    scope: { kind: 'store-down', labels: ['store'] },
    alarmNames: [STORE_DOWN.alarmName, CHECKOUT_DOWN.alarmName],
    nowMs: Date.parse('2025-03-01T09:58:00Z'),
    drill: false,
  });
  return { ...opened, updates: 2, nextUpdateAtMs: Date.parse('2025-03-01T10:35:00Z'), ...changes };
}
