import { HOUR_MS } from '../../shared/contract/clock-units';
import type { Command } from '../contract/command';
import { lastWords } from '../incident/shopper-update';
import { tell } from '../incident/tell';
import type { IncidentState } from '../state/incident-state';
import type { CommandOutcome } from './outcome';

/** Longest promise of silence, in hours. */
const MAX_SILENCE_HOURS = 24;

/** Who speaks, and when. */
interface Speaker {
  readonly nowMs: number;
  readonly by: string | undefined;
}

/** A person's words about the running incident. From now on the person speaks, and is reminded to. */
export function say(
  state: IncidentState,
  command: Extract<Command, { kind: 'say' }>,
  { nowMs, by }: Speaker,
): CommandOutcome {
  const { incident } = state;
  if (incident === null) {
    const because =
      'there is no incident to speak of; alarms open one, and planned work is "understudy maintenance open"';
    return { kind: 'refused', because };
  }
  const { texts, phase, expectedBackMs = incident.words?.expectedBackMs ?? null, nextUpdateAtMs } = command;
  if (phase !== undefined && incident.wellSinceMs !== null) {
    const because = `--state: can't be ${phase} while every alarm is OK; leave it out, and the incident stays "monitoring"`;
    return { kind: 'refused', because };
  }
  if (nextUpdateAtMs !== undefined && nextUpdateAtMs - nowMs > MAX_SILENCE_HOURS * HOUR_MS) {
    const got = new Date(nextUpdateAtMs).toISOString();
    const because = `--next-update: must lie within ${MAX_SILENCE_HOURS} h, got ${got}; promise an earlier one`;
    return { kind: 'refused', because };
  }
  const told = { ...incident, phase: phase ?? incident.phase, words: { texts, expectedBackMs } };
  const decision = tell(state, told, { kind: 'said', nowMs, nextUpdateAtMs, by });
  return { kind: 'accepted', ...decision, done: `Update posted to ${incident.id}.` };
}

/**
 * Takes a person's last words back, also when every alarm is OK again: what was said stays to be read. On-call is told
 * while the incident goes on.
 */
export function retract(state: IncidentState, { nowMs, by }: Speaker): CommandOutcome {
  const { incident } = state;
  const said = lastWords(state.history, incident?.id);
  const words = incident?.words?.texts ?? said?.texts;
  if (words == null) {
    const about = incident === null ? '' : ` about ${incident.id}`;
    return { kind: 'refused', because: `nobody has said anything${about} that could be taken back` };
  }
  const history = state.history.filter((update) => update !== said);
  const done = `Retracted from ${incident?.id ?? said?.subjectId}: "${words.en}"`;
  if (incident === null) {
    return { kind: 'accepted', state: { ...state, history, sequence: state.sequence + 1 }, done };
  }
  const phase = incident.wellSinceMs === null ? 'investigating' : 'monitoring';
  const corrected = { ...incident, words: null, phase } as const;
  return {
    kind: 'accepted',
    ...tell({ ...state, history }, corrected, { kind: 'retracted', nowMs, by }),
    done,
  };
}
