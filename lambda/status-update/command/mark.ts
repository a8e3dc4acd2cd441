import type { Command } from '../contract/command';
import { addMarker, nameOf } from '../contract/marker';
import type { IncidentState } from '../state/incident-state';
import type { Accepted } from './outcome';

/** Notes what somebody does. Of a deployment it is remembered besides which was the last, to be rolled back. */
export function mark(
  state: IncidentState,
  command: Extract<Command, { kind: 'deployed' | 'note' }>,
  nowMs: number,
): Accepted {
  const isDeployment = command.kind === 'deployed';
  const marker = isDeployment
    ? ({ kind: 'deployed', text: command.version, atMs: nowMs } as const)
    : { kind: command.about, text: command.text, atMs: nowMs };
  const marked = { ...state, markers: addMarker(state.markers, marker) };
  return {
    kind: 'accepted',
    state: isDeployment ? { ...marked, deployment: { version: command.version, atMs: nowMs } } : marked,
    done: isDeployment ? `Messages now name ${command.version}.` : `Messages now name the ${nameOf(marker)}.`,
  };
}
