import { IN_CHAT } from '../contract/in-chat';
import { tellAcknowledged } from '../incident/tell';
import { shortHolderOf } from '../message/held';
import type { IncidentState } from '../state/incident-state';
import type { CommandOutcome } from './outcome';

/**
 * Says that a person works on the incident: everybody is told who, and nobody else is called. The last person to ask has it,
 * so that one can take it from another.
 */
export function takeIncident(
  state: IncidentState,
  { nowMs, by }: { readonly nowMs: number; readonly by: string | undefined },
): CommandOutcome {
  const { incident } = state;
  if (incident === null) {
    return { kind: 'refused', because: 'there is no incident to acknowledge; alarms open one' };
  }
  const { id, acknowledgedAtMs, acknowledgedBy } = incident;
  if (acknowledgedAtMs !== null && by !== undefined && by === acknowledgedBy) {
    const has = by === IN_CHAT ? 'Somebody in the chat has' : 'You have';
    return { kind: 'accepted', state, done: `${has} ${id} already; nobody is told again.` };
  }
  const from = acknowledgedAtMs === null ? '' : ` It was with ${shortHolderOf({ by: acknowledgedBy })}.`;
  const taken = { ...incident, acknowledgedAtMs: acknowledgedAtMs ?? nowMs, acknowledgedBy: by };
  const done = `${id} is acknowledged by ${shortHolderOf({ by })}.${from}`;
  return { kind: 'accepted', ...tellAcknowledged(state, taken, nowMs), done };
}
