import { HOUR_MS } from '../../shared/contract/clock-units';
import type { Command } from '../contract/command';
import type { IncidentState } from '../state/incident-state';
import type { CommandOutcome } from './outcome';

/** Longest drill, in hours: one that is forgotten would make a real outage look like an exercise. */
const MAX_HOURS = 24;

/** Marks incidents to come as drills until a time, or ends that when the time is not later than now. */
export function declareDrill(
  state: IncidentState,
  { id, untilMs }: Extract<Command, { kind: 'drill' }>,
  nowMs: number,
): CommandOutcome {
  if (untilMs - nowMs > MAX_HOURS * HOUR_MS) {
    const got = new Date(untilMs).toISOString();
    const because = `drill: must end within ${MAX_HOURS} h, got ${got}; declare a longer one again tomorrow`;
    return { kind: 'refused', because };
  }
  if (untilMs <= nowMs && state.drillUntilMs <= nowMs) {
    return { kind: 'accepted', state, done: 'There is no drill to end. Incidents are real.' };
  }
  const done =
    untilMs > nowMs
      ? 'Incidents that open until then are marked as a drill.'
      : 'Incidents that open from now on are real.';
  return { kind: 'accepted', state: { ...state, drillUntilMs: untilMs }, drill: { id, untilMs }, done };
}
