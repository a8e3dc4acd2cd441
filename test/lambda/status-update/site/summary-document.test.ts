import fc from 'fast-check';
import { summaryJson } from '../../../../lambda/status-update/site/summary-document';
import { simpleIncident } from '../helpers/incidents';
import { SETTINGS } from '../helpers/settings';
import { simpleMaintenance, simpleState, simpleUpdate } from '../helpers/states';

const STORE = SETTINGS.STORE;
const NOW = Date.parse('2025-03-01T10:20:00Z');
const TEXTS = { en: 'We found the cause.', pl: 'Znamy przyczynę.' };

const DOWN = simpleState({
  sequence: 2,
  incident: simpleIncident({ phase: 'identified', words: { texts: TEXTS, expectedBackMs: null } }),
  history: [simpleUpdate({ sequence: 2, status: 'identified', texts: TEXTS }), simpleUpdate()],
});

const LANGUAGES = [...'abcdefghijklmnopqrs'].map((letter) => `x${letter}`);

const AT = '2025-03-01T10:00:00.000Z';
const UPDATE = { incident_id: 'INC-20250301-07', created_at: AT, display_at: AT, updated_at: AT };
const COMPONENT = { code: 'store', name: 'Example Shop', new_status: 'major_outage' };
const SUMMARY_OF_DOWN = {
  status: { indicator: 'critical', description: 'Store unavailable' },
  components: [
    {
      id: 'store',
      name: 'Example Shop',
      status: 'major_outage',
      position: 1,
      group: false,
      group_id: null,
      description: null,
      only_show_if_degraded: false,
      created_at: AT,
      updated_at: AT,
    },
  ],
  incidents: [
    {
      id: 'INC-20250301-07',
      name: 'Store unavailable',
      status: 'identified',
      impact: 'critical',
      started_at: '2025-03-01T09:57:00.000Z',
      monitoring_at: null,
      resolved_at: null,
      incident_updates: [
        {
          ...UPDATE,
          id: '2',
          status: 'identified',
          body: 'We found the cause.',
          affected_components: [{ ...COMPONENT, old_status: 'major_outage' }],
        },
        {
          ...UPDATE,
          id: '1',
          status: 'investigating',
          body: 'Our store is closed for now. Our team has been alerted.',
          affected_components: [{ ...COMPONENT, old_status: 'operational' }],
        },
      ],
    },
  ],
  scheduled_maintenances: [],
  x_mode: 'emergency',
  x_update_seq: 2,
  x_messages: TEXTS,
  x_drill: false,
};

describe('summary.json', () => {
  test('tells the running incident in the shape of Statuspage', () => {
    expect(JSON.parse(summaryJson(DOWN, STORE, NOW))).toMatchObject(SUMMARY_OF_DOWN);
  });

  test('says of an exercise that it is one', () => {
    const incident = simpleIncident({ drill: true });
    const { incidents } = JSON.parse(summaryJson(simpleState({ incident }), STORE, NOW));
    expect(incidents[0].name).toBe('[DRILL] Store unavailable');
  });

  test('shows a store that has recovered as open, and its incident as watched', () => {
    const wellSinceMs = Date.parse('2025-03-01T10:18:00Z');
    const incident = simpleIncident({ phase: 'monitoring', wellSinceMs });
    const document = JSON.parse(summaryJson(simpleState({ incident }), STORE, NOW));
    expect(document).toMatchObject({
      status: { indicator: 'none' },
      components: [{ status: 'operational' }],
      incidents: [{ status: 'monitoring', impact: 'critical', monitoring_at: '2025-03-01T10:18:00.000Z' }],
      x_mode: 'normal',
    });
  });

  test.each([
    ['scheduled', 'normal', 'none'],
    ['in_progress', 'maintenance', 'maintenance'],
  ] as const)('shows maintenance that is %s, with mode %s', (status, mode, indicator) => {
    const state = simpleState({ maintenance: [simpleMaintenance({ status })] });
    expect(JSON.parse(summaryJson(state, STORE, NOW))).toMatchObject({
      status: { indicator },
      scheduled_maintenances: [
        {
          id: 'MNT-20250301-01',
          status,
          scheduled_for: '2025-03-01T22:00:00.000Z',
          scheduled_until: '2025-03-01T23:30:00.000Z',
        },
      ],
      x_mode: mode,
    });
  });

  test('has at most five updates', () => {
    const history = Array.from({ length: 9 }, (_, index) => simpleUpdate({ sequence: 9 - index }));
    const [incident] = JSON.parse(summaryJson({ ...DOWN, history }, STORE, NOW)).incidents;
    expect(incident.incident_updates.map(({ id }: { id: string }) => id)).toEqual(['9', '8', '7', '6', '5']);
  });

  test('names nothing internal', () => {
    const incident = simpleIncident({ told: { kind: 'endpoint-down', labels: ['db-replica-17'] } });
    const json = summaryJson({ ...DOWN, incident }, STORE, NOW);
    for (const internal of ['db-replica-17', '-down', 'arn:', 'oncall', 'wiki.example.com', 'console']) {
      expect(json).not.toContain(internal);
    }
  });

  test('stays within 8,000 bytes for the longest words in twenty languages', () => {
    fc.assert(
      fc.property(fc.constantFrom('a', '漢', '"'), fc.nat(499), (letter, more) => {
        const en = letter.repeat(more + 1);
        const history = Array.from({ length: 9 }, () => simpleUpdate({ texts: { en } }));
        const texts = { en, ...Object.fromEntries(LANGUAGES.map((language) => [language, en])) };
        const incident = simpleIncident({ words: { texts, expectedBackMs: null } });
        const json = summaryJson({ ...DOWN, incident, history }, STORE, NOW);
        expect(Buffer.byteLength(json)).toBeLessThanOrEqual(8_000);
        expect(JSON.parse(json).x_messages.en).toBe(en);
      }),
    );
  });
});
