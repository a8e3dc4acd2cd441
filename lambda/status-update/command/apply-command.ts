import type { Command, CommandRequest } from '../contract/command';
import type { Store } from '../settings';
import type { IncidentState } from '../state/incident-state';
import { holdFailover, releaseFailover, showFailover } from './change-hold';
import { closeMaintenance, openMaintenanceWindow } from './change-maintenance';
import { declareDrill } from './declare-drill';
import { mark } from './mark';
import type { CommandOutcome } from './outcome';
import { retract, say } from './speak';
import { takeIncident } from './take-incident';

/** Commands that are remembered; one that comes again is carried out already. */
const MAX_REMEMBERED = 20;

/** When, and of which store. */
interface Asked {
  readonly nowMs: number;
  readonly store: Store;
}

/** What follows from a command in a state. */
export function applyCommand(
  before: IncidentState,
  request: Omit<CommandRequest, 'source'>,
  { nowMs, store }: Asked,
): CommandOutcome {
  const { command } = request;
  if (before.commands.includes(command.id)) {
    // A person who asks again may not have seen the answer, and has alarms to mute all the same.
    const maintenance = before.maintenance.find(({ commandId }) => commandId === command.id);
    const done = 'It was done before; nothing is sent again.';
    return { kind: 'accepted', state: before, maintenance, repeated: true, done };
  }
  const outcome = outcomeOf(acknowledge(before, request, nowMs), request, { nowMs, store });
  return outcome.kind === 'refused' ? outcome : { ...outcome, state: remember(outcome.state, command.id) };
}

function outcomeOf(
  state: IncidentState,
  { command, by }: Omit<CommandRequest, 'source'>,
  { nowMs, store }: Asked,
): CommandOutcome {
  switch (command.kind) {
    case 'say':
      return say(state, command, { nowMs, by });
    case 'retract':
      return retract(state, { nowMs, by });
    case 'ack':
      return takeIncident(state, { nowMs, by });
    case 'open-maintenance':
      return openMaintenanceWindow(state, command, nowMs);
    case 'close-maintenance':
      return closeMaintenance(state, command, nowMs);
    case 'deployed':
    case 'note':
      return mark(state, command, nowMs);
    case 'drill':
      return declareDrill(state, command, nowMs);
    case 'hold-failover':
      return holdFailover(state, command, { nowMs, by, store });
    case 'release-failover':
      return releaseFailover(state, { nowMs, by, store });
    case 'show-failover':
      return showFailover(state, { nowMs, by, store });
  }
}

/** Programs mark what they do, `ack` says itself who has it, and a person who looks may do no more than that. */
const NO_SIGN: readonly Command['kind'][] = ['deployed', 'note', 'ack', 'show-failover'];

/**
 * A person who gives a command in an incident has seen it. Nothing else can be known: an e-mail that was read leaves no trace
 * here.
 */
function acknowledge(
  state: IncidentState,
  { command: { kind }, by }: Pick<CommandRequest, 'command' | 'by'>,
  nowMs: number,
): IncidentState {
  const { incident } = state;
  return incident === null || incident.acknowledgedAtMs !== null || NO_SIGN.includes(kind)
    ? state
    : { ...state, incident: { ...incident, acknowledgedAtMs: nowMs, acknowledgedBy: by } };
}

function remember(state: IncidentState, id: string): IncidentState {
  return { ...state, commands: [id, ...state.commands].slice(0, MAX_REMEMBERED) };
}
