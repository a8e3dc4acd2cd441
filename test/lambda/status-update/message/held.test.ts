import type { Hold } from '../../../../lambda/status-update/contract/hold';
import type { HoldNews } from '../../../../lambda/status-update/failover/hold-news';
import type { Announcement } from '../../../../lambda/status-update/incident/announcement';
import { composeMessage } from '../../../../lambda/status-update/message/compose-message';
import { withHeld } from '../../../../lambda/status-update/message/held';
import { composeHold } from '../../../../lambda/status-update/message/hold-message';
import { DNS_SETTINGS, SETTINGS } from '../helpers/settings';

const NOW = Date.parse('2025-03-01T10:00:00Z');
const SSO =
  'arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Administrator_0123456789abcdef/ola@example.com';

const simpleHold = (but: Partial<Hold> = {}): Hold => ({
  id: 'one',
  side: 'primary',
  by: SSO,
  endsAtMs: NOW + 3_600_000,
  sinceMs: NOW,
  written: null,
  told: null,
  messages: 1,
  leasedUntilMs: 0,
  ...but,
});

const announcement = (but: Partial<Announcement> = {}): Announcement => ({
  kind: 'still',
  incidentId: 'INC-20250301-07',
  update: 4,
  phase: 'investigating',
  scope: { kind: 'store-down', labels: ['store'] },
  alarmNames: ['shop.example.com-store-down'],
  alarmedAtMs: NOW,
  startedAtMs: NOW - 180_000,
  atMs: NOW,
  nextUpdateAtMs: NOW + 900_000,
  drill: false,
  ...but,
});

const messageOf = (but: Partial<Announcement>, settings = SETTINGS) =>
  composeMessage(announcement(but), { readings: [], endpoints: [] }, settings);
const oneLine = (text: string) => text.replace(/\s+/g, ' ');
const HELD = { side: 'primary', by: SSO, endsAtMs: NOW + 3_600_000 } as const;

describe('a message about an incident while the failover is held', () => {
  test('names who holds it and until when, in its text, its facts and its SMS', () => {
    const { body, sms, data } = messageOf({ held: HELD });
    const text = `on PRIMARY until 2025-03-01 11:00 UTC (12:00 Europe/Warsaw) by ${SSO}`;
    expect(oneLine(body).replace(/ /g, '')).toContain(`Held${text}`.replace(/ /g, ''));
    expect(JSON.parse(data ?? '').facts[0]).toEqual({ name: 'Held', text });
    expect(sms).toContain('Held on PRIMARY until 12:00 Warsaw');
    expect(sms.length).toBeLessThanOrEqual(160);
  });

  test('on the primary record: tells of endpoints that fail, and that shoppers reach the store', () => {
    const { body } = messageOf({
      held: HELD,
      scope: { kind: 'endpoint-down', labels: ['checkout', 'home'] },
    });
    expect(oneLine(body)).toContain(
      'WHAT checkout, home fail their health checks. Example Shop is held open by ola@example.com until 11:00 UTC: shoppers reach it. NOW Route 53 answers with the primary record, whatever the health checks say.',
    );
  });

  test('on the primary record, once well: does not say that Route 53 switches back by itself', () => {
    const { body } = messageOf({ held: HELD, kind: 'recovered', wellSinceMs: NOW });
    expect(oneLine(body)).toContain(
      'All alarms have been OK since 10:00 UTC. Route 53 answers with the primary record, whatever',
    );
    expect(body).not.toContain('switches back');
  });

  test.each([
    [
      SETTINGS,
      "Example Shop is held closed by ola@example.com until 11:00 UTC: shoppers can't use the store",
    ],
    [
      DNS_SETTINGS,
      "Example Shop is held closed by ola@example.com until 11:00 UTC: shoppers can't use the store",
    ],
    [
      { ...SETTINGS, STORE: { ...SETTINGS.STORE, standby: true } },
      'Example Shop is held on its standby by ola@example.com until 11:00 UTC. NOW Route 53 answers with the secondary record',
    ],
  ])('on the secondary record: tells that somebody closed it, not that it failed', (settings, text) => {
    expect(oneLine(messageOf({ held: { ...HELD, side: 'secondary' } }, settings).body)).toContain(
      `WHAT ${text}`,
    );
  });

  test('names the way out of a false alarm while nobody holds anything', () => {
    expect(oneLine(messageOf({}).body)).toContain('"npx understudy failover hold primary" opens it.');
    expect(messageOf({ held: HELD }).body).not.toContain('hold primary');
  });
});

describe('a message about something else', () => {
  const message = { subject: 'Maintenance', body: 'Maintenance.', sms: 'Maintenance' };
  test('has the hold in force at its end', () => {
    const held = withHeld(message, simpleHold({ by: undefined }), SETTINGS.STORE, NOW);
    expect(oneLine(held.body)).toBe(
      'Maintenance. Held on PRIMARY until 2025-03-01 11:00 UTC (12:00 Europe/Warsaw) by somebody',
    );
    expect(held.sms).toBe('Maintenance. Held on PRIMARY until 12:00 Warsaw.');
  });

  test.each([
    ['there is none', null],
    ['it is over', simpleHold({ endsAtMs: NOW })],
    ['it is not in force yet', simpleHold({ sinceMs: null })],
  ])('is as always when %s', (_, hold) => {
    expect(withHeld(message, hold, SETTINGS.STORE, NOW)).toBe(message);
  });

  test('keeps its SMS within one part', () => {
    const long = { ...message, sms: 'x'.repeat(140) };
    expect(withHeld(long, simpleHold(), SETTINGS.STORE, NOW).sms).toBe(long.sms);
  });
});

describe('a message about a hold', () => {
  const NEWS: readonly HoldNews[] = ['held', 'changed', 'again', 'still', 'ending', 'over', 'released'];
  const store = { ...SETTINGS.STORE, domainName: `${'long-name.'.repeat(10)}example.com` };

  test.each(NEWS)('%s: fits into a subject, an SMS and a screen, whatever the names', (news) => {
    const { subject, sms, body } = composeHold(simpleHold(), news, { store, nowMs: NOW });
    expect(subject).toMatch(/^\[HELD\] [\x20-\x7e]{1,92}$/);
    expect(sms).toMatch(/^HELD [\x20-\x5a\x61-\x7a]{1,155}$/);
    expect(body.split('\n').length).toBeLessThanOrEqual(25);
  });

  test('says what holds, what it means, how it ends, and when', () => {
    const { body, sms } = composeHold(simpleHold({ side: 'secondary' }), 'held', {
      store: SETTINGS.STORE,
      nowMs: NOW,
    });
    expect(oneLine(body)).toContain(
      'WHAT shop.example.com is held closed by ola@example.com until 11:00 UTC (12:00 Europe/Warsaw). ' +
        'NOW Route 53 answers with SECONDARY (the emergency page), whatever the health checks say. ' +
        'YOU oncall-shop: shoppers are kept out meanwhile; end it early with "npx understudy failover auto". ' +
        'NEXT A message each hour, and when it ends, by 11:00 UTC (12:00 Europe/Warsaw)',
    );
    expect(sms).toBe('HELD SECONDARY shop.example.com: held until 12:00 Warsaw');
  });

  test('warns, once an open store is left to its health checks, of what they may do', () => {
    const { body } = composeHold(simpleHold(), 'over', { store: SETTINGS.STORE, nowMs: NOW });
    expect(oneLine(body)).toContain('see that the health checks pass; else Route 53 leaves the store.');
    expect(body).not.toContain('Held');
  });
});
