import { structuredUpdateSchema } from '../../../../lambda/status-update/contract/structured-update';
import { structuredUpdate } from '../../../../lambda/status-update/message/structured-update';
import { simpleAnnouncement } from '../helpers/announcements';
import { SETTINGS } from '../helpers/settings';

const PARTS = {
  subject: '[SEV1] INVESTIGATING',
  headline: 'store down',
  lead: { what: 'It is down.', now: 'It is switched.', you: 'on-call: go.', next: 'Update by 10:15 UTC' },
  facts: [{ name: 'Checkers', parts: ['home: 16 of 16 fail in all 8 regions'], lines: 1 }],
  links: [{ name: 'Runbook', url: 'https://wiki.example.com/runbook' }],
};

describe('structured update', () => {
  test('says what the message for people says', () => {
    expect(structuredUpdate(simpleAnnouncement(), PARTS, SETTINGS.STORE)).toEqual({
      schema: 1,
      incidentId: 'INC-20250301-07',
      update: 1,
      round: 1,
      kind: 'opened',
      phase: 'investigating',
      severity: 'SEV1',
      drill: false,
      acknowledged: false,
      subject: PARTS.subject,
      headline: 'store down',
      what: 'It is down.',
      now: 'It is switched.',
      you: 'on-call: go.',
      facts: [{ name: 'Checkers', text: 'home: 16 of 16 fail in all 8 regions' }],
      store: { domainName: 'shop.example.com', name: 'Example Shop' },
      symptom: { kind: 'store-down', labels: ['store'] },
      alarmNames: ['shop.example.com-store-down'],
      startedAt: '2025-03-01T09:57:00.000Z',
      at: '2025-03-01T10:00:00.000Z',
      nextUpdateAt: '2025-03-01T10:15:00.000Z',
      links: PARTS.links,
    });
  });

  test('promises nothing after the last message, and follows its own schema', () => {
    const announcement = simpleAnnouncement({
      kind: 'resolved',
      phase: 'resolved',
      nextUpdateAtMs: undefined,
    });
    const update = structuredUpdate(announcement, PARTS, SETTINGS.STORE);
    expect(update.nextUpdateAt).toBeNull();
    expect(structuredUpdateSchema.parse(JSON.parse(JSON.stringify(update)))).toEqual(update);
  });

  test('without a round, as older messages are, is of the first, and nobody is known to have it', () => {
    const {
      round: _,
      acknowledged: __,
      ...older
    } = structuredUpdate(simpleAnnouncement(), PARTS, SETTINGS.STORE);
    expect(structuredUpdateSchema.parse(older)).toMatchObject({ round: 1, acknowledged: false });
  });

  test('says whether somebody has it', () => {
    const taken = simpleAnnouncement({ acknowledgedAtMs: 0 });
    expect(structuredUpdate(taken, PARTS, SETTINGS.STORE).acknowledged).toBe(true);
  });

  test('says how often the incident came back', () => {
    expect(structuredUpdate(simpleAnnouncement({ round: 3 }), PARTS, SETTINGS.STORE).round).toBe(3);
  });
});
