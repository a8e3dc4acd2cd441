import type { Announcement } from '../incident/announcement';
import { severityOf } from '../incident/severity';
import type { Store } from '../settings';
import type { Fact } from './facts';
import { field } from './field';
import { type Lead, leadLines } from './lead';
import type { Link } from './links';
import { dateTime } from './times';

/** What a message is made of, besides its announcement. */
export interface MessageParts {
  readonly lead: Lead;
  readonly facts: readonly Fact[];
  readonly links: readonly Link[];
}

/** The plain text of a message, at most 25 lines. The first lines make sense on a locked phone; the order is always the same. */
export function bodyOf(announcement: Announcement, parts: MessageParts, store: Store): string {
  const { kind, incidentId, update, scope, phase, drill } = announcement;
  const author = kind === 'said' || kind === 'retracted' ? "a person's" : 'automatic';
  const state = `${severityOf(scope.kind)} | ${phase.toUpperCase()} | ${store.owner}${drill ? ' | DRILL' : ''}`;
  return [
    ...leadLines(parts.lead),
    '',
    ...field('Severity', state),
    ...field('Since', dateTime(announcement.startedAtMs, store.timeZone)),
    ...parts.facts.flatMap(({ name, text, lines }) => field(name, text, lines)),
    ...field('ID', `${incidentId} (${author} message ${update})`),
    '',
    // A bare URL on a line of its own, so that mail programs make a link of all of it.
    ...parts.links.flatMap(({ name, url }) => [name, url]),
  ].join('\n');
}
