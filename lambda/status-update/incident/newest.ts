import type { Newest } from '../contract/newest';
import type { IncidentState } from '../state/incident-state';

/** What channels may know of the state. Undefined before the first incident. */
export function newestOf({
  incident,
  closed,
}: Pick<IncidentState, 'incident' | 'closed'>): Newest | undefined {
  const last = incident ?? closed;
  return last === null
    ? undefined
    : { schema: 1, incidentId: last.id, round: last.round ?? 1, isOver: incident === null };
}
