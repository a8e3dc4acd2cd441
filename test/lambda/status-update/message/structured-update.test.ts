import {
  structuredUpdate,
  structuredUpdateSchema,
} from '../../../../lambda/status-update/message/structured-update';
import { simpleAnnouncement } from '../helpers/announcements';
import { SETTINGS } from '../helpers/settings';

const TEXTS = { subject: '[SEV1] INVESTIGATING', body: 'WHAT' };

describe('structured update', () => {
  test('says what the message for people says', () => {
    expect(structuredUpdate(simpleAnnouncement(), TEXTS, SETTINGS.STORE)).toEqual({
      schema: 1,
      incidentId: 'INC-20250301-07',
      update: 1,
      kind: 'opened',
      phase: 'investigating',
      severity: 'SEV1',
      drill: false,
      ...TEXTS,
      headline: 'store down',
      impact: expect.stringContaining('Example Shop is down'),
      automation: expect.stringContaining('emergency page'),
      store: { domainName: 'shop.example.com', name: 'Example Shop' },
      symptom: { kind: 'store-down', labels: ['store'] },
      alarmNames: ['shop.example.com-store-down'],
      startedAt: '2025-03-01T09:57:00.000Z',
      at: '2025-03-01T10:00:00.000Z',
      nextUpdateAt: '2025-03-01T10:15:00.000Z',
      links: {
        runbook: SETTINGS.STORE.runbookUrl,
        dashboard: SETTINGS.STORE.dashboardUrl,
      },
    });
  });

  test('promises nothing after the last message, and follows its own schema', () => {
    const announcement = simpleAnnouncement({
      kind: 'resolved',
      phase: 'resolved',
      nextUpdateAtMs: undefined,
    });
    const update = structuredUpdate(announcement, TEXTS, SETTINGS.STORE);
    expect(update.nextUpdateAt).toBeNull();
    expect(structuredUpdateSchema.parse(JSON.parse(JSON.stringify(update)))).toEqual(update);
  });
});
