import fc from 'fast-check';
import { smsOf } from '../../../../lambda/status-update/message/sms';
import { NOTHING_KNOWN, simpleAnnouncement } from '../helpers/announcements';

describe('SMS', () => {
  test('says what, which incident, and when the next message comes', () => {
    expect(smsOf(simpleAnnouncement(), NOTHING_KNOWN, 'shop.example.com')).toBe(
      'SEV1 INVESTIGATING shop.example.com: store down. INC-20250301-07 no. 1. Next by 10:15 UTC',
    );
  });

  test('names the day of a next message that comes on another one', () => {
    const tomorrow = simpleAnnouncement({ nextUpdateAtMs: Date.parse('2025-03-02T08:00:00Z') });
    expect(smsOf(tomorrow, NOTHING_KNOWN, 'shop.example.com')).toMatch(/Next by 2025-03-02 08:00 UTC$/);
  });

  test('promises no further message when it is over', () => {
    const resolved = simpleAnnouncement({ kind: 'resolved', update: 3, nextUpdateAtMs: undefined });
    expect(smsOf(resolved, NOTHING_KNOWN, 'shop.example.com')).toBe(
      'SEV1 RESOLVED shop.example.com: store down. INC-20250301-07 no. 3',
    );
  });

  test('of a store with a long name keeps what is wrong', () => {
    const sms = smsOf(simpleAnnouncement(), NOTHING_KNOWN, `${'long-name.'.repeat(20)}com`);
    expect(sms).toMatch(/\.\.: store down\. INC-20250301-07 no\. 1\. Next by 10:15 UTC$/);
    expect(sms).toHaveLength(160);
  });

  test('fits into one part of the GSM alphabet, whatever the names', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200, size: 'max' });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), text, (labels, domainName) => {
        const announcement = simpleAnnouncement({ scope: { kind: 'endpoint-down', labels } });
        const sms = smsOf(announcement, NOTHING_KNOWN, domainName);
        expect(sms).toMatch(/^[ -Z_a-z]{1,160}$/);
      }),
    );
  });
});
