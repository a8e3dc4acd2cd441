import * as z from 'zod/mini';
import type { Store } from '../settings';
import type { IncidentState } from '../state/incident-state';
import type { Maintenance } from '../state/maintenance';
import { pageOf } from './page';

/** Longest line in octets, line break excluded. */
const MAX_OCTETS = 75;

/** What a window must be before it is written. */
const eventSchema = z.object({
  uid: z.string().check(z.regex(/^MNT-\d{8}-\d{2,}@\S+$/)),
  sequence: z.int().check(z.minimum(0)),
  stamp: z.string().check(z.regex(/^\d{8}T\d{6}Z$/)),
  start: z.string().check(z.regex(/^\d{8}T\d{6}Z$/)),
  end: z.string().check(z.regex(/^\d{8}T\d{6}Z$/)),
  status: z.enum(['CONFIRMED', 'CANCELLED']),
});

/** A calendar must hold something. People subscribe before anything is planned, so it is the time zone of all events. */
const NOTHING_PLANNED = [
  'BEGIN:VTIMEZONE',
  'TZID:UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/**
 * `maintenance.ics`: one event per maintenance window. It has no METHOD: nobody is invited, and PUBLISH would ask for an
 * organizer (RFC 5546, 3.2.1).
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545
 * @throws ZodError when an event would not have its shape
 */
export function maintenanceIcs({ maintenance }: IncidentState, store: Store): string {
  const { name } = pageOf(store, 0);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${escapeText(store.domainName)}//Understudy//EN`,
    `X-WR-CALNAME:${escapeText(name)} maintenance`,
    ...(maintenance.length === 0
      ? NOTHING_PLANNED
      : maintenance.flatMap((window) => eventLines(window, store, name))),
    'END:VCALENDAR',
  ];
  return `${lines.flatMap(folded).join('\r\n')}\r\n`;
}

function eventLines(window: Maintenance, { domainName }: Store, name: string): readonly string[] {
  const event = eventSchema.parse({
    uid: `${window.id}@${domainName}`,
    sequence: window.revision,
    stamp: utc(window.changedAtMs),
    start: utc(window.startMs),
    end: utc(window.endMs),
    status: window.status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
  });
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${event.stamp}`,
    `DTSTART:${event.start}`,
    `DTEND:${event.end}`,
    `STATUS:${event.status}`,
    `SUMMARY;LANGUAGE=en:${escapeText(name)}: planned maintenance`,
    `DESCRIPTION;LANGUAGE=en:${escapeText(window.texts.en)}`,
    'END:VEVENT',
  ];
}

function utc(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** Text with the signs that mean something to calendars escaped, and no other control characters. */
function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|[\r\n]/g, '\\n')
    .replace(/\p{Cc}/gu, '');
}

/** A line in pieces of at most 75 octets, each after the first with a leading space; no character is torn apart. */
function folded(line: string): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of line) {
    if (Buffer.byteLength(piece + character) > MAX_OCTETS) {
      pieces.push(piece);
      piece = ' ';
    }
    piece += character;
  }
  return [...pieces, piece];
}
