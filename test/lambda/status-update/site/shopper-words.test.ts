import { SENTENCES } from '../../../../lambda/status-update/site/shopper-sentences';
import { machineTexts, shortMachineTexts } from '../../../../lambda/status-update/site/shopper-words';
import { statusJson } from '../../../../lambda/status-update/site/status-document';
import { summaryJson } from '../../../../lambda/status-update/site/summary-document';
import { availableLanguages } from '../../../../lib/page/strings/languages';
import { simpleIncident } from '../helpers/incidents';
import { SETTINGS } from '../helpers/settings';
import { simpleState, simpleUpdate } from '../helpers/states';

const KINDS = ['store-down', 'edge-outage', 'store-failing', 'endpoint-down', 'edge-errors', 'slow'] as const;
const PHASES = ['investigating', 'identified', 'monitoring'] as const;
const NOW = Date.parse('2025-03-01T10:20:00Z');

describe("machine's words for shoppers", () => {
  test('exist in every language of the emergency page', () => {
    expect(Object.keys(SENTENCES)).toEqual(availableLanguages());
  });

  test.each([
    [['fr'], ['en', 'fr']],
    [
      ['fr', 'en'],
      ['en', 'fr'],
    ],
    [['xx'], ['en']],
    [undefined, ['en', 'fr', 'pl', 'ru', 'zh-Hans', 'zh-Hant']],
  ])('are said in English and, for a page in %j, in %j', (languages, expected) => {
    expect(Object.keys(machineTexts('investigating', 'store-down', { languages }))).toEqual(expected);
  });

  test.each([
    ['completed', 'Our planned maintenance is over.'],
    ['cancelled', 'Our planned maintenance has been cancelled.'],
  ] as const)('say of maintenance that is %s no more than that', (status, text) => {
    expect(machineTexts(status, 'maintenance', {}).en).toBe(text);
  });

  test.each([
    ['store-down', 'Our store is open again. We are keeping an eye on it.'],
    ['edge-outage', 'Our store is open again. We are keeping an eye on it.'],
    ['store-failing', 'Our store is working normally again.'],
    ['endpoint-down', 'Our store is working normally again.'],
    ['edge-errors', 'Our store is working normally again.'],
    ['slow', 'Our store is working normally again.'],
  ] as const)('say after %s only that what was closed is open again', (kind, text) => {
    expect(machineTexts('monitoring', kind, {}).en).toBe(text);
    expect(shortMachineTexts('monitoring', kind, {}).en).toBe(text);
  });

  test('claim that somebody is at work only after a person has spoken', () => {
    for (const say of [machineTexts, shortMachineTexts]) {
      expect(say('investigating', 'slow', {}).en).toMatch(/Our team has been alerted\.$/);
      const spoken = say('investigating', 'slow', { afterPerson: true }).en;
      expect(spoken).toMatch(/We know about it and are working on it\.$/);
    }
  });

  test('put no space between Chinese sentences', () => {
    const texts = machineTexts('investigating', 'slow', {});
    expect(texts['zh-Hans']).toBe('本店页面加载比平时慢。我们的团队已收到通知。');
  });

  const languages = availableLanguages().length;
  /** Names as long as one meets them, in the alphabet of domain names, and the longest time zone. */
  const LONGEST = {
    ...SETTINGS.STORE,
    languages: undefined,
    domainName: `${'d'.repeat(41)}.com`,
    storeName: 'n'.repeat(80),
    timeZone: 'America/Argentina/ComodRivadavia',
    returnSeconds: 900,
  };

  test.each(KINDS.flatMap((kind) => PHASES.map((phase) => [kind, phase] as const)))(
    'fit into status.json in all languages together: %s, %s',
    (kind, phase) => {
      const incident = simpleIncident({
        told: { kind, labels: [] },
        phase,
        wellSinceMs: phase === 'monitoring' ? NOW : null,
      });
      const state = simpleState({ incident, sequence: 99_999, history: [simpleUpdate()] });
      const json = statusJson(state, LONGEST, NOW);
      expect(Object.keys(JSON.parse(json).x_messages)).toHaveLength(languages);
      expect(Buffer.byteLength(json)).toBeLessThanOrEqual(1_000);
    },
  );

  test('say all there is to say where there is room, and what is being done where there is not', () => {
    const incident = simpleIncident({ told: { kind: 'endpoint-down', labels: [] } });
    const english = (store: typeof SETTINGS.STORE) =>
      JSON.parse(statusJson(simpleState({ incident }), store, NOW)).x_messages.en;
    expect(english(SETTINGS.STORE)).toBe(
      'Part of our store is unavailable right now. Our team has been alerted.',
    );
    expect(english(LONGEST)).toBe('Our team has been alerted.');
  });

  test('are all in summary.json, however long the names are', () => {
    const incident = simpleIncident({ told: { kind: 'endpoint-down', labels: [] } });
    const store = { ...LONGEST, storeName: 'я'.repeat(80) };
    const { x_messages } = JSON.parse(summaryJson(simpleState({ incident }), store, NOW));
    expect(Object.keys(x_messages)).toHaveLength(languages);
  });
});
