import fc from 'fast-check';
import type { Announcement } from '../../../../lambda/status-update/incident/announcement';
import { subjectOf } from '../../../../lambda/status-update/message/subject';
import { NOTHING_KNOWN, simpleAnnouncement } from '../helpers/announcements';
import { SETTINGS } from '../helpers/settings';
import { EDGE_ERRORS } from '../helpers/symptoms';

const { STORE } = SETTINGS;
const WELL = { wellSinceMs: Date.parse('2025-03-01T09:59:00Z') };

describe('subject', () => {
  test.each<[Partial<Announcement>, string]>([
    [{}, '[SEV1] INVESTIGATING shop.example.com: store down (no. 1, 11:00) #INC-20250301-07'],
    [{ kind: 'still' }, '[SEV1] STILL DOWN shop.example.com (no. 1, 11:00) #INC-20250301-07'],
    [
      { kind: 'recovered', phase: 'monitoring', ...WELL },
      '[SEV1] MONITORING shop.example.com: up again (was: store down) (no. 1, 11:00) #INC-20250301-07',
    ],
    [{ kind: 'relapsed' }, '[SEV1] AGAIN shop.example.com: store down (no. 1, 11:00) #INC-20250301-07'],
    [
      { kind: 'unstable' },
      '[SEV1] UNSTABLE shop.example.com: up and down (store down) (no. 1, 11:00) #INC-20250301-07',
    ],
    [
      { kind: 'said', phase: 'identified' },
      '[SEV1] IDENTIFIED shop.example.com: store down (no. 1, 11:00) #INC-20250301-07',
    ],
    [{ kind: 'retracted' }, '[SEV1] CORRECTION shop.example.com: store down (no. 1, 11:00) #INC-20250301-07'],
    [{ kind: 'nudge' }, '[SEV1] UPDATE DUE shop.example.com: store down (no. 1, 11:00) #INC-20250301-07'],
    [
      { drill: true },
      '[DRILL] [SEV1] INVESTIGATING shop.example.com: store down (no. 1, 11:00) #INC-20250301-07',
    ],
    [
      { kind: 'resolved', ...WELL },
      '[SEV1] RESOLVED shop.example.com: up again (was: store down) (no. 1, 11:00) #INC-20250301-07',
    ],
    [
      { kind: 'said', phase: 'monitoring', ...WELL },
      '[SEV1] MONITORING shop.example.com: up again (was: store down) (no. 1, 11:00) #INC-20250301-07',
    ],
    [
      { kind: 'retracted', ...WELL },
      '[SEV1] CORRECTION shop.example.com: up again (was: store down) (no. 1, 11:00) #INC-20250301-07',
    ],
    [
      { kind: 'resolved', ...WELL, scope: { kind: 'on-standby', labels: ['store'] } },
      '[SEV2] RESOLVED shop.example.com: up again (was: on standby) (no. 1, 11:00) #INC-20250301-07',
    ],
    [
      { kind: 'resolved', ...WELL, scope: { kind: 'edge-outage', labels: ['edge'] } },
      '[SEV1] RESOLVED shop.example.com: up again (was: 5xx errors) (no. 1, 11:00) #INC-20250301-07',
    ],
    [
      { scope: { kind: 'on-standby', labels: ['store'] } },
      '[SEV2] INVESTIGATING shop.example.com: origin down, standby serves (no. 1, 11:00) #INC-20250301-07',
    ],
    [
      { kind: 'changed', scope: { kind: 'endpoint-down', labels: ['cart', 'checkout'] } },
      '[SEV2] UPDATE shop.example.com: cart, checkout down (no. 1, 11:00) #INC-20250301-07',
    ],
    [
      { kind: 'still', scope: { kind: 'endpoint-down', labels: ['a', 'b', 'c', 'd', 'e'] } },
      '[SEV2] STILL DOWN shop.example.com: a, b, c and 2 more down (no. 1, 11:00) #INC-20250301-07',
    ],
    [
      { kind: 'still', scope: { kind: 'edge-errors', labels: ['edge'] } },
      '[SEV2] STILL FAILING shop.example.com: 5xx at the edge (no. 1, 11:00) #INC-20250301-07',
    ],
    [
      { kind: 'still', scope: { kind: 'slow', labels: ['origin'] } },
      '[SEV3] STILL SLOW shop.example.com: slow responses (no. 1, 11:00) #INC-20250301-07',
    ],
  ])('of %j is %s', (changes, subject) => {
    expect(subjectOf(simpleAnnouncement(changes), NOTHING_KNOWN, STORE)).toBe(subject);
  });

  test.each<[Partial<Announcement>, string]>([
    [
      { scope: { kind: 'edge-outage', labels: ['edge'] } },
      '[SEV1] INVESTIGATING shop.example.com: 5xx for most shoppers (44 %) (no. 1, 11:00) #INC-20250301-07',
    ],
    [
      { scope: { kind: 'edge-errors', labels: ['edge'] } },
      '[SEV2] INVESTIGATING shop.example.com: 5xx at the edge (44 %) (no. 1, 11:00) #INC-20250301-07',
    ],
    [
      { kind: 'still', scope: { kind: 'edge-outage', labels: ['edge'] } },
      '[SEV1] STILL FAILING shop.example.com: 5xx for most shoppers (no. 1, 11:00) #INC-20250301-07',
    ],
    [{}, '[SEV1] INVESTIGATING shop.example.com: store down (no. 1, 11:00) #INC-20250301-07'],
  ])('of %j says how many requests fail where that is what is wrong', (changes, subject) => {
    const readings = [{ metric: EDGE_ERRORS.metric, label: 'edge', value: 44.2 }];
    expect(subjectOf(simpleAnnouncement(changes), { readings, endpoints: [] }, STORE)).toBe(subject);
  });

  test('of a store with a long name keeps what is wrong', () => {
    const domainName = `shop.${'a-very-long-name-'.repeat(6)}.example.com`;
    const subject = subjectOf(simpleAnnouncement(), NOTHING_KNOWN, { ...STORE, domainName });
    expect(subject).toBe(
      '[SEV1] INVESTIGATING shop.a-very-long-name-a-very-lon..: store down (no. 1, 11:00) #INC-20250301-07',
    );
  });

  test('has at most 99 printable ASCII characters and ends with the id, whatever the names', () => {
    const text = fc.string({ unit: 'binary', maxLength: 120, size: 'max' });
    const kind = fc.constantFrom(
      'opened' as const,
      'changed' as const,
      'still' as const,
      'resolved' as const,
    );
    fc.assert(
      fc.property(
        kind,
        fc.array(text, { minLength: 1, maxLength: 5 }),
        text,
        (announced, labels, domainName) => {
          const subject = subjectOf(
            simpleAnnouncement({ kind: announced, scope: { kind: 'endpoint-down', labels } }),
            NOTHING_KNOWN,
            { ...STORE, domainName },
          );
          expect(subject).toMatch(/^\[SEV2\] [\x20-\x7e]+ \(no\. 1, 11:00\) #INC-20250301-07$/);
          expect(subject.length).toBeLessThanOrEqual(99);
        },
      ),
    );
  });
});
