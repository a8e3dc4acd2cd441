import type { Impact } from '../state/impact';
import type { Incident } from '../state/incident-state';

/** What is known of an incident as it opens. */
export interface Opening
  extends Pick<
    Incident,
    'id' | 'startedAtMs' | 'alarmedAtMs' | 'alarmNames' | 'drill' | 'escalateAtMs' | 'targets'
  > {
  readonly scope: Impact;
  readonly nowMs: number;
}

/** An incident of which nobody was told yet. */
export function newIncident({ scope, nowMs, ...known }: Opening): Incident {
  return {
    ...known,
    told: scope,
    worst: scope,
    phase: 'investigating',
    updates: 0,
    nextUpdateAtMs: nowMs,
    easedSinceMs: null,
    wellSinceMs: null,
    unstable: false,
    speaker: 'machine',
    nudged: false,
    words: null,
    acknowledgedAtMs: null,
  };
}
