import fc from 'fast-check';
import type { Announcement } from '../../../../lambda/status-update/incident/announcement';
import { smsOf } from '../../../../lambda/status-update/message/sms';
import { NOTHING_KNOWN, simpleAnnouncement } from '../helpers/announcements';
import { SETTINGS } from '../helpers/settings';

const { STORE } = SETTINGS;

describe('SMS', () => {
  const sms = (changes: Partial<Announcement> = {}, numbers = NOTHING_KNOWN, store = STORE) =>
    smsOf(simpleAnnouncement(changes), numbers, store);
  const endpoints = (passed: boolean, failure?: string) => ({
    ...NOTHING_KNOWN,
    endpoints: [{ label: 'home', reports: [{ region: 'eu-west-1', passed, ...(failure && { failure }) }] }],
  });

  test('says what, since when by the clock on site, and which incident', () => {
    expect(sms()).toBe('SEV1 shop.example.com: store down since 10:57 Warsaw. INC-20250301-07');
  });

  test.each<[string, string | undefined]>([
    ['09:57 UTC', undefined],
    ['06:57 ComodRivadavia', 'America/Argentina/ComodRivadavia'],
    ['04:57 New York', 'America/New_York'],
    // A zone that this runtime does not know.
    ['09:57 UTC', 'Mars/Olympus'],
  ])('says %s in the zone %s', (time, timeZone) => {
    expect(sms({}, NOTHING_KNOWN, { ...STORE, timeZone })).toContain(`since ${time}.`);
  });

  test('names the day of what began on another one there', () => {
    expect(sms({ startedAtMs: Date.parse('2025-02-28T22:59:00Z') })).toContain(
      'since 2025-02-28 23:59 Warsaw.',
    );
    expect(sms({ startedAtMs: Date.parse('2025-02-28T23:00:00Z') })).toContain('since 00:00 Warsaw.');
  });

  test.each([
    [
      { deployment: { version: 'v1.2.3', atMs: Date.parse('2025-03-01T09:56:00Z') } },
      endpoints(false),
      'SEV1 shop.example.com: store down since 10:57 Warsaw. Roll back v1.2.3: out 1 min before. INC-20250301-07',
    ],
    [
      {},
      endpoints(false),
      'SEV1 shop.example.com: store down since 10:57 Warsaw. Is the origin alive? See: npx understudy failover. INC-20250301-07',
    ],
    [
      {},
      endpoints(false, 'HTTP Status Code 500, Internal Server Error'),
      'SEV1 shop.example.com: store down since 10:57 Warsaw. Origin alive? Checkers: HTTP Status Code 500. INC-20250301-07',
    ],
    [
      {},
      endpoints(false, 'The health checker could not establish a connection within the timeout limit.'),
      'SEV1 shop.example.com: store down since 10:57 Warsaw. Origin alive? Checkers: could not establish a connection withi... INC-20250301-07',
    ],
    [
      { scope: { kind: 'edge-outage' as const, labels: ['edge'] } },
      endpoints(true),
      'SEV1 shop.example.com: 5xx for most shoppers since 10:57 Warsaw. Checkers pass: look at certificate and firewall. INC-20250301-07',
    ],
    [
      {},
      endpoints(true),
      'SEV1 shop.example.com: store failed at 10:57 Warsaw, checks pass. See that it stays up. INC-20250301-07',
    ],
    [
      { kind: 'still' as const },
      NOTHING_KNOWN,
      'SEV1 STILL DOWN shop.example.com: store down since 10:57 Warsaw. INC-20250301-07',
    ],
    [
      { kind: 'resolved' as const, wellSinceMs: Date.parse('2025-03-01T10:00:00Z') },
      NOTHING_KNOWN,
      'SEV1 RESOLVED shop.example.com: up again since 11:00 Warsaw (was: store down). Check orders and payments from that time. INC-20250301-07',
    ],
    [
      { drill: true },
      NOTHING_KNOWN,
      'DRILL SEV1 shop.example.com: store down since 10:57 Warsaw. INC-20250301-07',
    ],
  ])('of %j says what to do first', (changes, numbers, text) => {
    expect(sms(changes, numbers)).toBe(text);
  });

  test('of a store with a long name keeps what is wrong and what to do', () => {
    const domainName = `${'long-name.'.repeat(20)}com`;
    const text = sms({}, endpoints(false), { ...STORE, domainName });
    expect(text).toMatch(/\.\.: store down since 10:57 Warsaw\. Is the origin alive\?.*INC-20250301-07$/);
    expect(text).toHaveLength(160);
  });

  test('fits into one part of the GSM alphabet, whatever the names', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200, size: 'max' });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), text, (labels, domainName) => {
        const announcement = simpleAnnouncement({ scope: { kind: 'endpoint-down', labels } });
        const text = smsOf(announcement, NOTHING_KNOWN, { ...STORE, domainName });
        expect(text).toMatch(/^[ -Z_a-z]{1,160}$/);
      }),
    );
  });
});
