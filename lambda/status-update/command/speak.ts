import type { IncidentState } from '../incident/incident-state';
import { withoutLastWords } from '../incident/shopper-update';
import { tell } from '../incident/tell';
import type { Command } from './command';
import type { CommandOutcome } from './outcome';

const NO_INCIDENT: CommandOutcome = {
  kind: 'refused',
  because:
    'there is no incident to speak of; alarms open one, and planned work is "understudy maintenance open"',
};

/** A person's words about the running incident. From now on the person speaks, and is reminded to. */
export function say(
  state: IncidentState,
  command: Extract<Command, { kind: 'say' }>,
  nowMs: number,
): CommandOutcome {
  const { incident } = state;
  if (incident === null) {
    return NO_INCIDENT;
  }
  const { texts, phase, expectedBackMs = incident.words?.expectedBackMs ?? null, nextUpdateAtMs } = command;
  if (phase !== undefined && incident.wellSinceMs !== null) {
    const because = `--state: can't be ${phase} while every alarm is OK; leave it out, and the incident stays "monitoring"`;
    return { kind: 'refused', because };
  }
  const told = { ...incident, phase: phase ?? incident.phase, words: { texts, expectedBackMs } };
  const decision = tell(state, told, { kind: 'said', nowMs, nextUpdateAtMs });
  return { kind: 'accepted', ...decision, done: `${incident.id} says it now.` };
}

/** Takes a person's last words back; shoppers read the machine's text again. */
export function retract(state: IncidentState, nowMs: number): CommandOutcome {
  const { incident } = state;
  if (incident === null) {
    return NO_INCIDENT;
  }
  if (incident.words === null) {
    return {
      kind: 'refused',
      because: `nobody has said anything about ${incident.id} that could be taken back`,
    };
  }
  const history = withoutLastWords(state.history, incident.id);
  const phase = incident.wellSinceMs === null ? 'investigating' : 'monitoring';
  const decision = tell(
    { ...state, history },
    { ...incident, words: null, phase },
    { kind: 'retracted', nowMs },
  );
  return { kind: 'accepted', ...decision, done: `${incident.id} takes it back.` };
}
