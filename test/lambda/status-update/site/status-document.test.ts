import fc from 'fast-check';
import { statusJson } from '../../../../lambda/status-update/site/status-document';
import { INITIAL_STATE, type IncidentState } from '../../../../lambda/status-update/state/incident-state';
import { spreadSeconds, textOf } from '../../../../lib/page/script/page-status';
import { simpleIncident } from '../helpers/incidents';
import { SETTINGS } from '../helpers/settings';
import { simpleMaintenance, simpleState, simpleUpdate } from '../helpers/states';

const NOW = Date.parse('2025-03-01T10:20:00Z');
const STORE = SETTINGS.STORE;

/** An incident of the store since 09:57 UTC, with the next update at 10:35 UTC. */
function stateWith(kind: 'store-down' | 'endpoint-down' | 'edge-errors' | 'slow'): IncidentState {
  return {
    ...INITIAL_STATE,
    sequence: 2,
    incident: simpleIncident({ told: { kind, labels: ['db-replica-17'] } }),
  };
}

describe('status.json', () => {
  test('has the shape that the emergency page reads', () => {
    expect(JSON.parse(statusJson(stateWith('store-down'), STORE, NOW))).toEqual({
      page: {
        id: 'shop.example.com',
        name: 'Example Shop',
        url: 'https://shop.example.com',
        time_zone: 'Europe/Warsaw',
        updated_at: '2025-03-01T10:20:00.000Z',
      },
      status: { indicator: 'critical', description: 'Store unavailable' },
      x_schema: 1,
      x_mode: 'emergency',
      x_update_seq: 2,
      x_since: '2025-03-01T09:57:00.000Z',
      x_next_update_at: '2025-03-01T10:35:00.000Z',
      x_expected_back_at: null,
      x_reference: 'INC-20250301-07',
      x_drill: false,
      x_messages: {
        en: 'Our store is closed for now. Our team has been alerted.',
        pl: 'Nasz sklep jest chwilowo zamknięty. Nasz zespół został powiadomiony.',
      },
    });
  });

  test('is normal without an incident, and refers to none', () => {
    const document = JSON.parse(statusJson(INITIAL_STATE, STORE, NOW));
    expect(document).not.toHaveProperty('x_reference');
    expect(document).toMatchObject({
      status: { indicator: 'none', description: 'All systems operational' },
      x_mode: 'normal',
      x_since: null,
      x_next_update_at: null,
    });
  });

  test.each([
    ['store-down', 'emergency', 'critical'],
    ['endpoint-down', 'degraded', 'major'],
    ['edge-errors', 'degraded', 'major'],
    ['slow', 'degraded', 'minor'],
  ] as const)('is, for %s, %s with indicator %s', (kind, mode, indicator) => {
    const document = JSON.parse(statusJson(stateWith(kind), STORE, NOW));
    expect([document.x_mode, document.status.indicator]).toEqual([mode, indicator]);
  });

  test('says of an exercise that it is one', () => {
    const incident = simpleIncident({ drill: true });
    const { status, x_drill } = JSON.parse(statusJson({ ...INITIAL_STATE, incident }, STORE, NOW));
    expect([status.description, x_drill]).toEqual(['[DRILL] Store unavailable', true]);
  });

  test('of maintenance refers to it by the id that `summary.json` has', () => {
    const maintenance = [simpleMaintenance({ id: 'MNT-20250301-01', status: 'in_progress' })];
    const { x_mode, x_reference } = JSON.parse(statusJson(simpleState({ maintenance }), STORE, NOW));
    expect([x_mode, x_reference]).toEqual(['maintenance', 'MNT-20250301-01']);
  });

  test.each([
    ['INC-20250301-07', 'INC-20250301-07'],
    ['MNT-20250301-01', 'MNT-20250301-01'],
  ])('refers to %s in a form that the emergency page shows', (id, shown) => {
    const state = { ...INITIAL_STATE, incident: simpleIncident({ id }) };
    expect(textOf(JSON.parse(statusJson(state, STORE, NOW)).x_reference)).toBe(shown);
  });

  test('says when shoppers were last told something, not when the file was written', () => {
    const older = simpleUpdate({ sequence: 1 });
    const newer = simpleUpdate({ sequence: 2, atMs: Date.parse('2025-03-01T10:12:00Z') });
    const other = simpleUpdate({ sequence: 3, atMs: NOW, subjectId: 'MNT-20250301-01' });
    const state = simpleState({ incident: simpleIncident(), history: [other, newer, older] });
    expect(JSON.parse(statusJson(state, STORE, NOW)).x_told_at).toBe('2025-03-01T10:12:00.000Z');
    expect(JSON.parse(statusJson({ ...state, incident: null }, STORE, NOW))).not.toHaveProperty('x_told_at');
  });

  test.each([
    [undefined, 30],
    [5, 5],
    [120, 120],
    [900, 900],
  ])('lets waiting pages go back over the time that is set (%s s)', (returnSeconds, seconds) => {
    const document = JSON.parse(statusJson(INITIAL_STATE, { ...STORE, returnSeconds }, NOW));
    expect(spreadSeconds(document)).toBe(seconds);
    expect(document.x_release?.spread_seconds).toBe(returnSeconds);
  });

  test.each([4, 901, 30.5])(
    'has no time to go back that the page would not keep to (%d s)',
    (returnSeconds) => {
      expect(() => statusJson(INITIAL_STATE, { ...STORE, returnSeconds }, NOW)).toThrow(/spread_seconds/);
    },
  );

  test('names nothing internal', () => {
    const json = statusJson(stateWith('endpoint-down'), STORE, NOW);
    for (const internal of ['db-replica-17', '-down', 'arn:', 'oncall', 'wiki.example.com', 'console']) {
      expect(json).not.toContain(internal);
    }
  });

  test.each([
    [
      'recovered',
      { wellSinceMs: NOW, phase: 'monitoring' as const },
      'normal',
      'Our store is open again. We are keeping an eye on it.',
    ],
    [
      'identified',
      { phase: 'identified' as const },
      'emergency',
      'Our store is closed for now. We have found the cause and are fixing it.',
    ],
  ])('of a store that is %s says so', (_, changes, mode, en) => {
    const state = { ...INITIAL_STATE, incident: simpleIncident(changes) };
    expect(JSON.parse(statusJson(state, STORE, NOW))).toMatchObject({ x_mode: mode, x_messages: { en } });
  });

  test("carries a person's words in every language that fits, English first", () => {
    const texts = { en: 'e'.repeat(300), de: 'd'.repeat(500), pl: 'p'.repeat(50) };
    const incident = simpleIncident({ words: { texts, expectedBackMs: NOW } });
    const document = JSON.parse(statusJson({ ...INITIAL_STATE, incident }, STORE, NOW));
    expect(document.x_messages).toEqual({ en: texts.en, pl: texts.pl });
    expect(document.x_expected_back_at).toBe('2025-03-01T10:20:00.000Z');
  });

  const sixLanguages = { ...STORE, languages: undefined };

  test.each([
    [
      'investigating',
      'Nasz sklep jest chwilowo zamknięty. Wiemy o tym i już to naprawiamy.',
      'Notre boutique est fermée pour le moment. Nous le savons et nous y travaillons.',
    ],
    [
      'identified',
      'Nasz sklep jest chwilowo zamknięty. Znamy przyczynę i ją usuwamy.',
      'Notre boutique est fermée pour le moment. Nous avons trouvé la cause et corrigeons le problème.',
    ],
  ] as const)(
    "has, beside a person's words in English while %s, the machine's sentence for everybody else",
    (phase, pl, fr) => {
      const words = { texts: { en: 'We go back a version.' }, expectedBackMs: null };
      const state = { ...INITIAL_STATE, incident: simpleIncident({ phase, words }) };
      const twoLanguages = JSON.parse(statusJson(state, { ...STORE, languages: ['pl', 'fr'] }, NOW));
      expect(twoLanguages.x_messages).toEqual(words.texts);
      expect(twoLanguages.x_automatic).toEqual({ pl, fr });
      const six = JSON.parse(statusJson(state, sixLanguages, NOW));
      expect(Object.keys(six.x_automatic)).toEqual(['fr', 'pl', 'ru', 'zh-Hans', 'zh-Hant']);
    },
  );

  test('has nothing of the machine in a language in which the person spoke, nor while nobody has', () => {
    const words = { texts: { en: 'We go back a version.', pl: 'Wracamy do wersji.' }, expectedBackMs: null };
    const spoken = { ...INITIAL_STATE, incident: simpleIncident({ words }) };
    expect(Object.keys(JSON.parse(statusJson(spoken, sixLanguages, NOW)).x_automatic)).not.toContain('pl');
    expect(JSON.parse(statusJson(stateWith('store-down'), sixLanguages, NOW))).not.toHaveProperty(
      'x_automatic',
    );
  });

  test('stays within a kilobyte, however much a person says, and keeps the beginning', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 500, size: 'max' }), (en) => {
        const incident = simpleIncident({ words: { texts: { en: `Sorry ${en}` }, expectedBackMs: null } });
        const json = statusJson({ ...INITIAL_STATE, incident }, sixLanguages, NOW);
        expect(Buffer.byteLength(json)).toBeLessThanOrEqual(1_000);
        expect(JSON.parse(json).x_messages.en).toMatch(/^Sorry/);
      }),
    );
  });

  test('stays within a kilobyte, however long the store is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500, size: 'max' }), (storeName) => {
        const json = statusJson(stateWith('endpoint-down'), { ...STORE, storeName }, NOW);
        expect(Buffer.byteLength(json)).toBeLessThanOrEqual(1_000);
      }),
    );
  });

  test('fails when it would be too large', () => {
    const store = { ...STORE, domainName: `${'a'.repeat(500)}.example.com` };
    expect(() => statusJson(INITIAL_STATE, store, NOW)).toThrow(
      /^status\.json: is too large, got 1\d{3} bytes; at most 1000$/,
    );
  });

  test('fails when a field would not have its form', () => {
    expect(() => statusJson(INITIAL_STATE, { ...STORE, domainName: 'no host name' }, NOW)).toThrow(/url/i);
  });
});
