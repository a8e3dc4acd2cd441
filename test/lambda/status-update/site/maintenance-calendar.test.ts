import fc from 'fast-check';
import ICAL from 'ical.js';
import { maintenanceIcs } from '../../../../lambda/status-update/site/maintenance-calendar';
import { SETTINGS } from '../helpers/settings';
import { simpleMaintenance, simpleState } from '../helpers/states';

const calendarOf = (...maintenance: ReturnType<typeof simpleMaintenance>[]) =>
  maintenanceIcs(simpleState({ maintenance }), SETTINGS.STORE);

/** As a calendar program reads them. */
const descriptionsIn = (calendar: string): (string | null)[] =>
  new ICAL.Component(ICAL.parse(calendar))
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event).description);

describe('maintenance.ics', () => {
  test('has one event per window', () => {
    expect(calendarOf(simpleMaintenance()).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//shop.example.com//Understudy//EN',
      'X-WR-CALNAME:Example Shop maintenance',
      'BEGIN:VEVENT',
      'UID:MNT-20250301-01@shop.example.com',
      'SEQUENCE:0',
      'DTSTAMP:20250301T080000Z',
      'DTSTART:20250301T220000Z',
      'DTEND:20250301T233000Z',
      'STATUS:CONFIRMED',
      'SUMMARY;LANGUAGE=en:Example Shop: planned maintenance',
      'DESCRIPTION;LANGUAGE=en:We move to a bigger database.',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  test('is a calendar without events when nothing is planned', () => {
    const calendar = calendarOf();
    expect(calendar).not.toContain('VEVENT');
    // RFC 5545 wants at least one component.
    expect(calendar.match(/^BEGIN:(?!VCALENDAR).*$/gm)).toEqual(['BEGIN:VTIMEZONE', 'BEGIN:STANDARD']);
  });

  test.each([
    ['in_progress', 'CONFIRMED'],
    ['completed', 'CONFIRMED'],
    ['cancelled', 'CANCELLED'],
  ] as const)('shows a window that is %s as %s', (status, shown) => {
    expect(calendarOf(simpleMaintenance({ status, revision: 1 }))).toContain(`STATUS:${shown}`);
  });

  test('has lines of at most 75 octets that unfold to the words as they were, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), (en) => {
        const calendar = calendarOf(simpleMaintenance({ texts: { en } }));
        const lines = calendar.split('\r\n');
        expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
        expect(descriptionsIn(calendar)).toEqual([en]);
      }),
    );
  });

  test('keeps line breaks out of the lines', () => {
    const calendar = calendarOf(simpleMaintenance({ texts: { en: 'one\r\nEND:VEVENT\ntwo' } }));
    expect(calendar).toContain('DESCRIPTION;LANGUAGE=en:one\\nEND:VEVENT\\ntwo\r\n');
  });
});
