import { severityOf } from '../contract/severity';
import { dateTime, lasted } from '../contract/times';
import type { Announcement } from '../incident/announcement';
import type { Store } from '../settings';
import type { Fact } from './facts';
import { field, listField } from './field';
import type { Link } from './links';
import { leadLines, type Summary } from './summary';

/** Longer than this nobody reads a message. */
const MAX_LINES = 25;

/** Nobody may take a real outage for one. */
const DRILL = 'a drill. What is no part of it is real: if in doubt, act.';

/** What a message is made of, besides its announcement. */
export interface MessageParts {
  readonly lead: Summary;
  readonly facts: readonly Fact[];
  readonly links: readonly Link[];
}

/** The plain text of a message, at most 25 lines. The first lines make sense on a locked phone; the order is always the same. */
export function bodyOf(announcement: Announcement, parts: MessageParts, store: Store): string {
  const head = headOf(announcement, parts.lead, store);
  const tail = tailOf(announcement, parts.links);
  return [...head, ...factLines(parts.facts, MAX_LINES - head.length - tail.length), ...tail].join('\n');
}

function headOf(announcement: Announcement, lead: Summary, { owner, timeZone }: Store): readonly string[] {
  const { scope, phase, drill } = announcement;
  const state = `${severityOf(scope)} | ${phase.toUpperCase()} | ${owner}${drill ? ' | DRILL' : ''}`;
  return [
    ...(drill ? field('DRILL', DRILL) : []),
    ...leadLines(lead),
    '',
    ...field('Severity', state),
    ...whenOf(announcement, timeZone),
  ];
}

/** Since when, or how long it lasted, and what that counts. */
function whenOf({ startedAtMs, wellSinceMs }: Announcement, timeZone: string | undefined): readonly string[] {
  const since = field('Since', dateTime(startedAtMs, timeZone));
  return wellSinceMs === undefined
    ? since
    : [
        ...since,
        ...field('Lasted', `${lasted(wellSinceMs - startedAtMs)}, first failing datapoint to last OK`),
      ];
}

function tailOf({ kind, incidentId, update }: Announcement, links: readonly Link[]): readonly string[] {
  const author = kind === 'said' || kind === 'retracted' ? "a person's" : 'automatic';
  return [
    ...field('ID', `${incidentId} (${author} message ${update})`),
    '',
    // A bare URL on a line of its own, so that mail programs make a link of all of it.
    ...links.flatMap(({ name, url }) => [name, url]),
  ];
}

/**
 * Each fact on a line; what room there is beyond that goes to the last ones first, because phone numbers are there. Where
 * names are so long that there is not even that much room, the first ones make way.
 */
function factLines(facts: readonly Fact[], room: number): readonly string[] {
  const kept = facts.slice(Math.max(0, facts.length - room));
  let spare = room - kept.length;
  return kept
    .toReversed()
    .map(({ name, parts, lines }) => {
      const shown = listField(name, parts, Math.min(lines, 1 + spare));
      spare -= shown.length - 1;
      return shown;
    })
    .toReversed()
    .flat();
}
